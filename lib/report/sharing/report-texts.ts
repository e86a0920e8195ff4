import type { Exchange } from '../../kernel/exchange.ts';
import { readEscapes } from '../redaction/read-escapes.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';

/** What becomes of a text; names of members are texts as well. */
export type ChangeText = (text: string) => string;

/**
 * The report with each text changed that can speak of the connector, of people or of machines. What the contract fixes (codes, ids,
 * kinds, steps, sources) and the person’s own note stay as they are.
 */
export function changeTexts(report: Report, change: ChangeText): Report {
  const json = <T>(value: T): T => changeJson(value, change) as T;
  return {
    ...report,
    target: json(report.target),
    run: { ...report.run, consents: json(report.run.consents), missingOrigins: json(report.run.missingOrigins) },
    claude: json(report.claude),
    environment: json(report.environment),
    stop: report.stop && { ...report.stop, claudeSays: json(report.stop.claudeSays) },
    findings: report.findings.map((finding) => changeFinding(finding, change)),
    facts: json(report.facts),
    exchanges: report.exchanges.map(
      (exchange) => ({ ...json(exchange), id: exchange.id, kind: exchange.kind }) as Exchange,
    ),
    evidence: changeMembers(report.evidence, change),
    readiness: json(report.readiness),
    redactions: json(report.redactions),
    ...(report.tokenShapes && { tokenShapes: json(report.tokenShapes) }),
  };
}

/** The same for any JSON, names of members included. Members that are left as they are keep their order. */
export function changeJson(value: unknown, change: ChangeText): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => changeJson(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [changeName(name, change), changeJson(member, change)]),
  );
}

/** Most names of ours are plain words; one that a server chose may hold a host or the name of a tool. */
function changeName(name: string, change: ChangeText): string {
  return /^[a-z]+(?:[A-Z][a-z]+)*$/.test(name) ? name : change(name);
}

/** The keys of the evidence are ours. */
function changeMembers(evidence: Json, change: ChangeText): Json {
  if (!isJsonObject(evidence)) return evidence;
  return Object.fromEntries(
    Object.entries(evidence).map(([key, observation]) => [key, changeJson(observation, change) as Json]),
  );
}

function changeFinding(finding: WordedFinding, change: ChangeText): WordedFinding {
  return {
    ...finding,
    subject: {
      ...finding.subject,
      ...(finding.subject.url !== undefined && { url: change(finding.subject.url) }),
    },
    values: changeJson(finding.values, change) as WordedFinding['values'],
    title: change(finding.title),
    detail: change(finding.detail),
    fix: finding.fix.map((fix) => (fix.kind === 'text' ? { ...fix, text: change(fix.text) } : fix)),
  };
}

/** Each text that `changeTexts` would change, once, in its order, with what it is behind its escapes. */
export function textsOf(report: Report): readonly string[] {
  const texts = new Set<string>();
  changeTexts(report, (text) => {
    if (!texts.has(text)) for (const reading of readingsOf(text)) texts.add(reading);
    return text;
  });
  return [...texts];
}

function readingsOf(text: string): readonly string[] {
  const readings = [text];
  for (let next = readEscapes(text); next !== null && readings.length < mostReadings; next = readEscapes(next.text)) {
    readings.push(next.text);
  }
  return readings;
}

/** As many layers as are looked through when something is replaced, and the text itself. */
const mostReadings = 6;
