import { say } from '../../i18n/say.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { differenceWords, outcomeWords, proofsOf, rpcMethod } from './exchange-words.ts';

/**
 * The exchanges by which a finding is shown to somebody. Of a request that was refused under one name and taken under another it shows a
 * pair in which the second was answered well, where the run holds one: an error beside an error looks like two refusals.
 */
export function shownProofs(finding: WordedFinding, exchanges: readonly Exchange[]): readonly Exchange[] {
  const proofs = proofsOf(finding, exchanges);
  const [refused, passed, ...rest] = proofs;
  if (refused === undefined || passed === undefined || !differByName(refused, passed) || isWell(passed)) return proofs;
  const clearer = clearerPair(refused, passed, exchanges);
  return clearer === null ? proofs : [...clearer, ...rest];
}

/** What was asked and what came of it, and by what it differs from the exchange that stands beside it. */
export function proofLine(exchange: Exchange, other: Exchange | undefined): string {
  const asked = `${exchange.method} ${exchange.url}`;
  const difference = proofDifference(exchange, other);
  return `${difference === '' ? asked : `${asked} (${difference})`} → ${proofOutcome(exchange, other)}`;
}

/** By what a request differs from the one beside it, but for the time, in a few words; empty where it does not. */
export function proofDifference(exchange: Exchange, other: Exchange | undefined): string {
  const difference = other === undefined ? '' : differenceWords(exchange, other);
  return [say('earlier'), say('later')].includes(difference) ? '' : difference;
}

/** What came of it; an error of the server itself is told from the refusal beside it. */
export function proofOutcome(exchange: Exchange, other: Exchange | undefined): string {
  const outcome = outcomeWords(exchange);
  return other !== undefined && differByName(other, exchange) && isAnsweredByServer(exchange, other)
    ? say('{outcome} (let through: the server itself answered)', { outcome })
    : outcome;
}

/** All of them as lines, each told from the first, and the first from the second. */
export function proofLines(proofs: readonly Exchange[]): readonly string[] {
  return proofs.map((exchange, index) => proofLine(exchange, proofs[index === 0 ? 1 : 0]));
}

function differByName(a: Exchange, b: Exchange): boolean {
  return isAlike(a, b) && a.variant.userAgent !== b.variant.userAgent;
}

function isAlike(a: Exchange, b: Exchange): boolean {
  return a.method === b.method && a.url === b.url && rpcMethod(a.requestBody) === rpcMethod(b.requestBody);
}

function isWell(exchange: Exchange): boolean {
  return exchange.kind === 'response' && exchange.status < 400;
}

/** Servers refuse in JSON what they do not know; whoever stands before them refuses with a page. */
function isAnsweredByServer(exchange: Exchange, other: Exchange): boolean {
  const isError = exchange.kind === 'response' && exchange.status >= 400 && exchange.status < 500;
  return isError && isJson(exchange) && !isJson(other);
}

function isJson(exchange: Exchange): boolean {
  return exchange.kind === 'response' && /\bjson\b/.test(exchange.headers['content-type'] ?? '');
}

function clearerPair(
  refused: Exchange,
  passed: Exchange,
  exchanges: readonly Exchange[],
): readonly [Exchange, Exchange] | null {
  const end = outcomeWords(refused);
  for (const other of exchanges) {
    if (other.variant.userAgent !== refused.variant.userAgent || other.url !== refused.url) continue;
    if (outcomeWords(other) !== end) continue;
    const answered = exchanges.find(
      (each) => each.variant.userAgent === passed.variant.userAgent && isAlike(each, other) && isWell(each),
    );
    if (answered !== undefined) return [other, answered];
  }
  return null;
}
