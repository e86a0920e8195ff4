import type { PageSighting } from './sighting.ts';

/**
 * What was seen earlier and now as one: pages take the signs out of their address, and notices vanish, while the person still looks for
 * the reason. What speaks of another error than before stands alone.
 */
export function mergeSightings(earlier: PageSighting | null, now: PageSighting | null): PageSighting | null {
  if (earlier === null || now === null) return now ?? earlier;
  if (differ(earlier.reference, now.reference) || differ(earlier.sentence, now.sentence)) return now;
  return {
    page: now.page,
    sentence: now.sentence ?? earlier.sentence,
    stage: now.stage ?? earlier.stage,
    oauthError: now.oauthError ?? earlier.oauthError,
    reference: now.reference ?? earlier.reference,
    connectorUrl: now.connectorUrl ?? earlier.connectorUrl,
    connectorName: now.connectorName ?? earlier.connectorName,
    seenAt: earlier.seenAt,
  };
}

/** Whether two sightings say the same; when they were made does not count. */
export function saysTheSame(one: PageSighting | null, other: PageSighting | null): boolean {
  return JSON.stringify({ ...one, seenAt: 0 }) === JSON.stringify({ ...other, seenAt: 0 });
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}
