import type { FailedExchange } from '../kernel/exchange.ts';
import type { Report } from '../kernel/report.ts';
import { rpcMethod } from './exchange-words.ts';

/** Why the run did not come to its end, and what was open then; null for a complete run. */
export function cutShortWords(report: Report): string | null {
  switch (report.run.status) {
    case 'interrupted':
    case 'cancelled':
      return `The run was interrupted.${openQuestionWords(report)}`;
    case 'deadline':
      return `The run came to its time limit.${openQuestionWords(report)}`;
    case 'needs-permission':
      return `${missingHosts(report) ?? 'A host'} was not asked, because that was not allowed. This is what can be said without it.`;
    case 'complete':
      return null;
  }
}

/** What to do about a run that ended before its first answer, or before anything was found; null where that is not what happened. */
export function afterCutShort(report: Report): string | null {
  const { status } = report.run;
  // Whoever stopped it knows why; what was found by then is for them to mend first.
  const isStopped = status === 'interrupted' || status === 'cancelled';
  const hasFault = report.verdict === 'broken' || report.verdict === 'degraded';
  if (isStopped && !hasFault) return 'Run the same check again, and let it come to its end.';
  if (status === 'needs-permission' && !hasFault) {
    return `Run the same check again and allow ${missingHosts(report) ?? 'what it asks for'}: only then can the rest be seen.`;
  }
  if (isStopped || status === 'complete' || report.verdict !== 'unknown' || !openQuestion(report)) return null;
  const longer = report.vantage === 'cli' ? ' with a longer --timeout' : '';
  return `Run the same check again${longer}; if it stays like this, the server is too slow or hangs.`;
}

/** The hosts that were not allowed, as a list; null when none is named. */
function missingHosts({ run }: Report): string | null {
  const hosts = [
    ...new Set(run.missingOrigins.map((origin) => origin.replace(/^[^/]*\/\//, '').replace(/\/.*$/s, ''))),
  ];
  return hosts.length === 0 ? null : hosts.join(' and ');
}

/** “Judged again on …” for a saved report; null for a run of its own. */
export function judgedAgainWords({ judgedAgainAt, createdAt }: Report): string | null {
  return judgedAgainAt === undefined
    ? null
    : `Judged again on ${minuteOf(judgedAgainAt)} from a report of ${minuteOf(createdAt)}.`;
}

/** A time stamp to the minute, as people read it. */
export function minuteOf(timestamp: string): string {
  return timestamp.replace('T', ' ').replace(/(:\d\d)?(\.\d+)?Z$/, ' UTC');
}

/** The earliest request of the walk that the end of the run cut off. */
function openQuestion({ exchanges }: Report): FailedExchange | undefined {
  return exchanges.find(
    (exchange) => exchange.kind === 'failure' && exchange.reason === 'aborted' && exchange.variant.era !== null,
  ) as FailedExchange | undefined;
}

function openQuestionWords(report: Report): string {
  const open = openQuestion(report);
  const rest = report.findings.length > 0 ? ' This is what was found so far.' : '';
  if (!open) return rest;
  const method = rpcMethod(open.requestBody);
  const what = method === undefined ? `the request to ${open.url}` : `\`${method}\``;
  const seconds = (open.timing.durationMs / 1000).toFixed(1);
  const connected = wasConnected(report, open) ? 'The connection stood, but the' : 'The';
  return ` ${connected} server had not answered ${what} after ${seconds} s.${rest}`;
}

function wasConnected({ exchanges, facts }: Report, open: FailedExchange): boolean {
  return (
    facts.tls !== null ||
    exchanges.some(({ url, remoteAddress }) => remoteAddress !== null && sameOrigin(url, open.url))
  );
}

function sameOrigin(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;
}
