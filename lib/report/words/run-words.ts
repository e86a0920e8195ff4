import { say, sayCount, spokenLanguage } from '../../i18n/say.ts';
import type { FailedExchange } from '../../kernel/exchange.ts';
import type { Report } from '../../kernel/report.ts';
import { rpcMethod } from './exchange-words.ts';
import { secondsWords } from './measures.ts';
import { whenWords } from './when-words.ts';

/** Why the run did not come to its end, and what was open then; null for a complete run. */
export function cutShortWords(report: Report): string | null {
  switch (report.run.status) {
    case 'interrupted':
    case 'cancelled':
      return [say('The run was interrupted.'), ...openQuestionWords(report)].join(' ');
    case 'deadline':
      return [say('The run came to its time limit.'), ...openQuestionWords(report)].join(' ');
    case 'needs-permission':
      return notAllowedWords(missingHosts(report));
    case 'complete':
      return null;
  }
}

function notAllowedWords(hosts: string | null): string {
  return hosts === null
    ? say('A host was not asked, because that was not allowed. This is what can be said without it.')
    : say('{hosts} was not asked, because that was not allowed. This is what can be said without it.', { hosts });
}

/** What to do about a run that ended before its first answer, or before anything was found; null where that is not what happened. */
export function afterCutShort(report: Report): string | null {
  const { status } = report.run;
  // Whoever stopped it knows why; what was found by then is for them to mend first.
  const isStopped = status === 'interrupted' || status === 'cancelled';
  const hasFault = report.verdict === 'broken' || report.verdict === 'degraded';
  if (isStopped && !hasFault) return say('Run the same check again, and let it come to its end.');
  if (status === 'needs-permission' && !hasFault) {
    const hosts = missingHosts(report);
    return hosts === null
      ? say('Run the same check again and allow what it asks for: only then can the rest be seen.')
      : say('Run the same check again and allow {hosts}: only then can the rest be seen.', { hosts });
  }
  if (isStopped || status === 'complete' || report.verdict !== 'unknown' || !openQuestion(report)) return null;
  return report.vantage === 'cli'
    ? say('Run the same check again with a longer --timeout; if it stays like this, the server is too slow or hangs.')
    : say('Run the same check again; if it stays like this, the server is too slow or hangs.');
}

/** The hosts that were not allowed, as a list; null when none is named. */
function missingHosts({ run }: Report): string | null {
  const hosts = [
    ...new Set(run.missingOrigins.map((origin) => origin.replace(/^[^/]*\/\//, '').replace(/\/.*$/s, ''))),
  ];
  return hosts.length === 0 ? null : hosts.reduce((all, host) => say('{all} and {last}', { all, last: host }));
}

/** “Judged again on …” for a saved report; null for a run of its own. */
export function judgedAgainWords({ judgedAgainAt, createdAt }: Report): string | null {
  if (judgedAgainAt === undefined) return null;
  const times = { again: minuteOf(judgedAgainAt), made: minuteOf(createdAt) };
  return say('Judged again on {again} from a report of {made}.', times);
}

/** A time stamp to the minute: “2026-11-21 10:04 UTC”. */
export function minuteOf(timestamp: string): string {
  const at = Date.parse(timestamp);
  if (spokenLanguage() !== 'en' && !Number.isNaN(at)) return `${whenWords(at, 0, 'UTC')} UTC`;
  return timestamp.replace('T', ' ').replace(/(:\d\d)?(\.\d+)?Z$/, ' UTC');
}

/** “12 requests”. */
export function requestsWords({ facts }: Report): string {
  return sayCount(facts.timing.requests, { one: '{count} request', other: '{count} requests' });
}

/** “31 checks passed”. */
export function passedWords({ passed }: Report): string {
  return sayCount(passed.length, { one: '{count} check passed', other: '{count} checks passed' });
}

/** The earliest request of the walk that the end of the run cut off. */
function openQuestion({ exchanges }: Report): FailedExchange | undefined {
  return exchanges.find(
    (exchange) => exchange.kind === 'failure' && exchange.reason === 'aborted' && exchange.variant.era !== null,
  ) as FailedExchange | undefined;
}

/** What was open at the end, and that something was found before; each a sentence. */
function openQuestionWords(report: Report): readonly string[] {
  const open = openQuestion(report);
  return [
    ...(open ? [unansweredWords(open, wasConnected(report, open))] : []),
    ...(report.findings.length > 0 ? [say('This is what was found so far.')] : []),
  ];
}

function unansweredWords({ requestBody, url, timing }: FailedExchange, connected: boolean): string {
  const method = rpcMethod(requestBody);
  const time = secondsWords(timing.durationMs);
  if (method === undefined) {
    return connected
      ? say('The connection stood, but the server had not answered the request to {url} after {time}.', { url, time })
      : say('The server had not answered the request to {url} after {time}.', { url, time });
  }
  const values = { method: `\`${method}\``, time };
  return connected
    ? say('The connection stood, but the server had not answered {method} after {time}.', values)
    : say('The server had not answered {method} after {time}.', values);
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
