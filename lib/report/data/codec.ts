import { jsonNesting } from '../../kernel/json-nesting.ts';
import * as z from 'zod/mini';
import { say, sayCount } from '../../i18n/say.ts';
import { isJsonObject, stringMember, type JsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { missingExchanges } from './evidence-codec.ts';
import { maxReportLength } from './limits.ts';
import { migrated } from './migrations.ts';
import { otherJsonWords, otherTextWords, severalWords } from './other-things.ts';
import { plainLine } from '../formats/plain.ts';
import { reportShape } from './schema.ts';

/** Deeper nesting than any report has; JSON.parse and everything after it would have to recurse. */
const maxDepth = 256;

/** More values than any report has: millions of tiny ones cost a parser far more memory than they have characters. */
const maxValues = 2_000_000;

export type Decoded = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly problem: string };

/** Reads a report from JSON of any origin. Never throws: `problem` says in one or two sentences what is wrong with it. */
export function decodeReport(text: string): Decoded {
  if (text.length > maxReportLength) return refused(tooLargeWords());
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return refused(say('It is empty.'));
  const { depth, values, open } = jsonNesting(body);
  if (depth > maxDepth)
    return refused(
      say('It is nested more than {count} levels deep: that is no report of Connector Doctor.', { count: maxDepth }),
    );
  if (values > maxValues)
    return refused(say('It has more than two million values: that is no report of Connector Doctor.'));
  const parsed = parse(body);
  return parsed.ok ? checkReport(parsed.value) : refused(noJsonWords(body, open));
}

/** What is said of a text that is not read for its length. */
export function tooLargeWords(): string {
  return say('It is larger than 64 MiB: no report of Connector Doctor is that large.');
}

function noJsonWords(body: string, open: boolean): string {
  if (open) return say('It ends in the middle: the file was cut off.');
  const [first = '', second] = body.split(/\r?\n/, 2);
  const line = second === undefined ? null : parse(first);
  if (line?.ok && isReportOfOurs(line.value)) return severalWords();
  return otherTextWords(body) ?? say('It is neither a report nor a link to one.');
}

/** The same for a value: what is ours by its form, with evidence that can be judged. A list of one report is taken for the report. */
export function checkReport(value: unknown): Decoded {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isReportOfOurs(only)) return refused(otherJsonWords(only));
  const current = migrated(only);
  if (!current.ok) return refused(current.problem);
  const result = z.safeParse(reportShape, current.value);
  if (!result.success) return refused(issueWords(result.error.issues[0]));
  // What was read, not what zod made of it: members stay in the order in which they were written.
  const report = current.value as unknown as Report;
  const problem = twinsIn(report) ?? protoIn(report) ?? gapIn(report);
  return problem === null ? { ok: true, report: withTrueHost(report) } : refused(problem);
}

/** Everything calls a connector by its host, so a report may not name one that its address belies. */
function withTrueHost(report: Report): Report {
  const { target } = report;
  if (target === null || !('host' in target)) return report;
  const url = URL.canParse(target.url) ? new URL(target.url) : null;
  if (target.host === url?.hostname || target.host === url?.host) return report;
  return { ...report, target: { ...target, host: url?.hostname ?? '' } };
}

/** A member of this name is passed over by the schema, which so does not know what stands in it. */
function protoIn({ exchanges, findings, tokenShapes = [] }: Report): string | null {
  const named: readonly object[] = [
    ...exchanges.flatMap((each) => [each.requestHeaders, each.kind === 'response' ? each.headers : {}]),
    ...findings.map(({ values }) => values),
    ...tokenShapes.map(({ header }) => header),
  ];
  const isOdd = named.some((members) => typeof (ownMember(members, '__proto__') ?? '') !== 'string');
  return isOdd ? issueWords({ path: ['__proto__'] }) : null;
}

function ownMember(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function isReportOfOurs(value: unknown): value is JsonObject {
  return isJsonObject(value) && stringMember(value, 'schema')?.startsWith('connector-doctor/report@') === true;
}

/** Views find what they show by its id: of two with the same one, one would be shown in the place of the other. */
function twinsIn({ findings, exchanges }: Report): string | null {
  if (hasTwins(findings)) return say('It is damaged: two of its findings have the same id.');
  return hasTwins(exchanges) ? say('It is damaged: two of its exchanges have the same id.') : null;
}

function hasTwins(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size < items.length;
}

/** What nothing can be judged without. */
const evidenceOf = { connector: 'typed', browser: 'browser', bundle: 'bundle' } as const;

/** What a report lacks so that it could be judged, in one sentence. */
function gapIn({ subject, evidence, exchanges, withheld }: Report): string | null {
  // It says so itself, and is shown as it was judged.
  if (withheld?.includes('exchanges')) return null;
  const key = evidenceOf[subject];
  if (!isJsonObject(evidence) || evidence[key] === undefined) {
    return say('It is incomplete: the evidence on which it rests was taken out.');
  }
  const [first, ...others] = missingExchanges(evidence, exchanges);
  if (first === undefined) return null;
  const id = plainLine(first, 20);
  if (others.length === 0) {
    return say('It is incomplete: its evidence refers to the exchange {id}, which is not in it.', { id });
  }
  return sayCount(
    others.length,
    { other: 'It is incomplete: its evidence refers to the exchange {id} and {count} more, which is not in it.' },
    { id },
  );
}

function refused(problem: string): Decoded {
  return { ok: false, problem };
}

function issueWords(issue: z.core.$ZodIssue | Pick<z.core.$ZodIssue, 'path'> | undefined): string {
  const path = (issue?.path ?? []).map(String).join('.');
  if (issue !== undefined && 'code' in issue && issue.code === 'too_big' && issue.origin === 'array') {
    return say('The list “{path}” in it has more than {count} entries: no report of Connector Doctor has that many.', {
      path: plainLine(path, 120),
      count: Number(issue.maximum),
    });
  }
  return say('It is damaged: the member “{path}” is missing or is not what it should be.', {
    path: plainLine(path, 120),
  });
}

function parse(body: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch {
    return { ok: false };
  }
}
