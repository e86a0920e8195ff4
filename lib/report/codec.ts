import { jsonNesting } from '../kernel/json-nesting.ts';
import * as z from 'zod/mini';
import { isJsonObject, stringMember } from '../kernel/json.ts';
import { reportSchema, type Report } from '../kernel/report.ts';
import { missingExchanges } from './evidence-codec.ts';
import { plainLine } from './plain.ts';
import { reportShape } from './schema.ts';

/** Larger texts are not read. In UTF-16 code units, which a file never has more of than bytes. */
export const maxReportLength = 64 * 1024 * 1024;

/** Deeper nesting than any report has; JSON.parse and everything after it would have to recurse. */
const maxDepth = 256;

export type Decoded = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly problem: string };

/** Reads a report from text of any origin. Never throws: `problem` says in one or two sentences what is wrong with it. */
export function decodeReport(text: string): Decoded {
  if (text.length > maxReportLength)
    return refused('It is larger than 64 MiB: no report of Connector Doctor is that large.');
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return refused('It is empty.');
  const { depth, open } = jsonNesting(body);
  if (depth > maxDepth)
    return refused(`It is nested more than ${maxDepth} levels deep: that is no report of Connector Doctor.`);
  const parsed = parse(body);
  if (!parsed.ok) return refused(open ? 'It ends in the middle: the file was cut off.' : 'It is not JSON.');
  return checkReport(parsed.value);
}

/** The same for a value: what is ours by its form, with evidence that can be judged. */
export function checkReport(value: unknown): Decoded {
  const name = stringMember(value, 'schema');
  if (!isJsonObject(value) || !name?.startsWith('connector-doctor/report@')) {
    return refused('It is JSON, but not a report of Connector Doctor (the member “schema” does not say so).');
  }
  if (name !== reportSchema) {
    return refused(`It is a report of another version (${plainLine(name, 60)}); this program reads ${reportSchema}.`);
  }
  const result = z.safeParse(reportShape, value);
  if (!result.success) return refused(`It is damaged: ${issueWords(result.error.issues[0])}.`);
  const problem = twinsIn(result.data) ?? gapIn(result.data);
  return problem === null ? { ok: true, report: result.data } : refused(problem);
}

/** Views find what they show by its id: of two with the same one, one would be shown in the place of the other. */
function twinsIn({ findings, exchanges }: Report): string | null {
  if (hasTwins(findings)) return 'It is damaged: two of its findings have the same id.';
  return hasTwins(exchanges) ? 'It is damaged: two of its exchanges have the same id.' : null;
}

function hasTwins(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size < items.length;
}

/** What a report lacks so that it could be judged, in one sentence. */
function gapIn({ subject, evidence, exchanges }: Report): string | null {
  if (subject === 'bundle') return null;
  const key = subject === 'browser' ? 'browser' : 'typed';
  if (!isJsonObject(evidence) || evidence[key] === undefined) {
    return 'It is incomplete: the evidence on which it rests was taken out.';
  }
  const [first, ...others] = missingExchanges(evidence, exchanges);
  if (first === undefined) return null;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `It is incomplete: its evidence refers to the exchange ${plainLine(first, 20)}${more}, which is not in it.`;
}

function refused(problem: string): Decoded {
  return { ok: false, problem };
}

function issueWords(issue: z.core.$ZodIssue | undefined): string {
  const path = (issue?.path ?? []).map(String).join('.');
  return `the member “${plainLine(path, 120)}” is missing or is not what it should be`;
}

function parse(body: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch {
    return { ok: false };
  }
}
