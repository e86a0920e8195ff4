import { say } from '../../i18n/say.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { isFault } from '../../kernel/gravity.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { signedInWords } from './deeds.ts';
import { observedValue } from '../data/evidence-value.ts';
import { saidFinding } from './finding-words.ts';
import { withinSentence } from './within-sentence.ts';
import { wayTo } from './ways-to-ask.ts';

/** What became of the sign-in that was asked for. */
export interface SignInOutcome {
  /** One or two sentences. */
  readonly words: string;
  /** The finding that they tell in full; null where there is none, or where it has a place of its own. */
  readonly told: WordedFinding | null;
  /** How the next run gets further, as a sentence; null where that is not for the reader to do. */
  readonly again: string | null;
}

/** What `--sign-in` came to; null where it was not asked for. */
export function signInOutcome(report: Report): SignInOutcome | null {
  if (!report.run.plans.includes('signed-in') || report.target === null) return null;
  const done = signedInWords(report);
  if (done !== null) return { words: done, told: null, again: null };
  const finding = notDone.flatMap((code) => report.findings.filter((one) => one.code === code))[0];
  if (finding && finding.id === report.primary?.id)
    return { words: say('Not done, for the cause below.'), told: null, again: null };
  if (finding) return outcomeOf(finding, report);
  return { words: whyNot(report), told: null, again: null };
}

/** The one that says it best first. */
const notDone: readonly FindingCode[] = ['auth.sign-in-failed', 'auth.sign-in-needs-client', 'auth.asked-to-wait'];

function outcomeOf(finding: WordedFinding, report: Report): SignInOutcome {
  const { title, fix } = saidFinding(finding, report);
  const words = say('Not done: {reason}.', { reason: withinSentence(title) });
  // A fault of the connector is told below with its proof, and so is what follows from one.
  if (isOfServer(finding) || finding.explainedBy !== undefined) {
    return { words, told: null, again: isOfServer(finding) ? null : againWords(finding, report) };
  }
  return { words: `${words} ${fix}`, told: finding, again: againWords(finding, report) };
}

function isOfServer(finding: WordedFinding): boolean {
  return isFault(finding) && finding.subject.kind !== 'browser';
}

function againWords({ code, values }: WordedFinding, report: Report): string | null {
  if (code === 'auth.asked-to-wait') return say('Run again later to look behind the sign-in.');
  if (code === 'auth.sign-in-needs-client') {
    const way = wayTo(values['why'] === 'only_documents' ? 'client-document' : 'client-id', report);
    return way === null ? null : say('Run again with {way} to look behind the sign-in.', { way });
  }
  if (values['why'] === 'page' && report.vantage === 'cli')
    return say('Run again without --headless-consent to look behind the sign-in.');
  // Claude comes with a client of its own, and may fare better than this check did with its.
  if (values['ours'] === 'yes' && values['given'] !== 'yes') return null;
  return say('Run again and sign in to look behind the sign-in.');
}

function whyNot(report: Report): string {
  const failure = observedValue(report.evidence, 'sign-in')?.['failure'];
  if (failure != null) return say('Not done: what the sign-in service says of itself rules it out.');
  if (report.facts.auth.mode === 'none') return say('Not needed: the server asks for none.');
  return say('Not done: the check did not come that far.');
}
