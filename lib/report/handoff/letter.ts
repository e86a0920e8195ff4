import { inEnglish } from '../../i18n/in-english.ts';
import { spokenLanguage } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { mailAddressLimit } from '../../standards/tracker-forms.ts';
import { plainBlock, plainLine } from '../formats/plain.ts';
import { longestShownNote } from '../words/note-lines.ts';
import { standInWords } from './stand-in-words.ts';

/** Plain text, ready to be sent by the person: nothing is sent by itself, and to whom stands nowhere. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** A letter in the reader’s language, and in English for people who need not know it; null where it is in English already, or they do. */
export interface LetterInLanguages {
  readonly own: Letter;
  readonly english: Letter | null;
}

/** Makes a letter of its subject and the blocks of its body, parted by empty lines; empty blocks are left out, and stand-ins are called that. */
export function letterOf(subject: string, blocks: readonly (readonly string[])[]): Letter {
  const body = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  const standIn = standInWords(`${subject}\n${body}`);
  const all = standIn === null ? body : `${body}\n\n${standIn}`;
  return { subject: plainLine(subject, 150), body: `${plainBlock(all)}\n` };
}

/** The same letter in both languages, where `isForAnyone` says that it goes to people anywhere. */
export function inLanguages(write: () => Letter, isForAnyone: boolean): LetterInLanguages {
  return { own: write(), english: isForAnyone && spokenLanguage() !== 'en' ? inEnglish(write) : null };
}

/**
 * An address that opens the mail program with the letter, to nobody yet. Where the letter is too long for one, it carries the subject alone
 * and `left` is the body, for the clipboard.
 * @see https://www.rfc-editor.org/rfc/rfc6068
 */
export function mailLink({ subject, body }: Letter): {
  readonly href: `mailto:${string}`;
  readonly left: string | null;
} {
  const start = `mailto:?subject=${encoded(subject)}` as const;
  const whole = `${start}&body=${encoded(body)}` as const;
  return whole.length <= mailAddressLimit ? { href: whole, left: null } : { href: start, left: body };
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed().replaceAll('\n', '\r\n'));
}

/** The note of whoever hands the report on, as a block. */
export function noteLines({ note }: Pick<Report, 'note'>): readonly string[] {
  return note === null || note.trim() === '' ? [] : [plainBlock(note.trim().slice(0, longestShownNote))];
}

/** Foreign text as one line. */
export function line(text: string): string {
  return plainLine(text, 1_000);
}
