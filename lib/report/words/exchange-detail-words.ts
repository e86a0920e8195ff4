import { msg, say } from '../../i18n/say.ts';
import type { BodyEnd, Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { plainLine } from '../formats/plain.ts';
import { bytesWords, msWords } from './measures.ts';

/** How long an exchange took, to its first byte and in all. */
export function exchangeTimeWords({ headersMs, durationMs }: Exchange['timing']): string {
  if (headersMs === null) return say('{time}, without an answer', { time: msWords(durationMs) });
  const rest = msWords(Math.max(0, durationMs - headersMs));
  return say('{first} to the first byte, {rest} for the rest', { first: msWords(headersMs), rest });
}

/** As whom a request was sent. */
export function senderWords({ userAgent, origin }: Exchange['variant']): string {
  const name = plainLine(userAgent, 300);
  return origin === null ? name : say('{name}, from {origin}', { name, origin: plainLine(origin, 200) });
}

const endWords: Readonly<Record<BodyEnd, string | null>> = {
  complete: null,
  enough: msg('Reading stopped when enough was seen.'),
  limit: msg('Reading stopped at the limit.'),
  timeout: msg('The rest did not come in time.'),
  aborted: msg('Reading was cut short.'),
  reset: msg('The connection was closed in the middle.'),
};

/** The size of a body, and how the reading of it ended where that was not at its end. */
export function bodyNote({ bodyBytes, bodyTruncated, bodyEnd }: ResponseExchange): string {
  const cut = bodyTruncated && bodyEnd === 'complete' ? msg('Only its beginning is kept.') : null;
  const end = endWords[bodyEnd] ?? cut;
  return [bytesWords(bodyBytes), end === null ? null : say(end)].filter((part) => part !== null).join('. ');
}
