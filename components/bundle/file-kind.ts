/** What a dropped file is, told by its first bytes; the name decides only where they say nothing. */
export type FileKind = 'bundle' | 'report' | 'neither';

/** Looks at the beginning of a file. A file that cannot be read is taken for what its name says. */
export async function fileKind(file: File): Promise<FileKind> {
  const named = kindByName(file.name);
  const head = await file
    .slice(0, 64)
    .arrayBuffer()
    .then((buffer) => new Uint8Array(buffer))
    .catch(() => new Uint8Array());
  if (isZip(head)) return 'bundle';
  if (beginsLikeReport(head)) return named ?? 'report';
  return named ?? 'neither';
}

function kindByName(name: string): 'bundle' | 'report' | null {
  if (/\.(?:mcpb|dxt)$/i.test(name)) return 'bundle';
  return /\.(?:json|html?|txt)$/i.test(name) ? 'report' : null;
}

/** “PK”, and what a zip archive begins with: a member, or the end of an empty one. */
function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

/** JSON, or a page that may carry it. */
function beginsLikeReport(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  return /^\s*[{[<]/.test(text);
}
