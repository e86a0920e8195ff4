import type { StepNumber } from '../kernel/step.ts';
import type { GuideId } from '../guides/guide-id.ts';
import type { ErrorSentence, LikelyCause, Surface } from '../knowledge/error-sentence.ts';
import { errorSentences, type ErrorSentenceId } from '../knowledge/error-sentences.ts';
import { oauthError } from '../knowledge/error-sentences/oauth-error.ts';
import { msg } from '../i18n/say.ts';
import { causesBy, type ExplainedCause } from './address-causes.ts';
import { matchPhrases, type Matches } from './match-phrases.ts';
import { sentenceIds, sentenceOfEntraCode } from './phrase-table.ts';
import { matchAnswers, shownAnswers, type ShownAnswer } from './read-http.ts';
import { matchNetwork } from './read-network.ts';
import { readMarks, type Marks } from './read-marks.ts';
import { readable, type ReadableText } from './readable-text.ts';

/** What a pasted text means. Nothing of the text is in it but what `found` holds. */
export interface Explanation {
  /** Ids of what was recognized, the most telling first; empty when the text is not known. */
  readonly matched: readonly ErrorSentenceId[];
  /** Where Claude stops; null when the text does not tell. */
  readonly step: StepNumber | null;
  readonly surfaces: readonly Surface[];
  /** English, translated: said where it is shown. */
  readonly meaning: string;
  /** Other products show the same words: it means this only where it is about a connector. */
  readonly isWeak: boolean;
  /** The most likely first, each code once. `why` is English, translated. */
  readonly causes: readonly ExplainedCause[];
  readonly guides: readonly GuideId[];
  /** The reference id (`ofid_…`) that Anthropic can trace for a limited time. */
  readonly reference: string | null;
  /** Checking the connector would find nothing: a plan, an incident, an account. */
  readonly notAConnectorFault: boolean;
  /** Pages and reports that tell of it. */
  readonly sources: readonly string[];
  /** What the text itself shows. */
  readonly found: Found;
  /** The connector’s address to fill in for a check; null where the text holds none that is whole. */
  readonly check: string | null;
}

export type Found = Omit<Marks, 'reference' | 'check'> & {
  /** HTTP status of the last answer that the text shows. */
  readonly status: number | null;
};

/**
 * Explains anything that is pasted: a sentence of Claude’s, an address, a log, an answer of a server, the text of a screenshot. Never
 * throws; reads the first 100,000 characters, in time that grows with their number.
 */
export function explain(pasted: string): Explanation {
  const text = readable(pasted);
  const marks = readMarks(text);
  const answers = shownAnswers(text);
  const spoken = matchPhrases(text);
  const matched = inOrder(matchedIn(text, marks, answers, spoken.ids));
  const { reference, check, ...shown } = marks;
  const found = { ...shown, status: statusOf(answers, text) };
  const [lead] = matched;
  if (lead === undefined) return { ...unknown, reference, found, check };
  const isWeak = spoken.weak.has(lead);
  return { ...explained(lead, matched, marks), isWeak, matched, reference, found, check };
}

const unknown = {
  matched: [],
  isWeak: false,
  step: null,
  surfaces: [],
  meaning: msg('This text is not known here. That does not mean that nothing is wrong.'),
  causes: [],
  guides: [],
  notAConnectorFault: false,
  sources: [],
} as const;

function matchedIn(
  text: ReadableText,
  marks: Marks,
  answers: readonly ShownAnswer[],
  spoken: Matches['ids'],
): ReadonlySet<ErrorSentenceId> {
  const found = new Set(spoken);
  if (marks.identityCode !== null) found.add(sentenceOfEntraCode(marks.identityCode) ?? 'entra-other-code');
  for (const id of matchAnswers(answers, text)) found.add(id);
  const unanswered = matchNetwork(text);
  if (unanswered !== null) found.add(unanswered);
  if (marks.stage?.toLowerCase() === 'start_error') found.add('stopped-at-start');
  if (marks.stage?.toLowerCase() === 'end_error') found.add('stopped-at-end');
  if (/\boauth_error=/i.test(text.text) && !oauthErrorIds.some((id) => found.has(id))) found.add('oauth-error-other');
  if (found.size === 0 && isErrorOfMcp(text, marks)) found.add('rpc-error');
  if (found.size === 0 && marks.reference !== null) found.add('reference-alone');
  return withoutGeneral(found);
}

/** JSON-RPC is spoken by many; only with words of MCP is an error in it a connector’s. */
function isErrorOfMcp({ text }: ReadableText, { rpcCode }: Marks): boolean {
  return rpcCode !== null && /\bmcp\b|mcp-|claude|tools\/(?:list|call)|"initialize"/i.test(text);
}

/** Bare statuses say nothing where a sentence tells more. */
function withoutGeneral(found: ReadonlySet<ErrorSentenceId>): ReadonlySet<ErrorSentenceId> {
  const telling = [...found].filter((id) => !id.startsWith('status-'));
  return new Set(telling.length > 0 ? telling : found);
}

function inOrder(found: ReadonlySet<ErrorSentenceId>): readonly ErrorSentenceId[] {
  return sentenceIds.filter((id) => found.has(id));
}

const oauthErrorIds: readonly ErrorSentenceId[] = (Object.keys(oauthError) as (keyof typeof oauthError)[]).filter(
  (id) => id.startsWith('oauth-error-'),
);

/**
 * The first sentence says what it means; `oauth_error` in the address sharpens the order of causes and the step, as on Claude’s page.
 * What is no connector’s fault is not mixed with what is.
 */
function explained(lead: ErrorSentenceId, matched: readonly ErrorSentenceId[], { url }: Marks) {
  const { meaning, isConnectorFault, step } = errorSentences[lead];
  const alike = matched.filter((id) => errorSentences[id].isConnectorFault === isConnectorFault);
  const sharp = alike.filter((id) => oauthErrorIds.includes(id));
  const sentences = [...new Set([...sharp, ...alike])].map((id) => errorSentences[id]);
  const steps = [...sharp.map((id) => errorSentences[id].step), step, ...sentences.map((sentence) => sentence.step)];
  return {
    meaning,
    step: steps.find((one) => one !== null) ?? null,
    surfaces: errorSentences[lead].surfaces,
    causes: causesBy(url, errorSentences[lead], eachOnce(sentences)),
    guides: [...new Set([errorSentences[lead], ...sentences].flatMap(({ guides }) => guides))],
    sources: [...new Set([errorSentences[lead], ...sentences].flatMap(({ sources }) => sources))],
    notAConnectorFault: !isConnectorFault,
  };
}

function eachOnce(sentences: readonly ErrorSentence[]): readonly LikelyCause[] {
  const byCode = new Map<string, LikelyCause>();
  for (const cause of sentences.flatMap(({ causes }) => causes)) {
    if (!byCode.has(cause.code)) byCode.set(cause.code, cause);
  }
  return [...byCode.values()];
}

function statusOf(answers: readonly ShownAnswer[], { text }: ReadableText): number | null {
  const said = /\b(?:HTTP|status(?: code)?)[ :=]{1,3}([1-5]\d\d)\b/i.exec(text)?.[1];
  return answers.at(-1)?.status ?? (said === undefined ? null : Number(said));
}
