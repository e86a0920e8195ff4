import type { Exchange } from '../../kernel/exchange.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import type { ChangeText } from './report-texts.ts';

/**
 * The report with each text changed that a server answered: bodies, headers, and sentences in the evidence and in findings. A single word
 * in the evidence may be one of ours.
 */
export function changeAnswers(report: Report, change: ChangeText): Report {
  return {
    ...report,
    exchanges: report.exchanges.map((exchange) => answered(exchange, change)),
    evidence: sentences(report.evidence, change),
    findings: report.findings.map((finding) => quoted(finding, change)),
  };
}

function answered(exchange: Exchange, change: ChangeText): Exchange {
  if (exchange.kind !== 'response') return exchange;
  const headers = Object.entries(exchange.headers).map(([name, value]) => [name, change(value)] as const);
  return { ...exchange, headers: Object.fromEntries(headers), body: change(exchange.body) };
}

function sentences(value: Json, change: ChangeText): Json {
  if (typeof value === 'string') return isSentence(value) ? change(value) : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => sentences(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sentences(member, change)]));
}

function isSentence(text: string): boolean {
  return /\s/.test(text);
}

/** What a finding quotes stands in its values. */
function quoted(finding: WordedFinding, change: ChangeText): WordedFinding {
  const changes = Object.values(finding.values).flatMap((value) => {
    const put = typeof value === 'string' && isSentence(value) ? change(value) : value;
    return typeof value === 'string' && typeof put === 'string' && put !== value ? [[value, put] as const] : [];
  });
  if (changes.length === 0) return finding;
  const put = (text: string): string =>
    changes.reduce((rest, [before, after]) => rest.replaceAll(before, () => after), text);
  const values = Object.entries(finding.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? put(value) : value,
  ]);
  return {
    ...finding,
    values: Object.fromEntries(values) as WordedFinding['values'],
    title: put(finding.title),
    detail: put(finding.detail),
  };
}
