import type { Headers } from '../kernel/exchange.ts';
import { say } from '../i18n/say.ts';
import { ok, problem, type Read } from './read.ts';

/** Seconds, with decimals, as milliseconds. */
export function readSeconds(option: string, text: string, most: number): Read<number> {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (seconds > 0 && seconds <= most) return ok(Math.max(1, Math.round(seconds * 1000)));
  return problem(say('{option} needs a number of seconds above 0 and up to {most}.', { option, most }));
}

const mostBodyBytes = 1024 ** 3;

/** A number of bytes, as `--max-body` takes it. */
export function readBytes(option: string, text: string): Read<number> {
  const bytes = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (bytes > 0 && bytes <= mostBodyBytes) return ok(bytes);
  return problem(say('{option} needs a whole number of bytes from 1 to {most}.', { option, most: mostBodyBytes }));
}

/** RFC 9110 section 5.6.2. */
const token = /^[!#$%&'*+\-.^_`|~\w]+$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]+$/;

/** Headers that belong to the connection, or that a check sets by itself: an own value would only make its findings wrong. */
const ownedHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'last-event-id',
  'mcp-method',
  'mcp-name',
  'mcp-protocol-version',
  'mcp-session-id',
  'origin',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** `Name: value` pairs of `--header`, names in lower case. Problems never repeat a value. */
export function readHeaders(texts: readonly string[]): Read<Headers> {
  const headers = new Map<string, string>();
  for (const text of texts) {
    const colon = text.indexOf(':');
    const name = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = text.slice(colon + 1).trim();
    if (colon < 1 || !token.test(name) || !fieldValue.test(value)) {
      return problem(say('--header needs “Name: value”, with a value of printable characters.'));
    }
    if (name === 'user-agent') return problem(say('Use --user-agent instead of a --header for User-Agent.'));
    if (ownedHeaders.has(name))
      return problem(say('--header cannot set {name}: the check sets it by itself.', { name }));
    if (headers.has(name)) return problem(say('--header was given twice for {name}.', { name }));
    headers.set(name, value);
  }
  return ok(Object.fromEntries(headers));
}

/** A User-Agent that can be sent. */
export function readUserAgent(text: string): Read<string> {
  return fieldValue.test(text) && text.trim() !== ''
    ? ok(text.trim())
    : problem(say('--user-agent needs printable characters.'));
}

/** The address of a DNS-over-HTTPS endpoint; plain http only on this machine itself. */
export function readResolver(text: string): Read<string> {
  const sentence = say(
    '--resolver needs the https URL of a DNS-over-HTTPS endpoint, such as https://dns.google/resolve.',
  );
  if (!URL.canParse(text)) return problem(sentence);
  const url = new URL(text);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.username !== '' || url.password !== '')
    return problem(say('--resolver cannot hold a user name or a password.'));
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback) ? ok(url.href) : problem(sentence);
}

/** The address of a client ID metadata document: https, with a path. */
export function readClientMetadataUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const usable = url?.protocol === 'https:' && url.pathname !== '/' && url.username === '' && url.hash === '';
  // Not `href`: the address is the client id, and is compared letter by letter.
  return usable
    ? ok(text)
    : problem(say('--client-metadata-url needs an https URL with a path, and without a fragment.'));
}

/** A callback on this machine, as RFC 8252 section 7.3 has it; without a port any free one is meant. */
export function readCallback(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLoopback = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  const isPlain = url?.search === '' && url.hash === '' && url.username === '';
  return isLoopback && isPlain
    ? ok(text)
    : problem(say('--callback needs an http URL on 127.0.0.1 or localhost, such as http://127.0.0.1:8080/callback.'));
}

/** curl's HOST1:PORT1:HOST2:PORT2 as it stands; IPv6 literals are in brackets, and every part may be empty. */
export function readConnectTo(text: string): Read<string> {
  const ports = /^(?:\[[^\]]*\]|[^:[\]]*):(\d*):(?:\[[^\]]*\]|[^:[\]]*):(\d*)$/.exec(text);
  const valid = ports?.slice(1).every((port) => port === '' || (Number(port) >= 1 && Number(port) <= 65_535));
  if (valid) return ok(text);
  return problem(say('--connect-to needs HOST1:PORT1:HOST2:PORT2, such as mcp.example.com:443:127.0.0.1:8443.'));
}
