import { msg, say } from '../../lib/i18n/say.ts';
import type { JsonObject } from '../../lib/kernel/json.ts';
import { pairsAt, textAt } from './bundle-facts.ts';

export interface ManifestRow {
  readonly label: string;
  /** Foreign text, not yet made harmless. */
  readonly value: string;
}

/** A manifest’s single members as labelled lines; what it does not say is left out. */
export function manifestRows(manifest: JsonObject, manifestVersion: string | null): readonly ManifestRow[] {
  const at = (...path: readonly string[]): string | null => textAt(manifest, ...path);
  const rows: readonly (readonly [string, string | null])[] = [
    [say('Name'), at('name')],
    [say('Version'), at('version')],
    [say('Manifest version'), manifestVersion],
    [say('Author'), joined(at('author', 'name'), at('author', 'email'), at('author', 'url'))],
    [say('License'), at('license')],
    [say('Repository'), at('repository', 'url') ?? at('repository')],
    [say('Homepage'), at('homepage')],
    [say('Documentation'), at('documentation')],
    [say('Support'), at('support')],
    [say('Keywords'), at('keywords')],
    [say('Server'), joined(at('server', 'type'), at('server', 'entry_point'))],
    [say('Is started by'), joined(at('server', 'mcp_config', 'command'), at('server', 'mcp_config', 'args'))],
    [say('Claude Desktop'), at('compatibility', 'claude_desktop')],
    [say('Systems'), at('compatibility', 'platforms')],
    [say('Needs'), pairsAt(manifest, 'compatibility', 'runtimes')],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

/** What became of the icon, in a few words. */
export function iconStateWords(state: string): string {
  const words = Object.hasOwn(iconStates, state) ? iconStates[state] : undefined;
  return words === undefined ? '' : say(words);
}

const iconStates: Readonly<Record<string, string>> = {
  loaded: msg('in the bundle'),
  missing: msg('not in the bundle'),
  remote: msg('on the web: it must be in the bundle'),
  absolute: msg('a path outside the bundle'),
  variable: msg('a path with a variable in it'),
  'too-large': msg('too large to be read'),
};

function joined(...parts: readonly (string | null)[]): string | null {
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? null : told.join(' · ');
}
