import type { Json } from '../kernel/json.ts';
import type { PageSighting } from '../page/sighting.ts';

/** What Claude showed, as the member `claude` of a report: without the page's address, which can name a conversation. */
export function claudeMember(sighting: PageSighting | null): Json {
  if (sighting === null) return null;
  const { sentence, stage, oauthError, reference, seenAt } = sighting;
  return { sentence, stage, oauthError, reference, surface: 'web', seenAt: new Date(seenAt).toISOString() };
}
