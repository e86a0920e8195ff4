/**
 * Words of a finding for people who do not run the check: without the sentences that tell its reader how to check again, by which option
 * or page of ours, or to look at the computer that it ran on. In both languages; empty where nothing else was said.
 */
export function forOthers(words: string): string {
  return words
    .replace(clause, '')
    .split(betweenSentences)
    .filter((sentence) => !isForTheChecker.test(sentence))
    .join(' ')
    .trim();
}

/** What stands before it in the sentence is theirs to do. */
const clause = /,? (?:and run the check again|und (?:wiederholen|starten) Sie die Prüfung)\b[^.]*(?=\.)/gu;

const betweenSentences = /(?<=[.!?][”“")]?)\s+(?=[\p{Lu}“„])/u;

const isForTheChecker = new RegExp(
  [
    String.raw`(?<![\w-])--[a-z]`,
    'doctor page|Doctor-Seite',
    'run (?:the|this) check|[Rr]un again|check (?:it )?again',
    '(?:[Ww]iederholen|[Ss]tarten) Sie (?:die|diese) Prüfung|[Pp]rüfen Sie (?:es )?erneut',
    'this computer’s (?:clock|address)|(?:Uhr|Adresse) dieses Computers',
  ].join('|'),
  'u',
);
