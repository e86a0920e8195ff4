import type { Report } from '../../kernel/report.ts';
import { createRedactor } from '../redaction/redact.ts';
import { secretReasons } from '../redaction/redaction-words.ts';

/** UTF-16 code units that a note of one’s own may have. */
export const longestNote = 2_000;

/** A note without its secrets. */
export interface OwnNote {
  /** Null where nothing was written. */
  readonly text: string | null;
  /** What was taken out of it, as a report says it. */
  readonly removed: Report['redactions'];
}

/**
 * Takes the secrets out of what somebody wrote for a report. Their marks go on where the report’s own end: two marks that are the same
 * would say that the secrets were. `known` are secrets that the writer had for the run, such as the value of a header.
 */
export function redactNote(typed: string, redactions: Report['redactions'], known: readonly string[] = []): OwnNote {
  const written = typed.trim();
  if (written === '') return { text: null, removed: [] };
  const redactor = createRedactor();
  for (const secret of known) redactor.learn(secret, 'header');
  const before = new Set(written.match(anyMark));
  const redacted = redactor.text(written);
  const text = redacted.replace(anyMark, (mark, kind: string, number: string) =>
    before.has(mark) ? mark : `redacted-${kind}-${String(Number(number) + metOf(kind, redactions))}`,
  );
  return { text, removed: redactor.removed() };
}

const anyMark = /redacted-([a-z]+)-(\d+)/g;

/** How many of a kind the report itself took out. */
function metOf(kind: string, redactions: Report['redactions']): number {
  const what = Object.hasOwn(secretReasons, kind) ? secretReasons[kind as keyof typeof secretReasons].what : kind;
  const found = redactions.find((redaction) => redaction.what.endsWith(` × ${what}`));
  return Number.parseInt(found?.what ?? '0', 10) || 0;
}
