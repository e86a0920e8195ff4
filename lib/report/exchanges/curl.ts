import type { Exchange } from '../../kernel/exchange.ts';
import { shellWord } from './shell-text.ts';

/**
 * The request of an exchange as a curl command for a POSIX shell; null where it cannot be one (no http or https URL, a method that is
 * no token). Secrets stay as their marks. Nothing in a foreign report can become an option, a file name or a second command.
 */
export function curlCommand(exchange: Exchange): string | null {
  const { method, url, requestBody, requestHeaders, redirects } = exchange;
  if (!/^https?:\/\//i.test(url) || !token.test(method)) return null;
  const implied = requestBody === null ? 'GET' : 'POST';
  const headers = Object.entries(requestHeaders).filter(
    ([name]) => token.test(name) && !ownHeaders.has(name.toLowerCase()),
  );
  return [
    // Without globbing a URL is taken as it stands.
    `curl --include --globoff${redirects.length > 0 ? ' --location' : ''} --url ${shellWord(url)}`,
    ...(method === 'HEAD' ? ['--head'] : method === implied ? [] : [`--request ${shellWord(method)}`]),
    ...headers.map(([name, value]) => `--header ${shellWord(headerLine(name, value))}`),
    ...(isCompressed(headers) ? ['--compressed'] : []),
    ...(requestBody === null ? [] : [`--data-raw ${shellWord(requestBody)}`]),
  ].join(' \\\n  ');
}

/** True when something in the command has to be filled in before it works: secrets are kept nowhere. */
export function hasRedactions(command: string): boolean {
  return /redacted(?:-[a-z]+-\d+)?/.test(command);
}

/** RFC 9110 section 5.6.2. */
const token = /^[!#$%&'*+\-.^_`|~\w]+$/;

/** curl writes these itself, from the URL and the body. */
const ownHeaders: ReadonlySet<string> = new Set(['host', 'content-length', 'connection', 'transfer-encoding']);

/** curl takes a name with a semicolon for an empty value, and a colon with nothing behind it for “do not send”. */
function headerLine(name: string, value: string): string {
  const line = value.replace(/[\r\n]+/g, ' ').trim();
  return line === '' ? `${name};` : `${name}: ${line}`;
}

function isCompressed(headers: readonly (readonly [string, string])[]): boolean {
  return headers.some(([name]) => name.toLowerCase() === 'accept-encoding');
}
