/**
 * Words of a finding for people who do not run the check: without the sentences that tell its reader how to check again, by which option
 * or page of ours, or to look at the computer that it ran on. In both languages; empty where nothing else was said.
 */
export function forOthers(words: string): string {
  return words
    .replace(clause, '')
    .split(betweenSentences)
    .filter((sentence) => !forTheChecker.some((mark) => mark.test(sentence)))
    .join(' ')
    .trim();
}

/** What stands before it in the sentence is theirs to do. */
const clause = /,? (?:and run the check again|und (?:wiederholen|starten) Sie die Prüfung)\b[^.]*(?=\.)/gu;

const betweenSentences = /(?<=[.!?][”“")]?)\s+(?=[\p{Lu}“„])/u;

const forTheChecker: readonly RegExp[] = [
  /(?<![\w-])--[a-z]/u,
  /doctor page|Doctor-Seite/u,
  /run (?:the|this) check|[Rr]un again|check (?:it )?again/u,
  /(?:[Ww]iederholen|[Ss]tarten) Sie (?:die|diese) Prüfung|[Pp]rüfen Sie (?:es )?erneut/u,
  /this computer’s (?:clock|address)|(?:Uhr|Adresse) dieses Computers/u,
];
