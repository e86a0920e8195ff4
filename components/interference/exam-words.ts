import { msg, saidPieces, say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { firstSentence, saidFinding } from '../../lib/report/words/finding-words.ts';
import { pageUnseenWords } from '../../lib/report/words/page-unseen-words.ts';
import type { NextStep } from './next-step.ts';
import { standingOf } from './standing.ts';

/** What a look comes to in a few lines. Titles, texts and deeds hold words of others. */
export interface AnswerWords {
  readonly title: string | null;
  readonly text: string;
  /** What to do, where no click of ours does it. */
  readonly deed: string | null;
}

/** What a look comes to, with what `next` leaves to the person. */
export function answerWords(report: Report, next: NextStep): AnswerWords {
  const standing = standingOf(report);
  const cause = report.findings.find(({ id }) => id === report.primary?.id);
  if (cause) {
    const { title, detail, fix } = saidFinding(cause, report);
    const words = withoutCodes(detail);
    const text = standing === 'incident' ? `${say(incidentWords)} ${words}` : words;
    return {
      title,
      text,
      deed: next.kind === 'again' ? firstSentence(fix) : null,
    };
  }
  if (standing === 'no-page') return { title: null, text: pageUnseenWords(), deed: null };
  if (standing === 'past') return { title: null, text: say(pastWords), deed: null };
  return {
    title: null,
    text: report.verdict === 'unknown' ? say(unknownWords) : `${say(cleanWords)} ${say(thenWords)}`,
    deed: null,
  };
}

/** Without the last sentence where it only tells the browser’s own word, such as `net::ERR_FAILED`: that stands in the details. */
function withoutCodes(detail: string): string {
  const [beginning = ''] = saidPieces(browsersWord);
  const at = detail.lastIndexOf(` ${beginning}`);
  return at === -1 ? detail : detail.slice(0, at);
}

/** As the codes have it, in each language. */
const browsersWord = msg('The browser’s word for it is {said}.');

/** To be said under each button that loads Claude anew. */
export const reloadWords = msg('Reloads Claude: what you typed and did not send is lost.');

/** To be said where nothing was found. */
export const cleanWords = msg('Nothing in this browser stands in Claude’s way, as far as can be seen from here.');

/** What that means for a connector that still fails. */
export const thenWords = msg('If it still fails, open the connector’s error in Claude and click this icon again.');

/** To be said where too little could be looked at. */
export const unknownWords = msg('Too little could be looked at to tell whether something stands in Claude’s way.');

/** To be said where the page’s own requests were stopped before, and the same ones get through now. */
export const pastWords = msg(
  'It was blocked before, and gets through now. Reload Claude to use it. What you typed there and did not send is lost.',
);

/** To be said where Claude’s status page tells of trouble, and nothing else was found. */
export const incidentWords = msg('Nothing in this browser stands in the way, as far as can be seen from here.');
