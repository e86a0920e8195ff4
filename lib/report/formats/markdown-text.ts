import { plainBlock, plainLine } from './plain.ts';

/**
 * Foreign text as Markdown that shows exactly this text: nothing in it becomes a heading, a link, an image, HTML, a mention of
 * somebody or a reference to an issue. URLs stand as code.
 */
export function markdownText(text: string, limit?: number): string {
  return plainLine(text, limit)
    .split(url)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : escaped(part)))
    .join('');
}

/** An address as a link that shows where it leads; anything else as inline code. */
export function markdownLink(address: string): string {
  return /^https:\/\/[\w.~:/?#@%&=+,;-]{1,500}$/.test(address) ? `<${address}>` : markdownCode(address, 500);
}

/** Foreign text as inline code that it cannot end. */
export function markdownCode(text: string, limit?: number): string {
  const line = plainLine(text, limit);
  if (line.trim() === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Foreign text as a block of code that it cannot end. */
export function markdownBlock(text: string): string {
  const block = plainBlock(text);
  const fence = '`'.repeat(Math.max(3, longestRun(block) + 1));
  return `${fence}\n${block.replace(/\n+$/, '')}\n${fence}`;
}

/** Scheme to the last character that does not belong to the sentence around it. */
const url = /\b((?:https?|ftp|wss?|file):\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)’])/i;

// A word joiner after these keeps GitHub and GitLab from pinging people and from linking issues.
const joiner = '\u2060';

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#+\-.!|~&$^=:]/g, (mark) => (needsEscape.has(mark) ? `\\${mark}` : mark))
    .replace(/@(?=[\w-])/g, `@${joiner}`)
    .replace(/#(?=\d)/g, `#${joiner}`)
    .replace(/\b(GH|gh)-(?=\d)/g, `$1-${joiner}`)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([-+=>])/, '$1\\$2')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}${joiner}.`);
}

/** What means something within a line; marks that only mean something at its start are escaped there. */
const needsEscape = new Set([...'\\`*_[]<>#|~&!$']);

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
