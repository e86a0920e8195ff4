import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import { pageUnseenWords } from '../../lib/report/page-unseen-words.ts';
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
    const detail = withoutCodes(cause);
    const text = standing === 'incident' ? `${incidentWords} ${detail}` : detail;
    return {
      title: cause.title,
      text,
      deed: next.kind === 'again' ? deedOf(cause.fix) : null,
    };
  }
  if (standing === 'no-page') return { title: null, text: pageUnseenWords(), deed: null };
  if (standing === 'past') return { title: null, text: pastWords, deed: null };
  return {
    title: null,
    text: report.verdict === 'unknown' ? unknownWords : `${cleanWords} ${thenWords}`,
    deed: null,
  };
}

/** Without the sentence that only tells the browser’s own word, such as `net::ERR_FAILED`: that stands in the details. */
function withoutCodes({ detail, values }: WordedFinding): string {
  const said = values['said'];
  const told = ` The browser’s word for it is ${String(said)}.`;
  return typeof said === 'string' ? detail.replace(told, '') : detail;
}

/** The first sentence says what to do; the others, what else. */
function deedOf(fix: WordedFinding['fix']): string | null {
  const text = fix.find(({ kind }) => kind === 'text');
  return text?.kind === 'text' ? (/^.*?[.!?](?=\s|$)/s.exec(text.text)?.[0] ?? text.text) : null;
}

/** Said under each button that loads Claude anew. */
export const reloadWords = 'Reloads Claude: what you typed and did not send is lost.';

/** Said where nothing was found. */
export const cleanWords = 'Nothing in this browser stands in Claude’s way, as far as can be seen from here.';

/** What that means for a connector that still fails. */
export const thenWords = 'If it still fails, open the connector’s error in Claude and click this icon again.';

/** Said where too little could be looked at. */
export const unknownWords = 'Too little could be looked at to tell whether something stands in Claude’s way.';

/** Said where the page’s own requests were stopped before, and the same ones get through now. */
export const pastWords =
  'It was blocked before, and gets through now. Reload Claude to use it. What you typed there and did not send is lost.';

/** Said where Claude’s status page tells of trouble, and nothing else was found. */
export const incidentWords = 'Nothing in this browser stands in the way, as far as can be seen from here.';
