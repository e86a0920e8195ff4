import type { IgnoredParts } from '../kernel/target.ts';

/** Nothing was left aside. */
export const nothingIgnored: IgnoredParts = { addresses: 0, headers: 0 };

/** How many addresses besides the one that was taken stand among those found; the start of a longer one is the same. */
export function otherAddresses(found: readonly string[], taken: string): number {
  const others = found.map((address) => address.trim()).filter((address) => !taken.startsWith(address));
  return new Set(others).size;
}

/** The web addresses in a text, as they stand in it. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"'`“”()[\]]{1,2000}/gi)].map(([address]) => withoutMarks(address));
}

/** How many request headers the words of a command line give (`--header`, `-H`). */
export function headersInWords(words: readonly string[]): number {
  const headers = words.flatMap((word, index) => {
    if (word === '--header' || word === '-H') return [words[index + 1] ?? ''];
    return /^(?:--header=|-H(?=\w))(.*)$/s.exec(word)?.[1] ?? [];
  });
  return countForeign(headers.map((header) => header.slice(0, Math.max(0, header.indexOf(':'))).trim()));
}

/** How many request headers a piece of a configuration gives, whatever its syntax. */
export function headersInText(text: string): number {
  const blocks = [...text.matchAll(/headers["']?\s{0,20}[:=]\s{0,20}\{([^{}]{1,10000})\}/gi)].map(
    ([, block]) => block ?? '',
  );
  const names = blocks.flatMap((block) =>
    [...block.matchAll(/(?:^|,)\s{0,200}["']?([\w-]{1,100})["']?\s{0,20}[:=]/g)].map(([, name]) => name ?? ''),
  );
  return countForeign(names);
}

/** How many of these names are no headers that every MCP client sends by itself. */
export function countForeign(names: readonly string[]): number {
  return names.filter((name) => name !== '' && !ownOfClients.test(name)).length;
}

const ownOfClients = /^(?:accept|accept-.*|content-.*|connection|host|origin|user-agent|mcp-.*)$/i;

function withoutMarks(address: string): string {
  let end = address.length;
  // A loop: an expression that ends in `+$` takes quadratic time.
  while (end > 0 && '.,;:!?…}'.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}
