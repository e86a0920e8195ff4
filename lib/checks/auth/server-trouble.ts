import type { AuthorizationServer, DocumentAttempt } from '../../kernel/evidence.ts';
import type { FailureReason } from '../../kernel/exchange.ts';
import { answerKind, type AnswerKind } from '../http/answer-kind.ts';
import { asksToWait } from '../http/asked-wait.ts';

/** How an authorization server's host fails, as values; `status` is 0 unless `how` is `http`. */
export interface ServerTrouble {
  readonly how: 'private-address' | 'not-https' | 'invalid-url' | 'http' | FailureReason;
  readonly status: number;
}

/** Failures of this machine, or of our own making: they say nothing about the server. */
export const failuresOfOurs: readonly FailureReason[] = [
  'proxy',
  'no-permission',
  'blocked-by-client',
  'aborted',
  'unknown',
];

/** Answers that come from an edge, or from a server in trouble, and not from what should hold the document. */
const troubled: readonly AnswerKind[] = [
  'tunnel-offline',
  'tunnel-interstitial',
  'login-wall',
  'bot-challenge',
  'edge-block',
  'gateway-error',
  'server-error',
];

/**
 * Why the metadata could not be had because of the host. Null when the host is well and does not have it; `unseen` when the
 * failure is on our side, or we were asked to wait. The first place decides: clients that meet trouble there go no further.
 */
export function serverTrouble(server: AuthorizationServer): ServerTrouble | 'unseen' | null {
  const first = server.attempts[0];
  return first ? troubleOf(first) : 'unseen';
}

function troubleOf({ exchange, refused }: DocumentAttempt): ServerTrouble | 'unseen' | null {
  if (refused !== null) return { how: refused, status: 0 };
  if (exchange === null) return 'unseen';
  if (exchange.kind === 'failure')
    return failuresOfOurs.includes(exchange.reason) ? 'unseen' : { how: exchange.reason, status: 0 };
  // Our own requests may have used the limit up; http.rate-limited speaks of it.
  if (asksToWait(exchange)) return 'unseen';
  const reply = { kind: 'other-type', contentType: exchange.headers['content-type'] ?? '' } as const;
  return troubled.includes(answerKind(exchange, reply)) ? { how: 'http', status: exchange.status } : null;
}
