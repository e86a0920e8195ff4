import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import type { IgnoredParts } from '../kernel/target.ts';
import { parseBoundedJson } from './bounded-json.ts';
import { bridgedUrl } from './typed-command.ts';
import { countForeign, headersInText, headersInWords, otherAddresses } from './typed-ignored.ts';

/** What a pasted configuration holds: the URL of a remote server, only commands, or neither. */
export type ConfigReading =
  | { readonly kind: 'url'; readonly url: string; readonly ignored: IgnoredParts }
  | { readonly kind: 'local' }
  | { readonly kind: 'nothing' };

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
  const servers: { readonly url: string; readonly server: JsonObject }[] = [];
  for (let nodes = 0; level.length > 0 && nodes < mostNodes; nodes += level.length) {
    const containers: Json[] = [];
    for (const value of level) {
      const url = isJsonObject(value) ? urlOf(value) : undefined;
      if (isJsonObject(value) && url !== undefined) servers.push({ url, server: value });
      else containers.push(value);
      hasCommand ||= isJsonObject(value) && typeof value['command'] === 'string';
    }
    level = containers.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  const [first] = servers;
  if (!first) return { kind: hasCommand ? 'local' : 'nothing' };
  const { url, server } = first;
  const addresses = otherAddresses(
    servers.map((each) => each.url),
    url,
  );
  return { kind: 'url', url, ignored: { addresses, headers: headersOf(server) } };
}

function headersOf(server: JsonObject): number {
  const blocks = ['headers', 'http_headers'].flatMap((member) => {
    const block = server[member];
    return isJsonObject(block) ? Object.keys(block) : [];
  });
  return countForeign(blocks) + headersInWords(argumentsOf(server));
}

function urlOf(value: JsonObject): string | undefined {
  for (const member of urlMembers) {
    const found = value[member];
    if (typeof found === 'string' && found.trim() !== '') return found;
  }
  const { command } = value;
  const words = argumentsOf(value);
  return bridgedUrl(typeof command === 'string' ? [command, ...words] : words);
}

function argumentsOf({ args }: JsonObject): readonly string[] {
  if (!Array.isArray(args)) return [];
  return (args as readonly Json[]).filter((item): item is string => typeof item === 'string');
}

/** For what a strict parser refuses: comments, trailing commas, a piece cut out of a file, TOML. */
function fromText(text: string): ConfigReading {
  const urls = [
    ...text.matchAll(
      /(?:^|[\s{,"'])(?:url|serverUrl|httpUrl|server_url)["']?\s{0,20}[:=]\s{0,20}["']([^"'\s]{1,2000})["']/g,
    ),
  ].map((match) => match[1] ?? '');
  const [url] = urls;
  if (url !== undefined) {
    return { kind: 'url', url, ignored: { addresses: otherAddresses(urls, url), headers: headersInText(text) } };
  }
  const words = [...text.matchAll(/"([^"\n]{1,2000})"/g)].map((match) => match[1] ?? '');
  const bridged = bridgedUrl(words);
  if (bridged !== undefined) {
    return { kind: 'url', url: bridged, ignored: { addresses: 0, headers: headersInWords(words) } };
  }
  return { kind: /(?:^|[\s{,"'])command["']?\s{0,20}[:=]/.test(text) ? 'local' : 'nothing' };
}
