const inText = /\bofid_[a-z0-9]{6,64}\b/i;
// Until early 2026 the reference was a bare number behind these words.
const older = /share this reference with support:\s*["“]?([0-9a-f]{8,64})\b/i;

/** The reference id in a text of Claude's; null where there is none. */
export function referenceIn(text: string): string | null {
  return inText.exec(text)?.[0] ?? older.exec(text)?.[1] ?? null;
}
