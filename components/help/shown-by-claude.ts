import type { Explanation } from '../../lib/help/explain.ts';
import { errorSentences } from '../../lib/knowledge/error-sentences.ts';
import type { PageSighting } from '../../lib/page/sighting.ts';

/**
 * What Claude showed, as a pasted text tells it, for the report of a check that it leads to: Claude’s own sentence and never the text
 * itself. Null where Claude does not show this on its pages.
 */
export function shownByClaude({ matched, surfaces, reference, found }: Explanation): PageSighting | null {
  const [lead] = matched;
  if (lead === undefined || !surfaces.includes('web')) return null;
  const { shown } = errorSentences[lead];
  return {
    page: '',
    sentence: fixedPart(shown),
    stage: found.stage,
    oauthError: found.oauthError,
    reference,
    connectorUrl: null,
    connectorName: null,
    seenAt: Date.now(),
  };
}

/** The whole sentences before a part that differs each time (`…`); null where there is none. */
function fixedPart(shown: string): string | null {
  return shown.includes('…') ? (/^([^…]*[.!?])\s[^…]*…/.exec(shown)?.[1] ?? null) : shown;
}
