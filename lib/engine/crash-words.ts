/** A defect of a probe or a check as a report may tell it: the error’s name and message, without the stack and without places on this machine. */
export function crashWords(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return words.replace(filePath, '…').replace(/\s+/g, ' ').trim().slice(0, longest);
}

const longest = 300;

/** Paths of POSIX and of Windows, and file URLs; a path within a web address is none. */
const filePath =
  /file:\/\/\S*|(?<![\w./:\\-])(?:[A-Za-z]:[\\/]|~?[\\/])(?:[^\s\\/:'"()]+[\\/])+[^\s:'"()]*(?::\d+){0,2}/g;
