import {
  connectorSentences,
  otherSentences,
  type ConnectorSentenceId,
  type OtherSentenceId,
  type PageSentence,
} from '../standards/claude-page-sentences.ts';
import { fold } from './plain-text.ts';

/** One of Claude's sentences in a line of text. */
export type Recognized = {
  /** The connector's name where the sentence holds one, as it stands there. */
  readonly name: string | null;
  /** It stands for itself on a page without the app. */
  readonly isOnBarePage: boolean;
} & (
  | { readonly isConnectorFault: true; readonly id: ConnectorSentenceId }
  | { readonly isConnectorFault: false; readonly id: OtherSentenceId }
);

/** Words that may stand before the sentence in the same line (“Error:”, a title); further in, somebody only quotes it. */
const longestLead = 80;
const longestGap = 120;

/** The sentence of Claude's that a line shows, a connector's error before others; null when it shows none that is known. */
export function recognize(line: string): Recognized | null {
  const folded = fold(line);
  const fault = firstOf(connectorSentences, folded);
  if (fault !== null) return { ...described(fault, line), id: fault.id, isConnectorFault: true };
  const other = firstOf(otherSentences, folded);
  return other === null ? null : { ...described(other, line), id: other.id, isConnectorFault: false };
}

interface Found<Id> extends Match {
  readonly id: Id;
  readonly sentence: PageSentence;
}

function firstOf<Id extends string>(table: Readonly<Record<Id, PageSentence>>, folded: string): Found<Id> | null {
  for (const id in table) {
    const found = sentenceIn(folded, table[id]);
    if (found !== null) return { ...found, id, sentence: table[id] };
  }
  return null;
}

function described<Id>({ name, sentence }: Found<Id>, line: string) {
  return { name: name === null ? null : line.slice(name.start, name.end), isOnBarePage: sentence.barePage === true };
}

interface Match {
  readonly name: { readonly start: number; readonly end: number } | null;
}

function sentenceIn(folded: string, { phrases, alone }: PageSentence): Match | null {
  for (const phrase of phrases) {
    const found = phraseIn(folded, phrase);
    if (found !== null && (alone !== true || folded.length <= phrase.length + 1)) return found;
  }
  return null;
}

function phraseIn(folded: string, phrase: string): Match | null {
  const [head = '', tail] = phrase.split('<name>');
  const start = folded.indexOf(head);
  if (start === -1 || start > longestLead) return null;
  if (tail === undefined) return { name: null };
  const from = start + head.length;
  const end = folded.slice(0, from + longestGap + tail.length).indexOf(tail, from + 1);
  return end === -1 ? null : { name: { start: from, end } };
}
