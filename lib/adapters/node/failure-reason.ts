import type { FailureReason } from '../../kernel/exchange.ts';

/** Why something failed, in our name and in the platform's own words. */
export interface Failure {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  readonly detail: string;
  /** The address that was dialled, when it came to that. */
  readonly remoteAddress: string | null;
}

/** Names an error of Node's network stack or of the HTTP parser. What is not recognized is `unknown`. */
export function reasonOf(error: unknown): FailureReason {
  if (isMalformed(error)) return 'malformed-http';
  const code = codeOf(error);
  const known = reasons[code];
  if (known !== undefined) return known;
  if (code.startsWith('EAI_')) return 'dns';
  if (code.startsWith('HPE_')) return 'malformed-http';
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return 'tls-handshake';
  return 'unknown';
}

/** The platform's own words for an error, on one line, with its code. */
export function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  // OpenSSL's messages name source files of the build machine; its reason alone says the same.
  const words = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  const code = codeOf(error);
  return oneLine(code === '' || words.includes(code) ? words : `${words} (${code})`);
}

/** A failure made of an error. */
export function failureOf(error: unknown, remoteAddress: string | null = null): Failure {
  return { kind: 'failed', reason: reasonOf(error), detail: detailOf(error), remoteAddress };
}

/** A failure whose reason is known. */
export function failed(reason: FailureReason, detail: string, remoteAddress: string | null = null): Failure {
  return { kind: 'failed', reason, detail, remoteAddress };
}

/** The failure of something that an aborted signal ended: `timeout` when a time limit did it, else `aborted`. */
export function stopped(signal: AbortSignal, doing: string, remoteAddress: string | null = null): Failure {
  return stopReason(signal) === 'timeout'
    ? failed('timeout', `${doing} took too long`, remoteAddress)
    : failed('aborted', `${doing} was stopped`, remoteAddress);
}

/** What ended it: a time limit (ours, or `AbortSignal.timeout`), or somebody. */
export function stopReason(signal: AbortSignal): 'timeout' | 'aborted' {
  const reason: unknown = signal.reason;
  if (reason === timeLimit) return 'timeout';
  return reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'aborted';
}

/** The abort reason that stands for a time limit. */
export const timeLimit = 'time limit';

const reasons: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'dns',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_DESTROYED: 'aborted',
  UND_ERR_ABORTED: 'aborted',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timeout',
  EPROTO: 'tls-handshake',
  UND_ERR_HEADERS_OVERFLOW: 'malformed-http',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'malformed-http',
};

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  const { code } = error;
  return typeof code === 'string' ? code : '';
}

/** What the HTTP client's parser refused, and the answers that it takes for broken sockets: to nobody's question, or with an unwanted upgrade. */
function isMalformed(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'HTTPParserError') return true;
  return codeOf(error) === 'UND_ERR_SOCKET' && unwantedAnswers.has(error.message);
}

const unwantedAnswers: ReadonlySet<string> = new Set(['bad response', 'bad upgrade']);

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
