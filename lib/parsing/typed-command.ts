import type { IgnoredParts } from '../kernel/target.ts';
import { headersInText, headersInWords, otherAddresses } from './typed-ignored.ts';

/** What a pasted command line is: the connection to a remote server, or the start of a local one. */
export type CommandReading =
  { readonly kind: 'url'; readonly url: string; readonly ignored: IgnoredParts } | { readonly kind: 'local' };

/** Programs that guides for MCP servers have people run, and what follows those that are also words of a sentence. */
const programs: ReadonlyMap<string, RegExp> = new Map([
  ...['npx', 'pnpx', 'bunx', 'uvx', 'pipx', 'npm', 'pnpm', 'yarn', 'uv', 'pip', 'pip3', 'deno', 'docker', 'podman'].map(
    (name) => [name, /^./] as const,
  ),
  ...[
    'python',
    'python3',
    'py',
    'node',
    'bun',
    'java',
    'php',
    'ruby',
    'bash',
    'sh',
    'zsh',
    'dotnet',
    'cargo',
    'go',
  ].map((name) => [name, /^-|[./\\]|^(?:run|x|exec)$/] as const),
  ...['cmd', 'powershell', 'pwsh'].map((name) => [name, /^[-/]/] as const),
  ...['claude', 'codex', 'gemini', 'code', 'cursor'].map((name) => [name, /^mcp$|^--?[a-z]/] as const),
  ...['curl', 'wget', 'mcp-remote', 'mcp-proxy', 'supergateway'].map((name) => [name, /^-|^https?:/] as const),
]);

/** Programs whose URL argument is the server itself. */
const clients: readonly string[] = ['claude', 'codex', 'gemini', 'code', 'cursor', 'curl', 'wget'];

/** Packages that connect a local client to a remote server, so that their URL is the server’s. */
const bridges = /(?:^|[/@])(?:mcp-remote|mcp-proxy|supergateway|add-mcp|inspector|mcp-inspector)(?:@[\w.^~-]+)?$/i;

const address = /^https?:\/\/./i;

/** Reads a text as a command line; undefined when it does not begin with a program that such command lines begin with. */
export function readCommand(text: string): CommandReading | undefined {
  const words = shellWords(text.replace(/^[$>#%]\s+/, ''));
  const start = words.findIndex((word) => word !== 'sudo' && word !== 'env' && !/^[A-Za-z_]\w*=/.test(word));
  const [program, ...rest] = start === -1 ? [] : words.slice(start);
  if (program === undefined) return undefined;
  const name = program.toLowerCase().replace(/\.exe$/, '');
  return programs.get(name)?.test(rest[0] ?? '') ? ofProgram(name, rest) : undefined;
}

/** The URL that `mcp-remote` or another bridge is given among these words of a command line; else undefined. */
export function bridgedUrl(words: readonly string[]): string | undefined {
  const bridge = words.findIndex((word) => bridges.test(word));
  if (bridge === -1) return undefined;
  return words.slice(bridge + 1).find((word) => address.test(word));
}

function ofProgram(program: string, rest: readonly string[]): CommandReading {
  const bridged = bridgedUrl([program, ...rest]);
  if (bridged !== undefined)
    return { kind: 'url', url: bridged, ignored: { addresses: 0, headers: headersInWords(rest) } };
  if (!clients.includes(program)) return { kind: 'local' };
  // What follows `--` is the command line of a local server.
  const end = rest.indexOf('--');
  const own = end === -1 ? rest : rest.slice(0, end);
  const addresses = own.filter((word) => address.test(word));
  const url = addresses[0] ?? own.map(urlInJson).find((found) => found !== undefined);
  if (url === undefined) return { kind: 'local' };
  const headers = headersInWords(own) + headersInText(own.join(' '));
  return { kind: 'url', url, ignored: { addresses: otherAddresses(addresses, url), headers } };
}

/** The quotes may be gone: a shell takes them away when the command was not quoted as a whole. */
function urlInJson(word: string): string | undefined {
  return /(?:^|[{,\s"'])(?:url|serverUrl|httpUrl)["']?\s{0,20}:\s{0,20}["']?(https?:[^"'\s,{}]{1,2000})/i.exec(
    word,
  )?.[1];
}

const mostWords = 200;

/** Splits at white space outside quotes; a backslash at the end of a line joins it with the next. */
function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length && words.length < mostWords; at += 1) {
    const character = text.charAt(at);
    if (character === '\\' && /["'\\\n]/.test(text.charAt(at + 1)) && quote !== "'") {
      at += 1;
      word += text.charAt(at) === '\n' ? '' : text.charAt(at);
    } else if (quote === '' && /\s/.test(character)) {
      if (word !== '') words.push(word);
      word = '';
    } else if (quote === '' ? character === '"' || character === "'" : character === quote) {
      quote = quote === '' ? character : '';
    } else word += character;
  }
  return word === '' ? words : [...words, word];
}
