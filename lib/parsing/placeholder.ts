import { isReservedHostname } from '../kernel/address.ts';

/** Names of things that a guide asks its reader to fill in. Others after “your” stand in the names of real sites. */
const nouns =
  'domain|subdomain|server|host|hostname|company|tenant|site|app|org|organi[sz]ation|instance|workspace|project|connector|mcp|url|endpoint|api|api-key|token';

/** The ones that are also written without a mark between the words. */
const joinedNouns = 'domain|subdomain|server|host|hostname|company|tenant|organi[sz]ation|instance|workspace';

/** In the order in which they are looked for; each finds the piece that is to be filled in. */
const marks: readonly RegExp[] = [
  /<[^<>\n]{1,80}>/,
  /\$\{[^{}\n]{1,80}\}/,
  /\{\{[^{}\n]{1,80}\}\}/,
  /\{[^{}\n]{1,80}\}/,
  /%(?:7B|3C)(?:(?!%7D|%3E)[^\s/]){1,80}%(?:7D|3E)/i,
  /\[(?:your|my|host|domain|server|name|tenant|subdomain|url)[^[\]\n]{0,60}\]/i,
  /\bYOUR[_-][\w-]*/,
  new RegExp(`\\byour(?:[_-](?:[a-z]+[_-])?(?:${nouns})|(?:${joinedNouns}))\\b`, 'i'),
  /\b(?:REPLACE|CHANGE)[_-]?ME\b/i,
  /\$[A-Z][A-Z_]+\b/,
];

const hostMarks: readonly RegExp[] = [/\bx{3,}\b/i, /\*(?:\.|$)/, /…|\.\.\./];

/** The piece of a URL-like text that stands for something to be filled in, the reserved example domains included; else undefined. */
export function findPlaceholder(text: string): string | undefined {
  for (const mark of marks) {
    const match = mark.exec(text);
    if (match !== null) return match[0];
  }
  const host = /^[a-z][a-z\d+.-]*:\/*([^/?#]*)/i.exec(text)?.[1]?.replace(/^.*@/, '');
  if (host === undefined) return undefined;
  if (hostMarks.some((mark) => mark.test(host))) return host;
  const name = host.replace(/:\d*$/, '').toLowerCase();
  return isReservedHostname(name) ? name : undefined;
}
