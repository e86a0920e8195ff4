import { isJsonObject, type Json } from '../kernel/json.ts';
import { parseBoundedJson } from './bounded-json.ts';
import { bridgedUrl } from './typed-command.ts';

/** What a pasted configuration holds: the URL of a remote server, only commands, or neither. */
export type ConfigReading =
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'local' } | { readonly kind: 'nothing' };

const urlMembers = ['url', 'serverUrl', 'httpUrl', 'server_url'] as const;
const mostNodes = 10_000;

/** Reads a text as a client's configuration (JSON, a piece of it, or TOML); undefined when it is none. Never throws. */
export function readConfig(text: string): ConfigReading | undefined {
  const unfenced = text.replace(/^```\w*\s*/, '');
  const bare = (unfenced.endsWith('```') ? unfenced.slice(0, -3) : unfenced).trimEnd();
  if (!/^\{\s*(?:["}]|\/[/*])|^\[\s*\{|^"[^"\n]{1,200}"\s*:|^\[[\w."-]+\]\s*\n/.test(bare)) return undefined;
  for (const candidate of [bare, `{${bare.endsWith(',') ? bare.slice(0, -1) : bare}}`]) {
    const parsed = parseBoundedJson(candidate);
    if (parsed.ok) return fromJson(parsed.value);
  }
  return fromText(bare);
}

function fromJson(root: Json): ConfigReading {
  let level: readonly Json[] = [root];
  let hasCommand = false;
  for (let nodes = 0; level.length > 0 && nodes < mostNodes; nodes += level.length) {
    for (const value of level) {
      const url = isJsonObject(value) ? urlOf(value) : undefined;
      if (url !== undefined) return { kind: 'url', url };
      hasCommand ||= isJsonObject(value) && typeof value['command'] === 'string';
    }
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return { kind: hasCommand ? 'local' : 'nothing' };
}

function urlOf(value: { readonly [member: string]: Json }): string | undefined {
  for (const member of urlMembers) {
    const found = value[member];
    if (typeof found === 'string' && found.trim() !== '') return found;
  }
  const { command, args } = value;
  if (!Array.isArray(args)) return undefined;
  const words = (args as readonly Json[]).filter((item): item is string => typeof item === 'string');
  return bridgedUrl(typeof command === 'string' ? [command, ...words] : words);
}

/** For what a strict parser refuses: comments, trailing commas, a piece cut out of a file, TOML. */
function fromText(text: string): ConfigReading {
  const url =
    /(?:^|[\s{,"'])(?:url|serverUrl|httpUrl|server_url)["']?\s{0,20}[:=]\s{0,20}["']([^"'\s]{1,2000})["']/.exec(
      text,
    )?.[1];
  if (url !== undefined) return { kind: 'url', url };
  const words = [...text.matchAll(/"([^"\s]{1,2000})"/g)].map((match) => match[1] ?? '');
  const bridged = bridgedUrl(words);
  if (bridged !== undefined) return { kind: 'url', url: bridged };
  return { kind: /(?:^|[\s{,"'])command["']?\s{0,20}[:=]/.test(text) ? 'local' : 'nothing' };
}
