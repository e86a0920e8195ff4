import { isJsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { observedValue } from '../data/evidence-value.ts';
import { literalTerms } from './literal-terms.ts';
import type { Replacer } from './replacer.ts';

/** Leaves out what the browser and the machine are: what the browser calls itself, its language, and the proxy on the way. */
export function leaveOutSystem(report: Report, replacer: Replacer): Report {
  const proxy = observedValue(report.evidence, 'surroundings')?.['proxy'];
  const authority = typeof proxy === 'string' && URL.canParse(proxy) ? new URL(proxy).host : null;
  const told = new Map<string, string>();
  if (authority !== null && authority !== '') told.set(authority, 'proxy.internal:8080');
  for (const agent of browsersIn(report)) told.set(agent, browserLeftOut);
  const language = report.environment?.language;
  const { browser, os } = report.environment ?? { browser: null, os: null };
  for (const words of [browser, os]) if (words !== null && words.length > 5) told.set(words, 'withheld');
  for (const [text, put] of told) replacer.encoded(text, put);
  replacer.rule(literalTerms(told));
  return {
    ...report,
    environment: null,
    exchanges: report.exchanges.map((exchange) => ({
      ...exchange,
      requestHeaders: withoutHints(exchange.requestHeaders, language !== null && language !== undefined),
    })),
  };
}

/** What a browser calls itself here; checks that look for one still see one. */
const browserLeftOut = 'Mozilla/5.0 (withheld)';

/** Names of browsers that were really sent; the ones that every run sends by name (Claude’s, our own, the one for comparison) say nothing. */
function browsersIn({ exchanges, evidence }: Report): ReadonlySet<string> {
  const compared = observedValue(evidence, 'user-agents')?.['repeats'];
  const ours = new Set(
    Array.isArray(compared)
      ? (compared as readonly unknown[]).map((repeat) => (isJsonObject(repeat) ? repeat['userAgent'] : null))
      : [],
  );
  const sent = exchanges.flatMap(({ variant, requestHeaders }) => [
    variant.userAgent,
    requestHeaders['user-agent'] ?? '',
  ]);
  return new Set(sent.filter((agent) => agent.startsWith('Mozilla/') && !ours.has(agent)));
}

function withoutHints(
  headers: Readonly<Record<string, string>>,
  hasLanguage: boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^sec-ch-/.test(name) && !(hasLanguage && name === 'accept-language')),
  );
}
