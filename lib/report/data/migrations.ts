import { say } from '../../i18n/say.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { reportSchema } from '../../kernel/report.ts';
import { plainLine } from '../formats/plain.ts';

/** One step from a version of the report to the next. Pure; what it makes is checked like any report. */
export interface Migration {
  readonly from: string;
  readonly to: string;
  readonly migrate: (report: JsonObject) => Json;
}

/**
 * The steps from versions that were released to today's. `report@1` is the only one so far: what its earlier forms lack beside today's
 * is optional in its schema, or is added where evidence is judged (`inTodaysForm`), so that a report that is opened stays as it was written.
 */
export const migrations: readonly Migration[] = [];

/** The report in today's version, or why it cannot be had. */
export type Migrated =
  { readonly ok: true; readonly value: JsonObject } | { readonly ok: false; readonly problem: string };

/** Brings a report of any version to today's, step by step before its form is checked. Never throws. */
export function migrated(report: JsonObject, steps: readonly Migration[] = migrations): Migrated {
  let value = report;
  // Each step is taken once at most, so steps in a circle end as well.
  for (const step of steps) {
    if (stringMember(value, 'schema') !== step.from) continue;
    const next = taken(step, value);
    if (next === null) return { ok: false, problem: say('It is damaged: it is not what its version says.') };
    value = next;
  }
  const name = stringMember(value, 'schema') ?? '';
  return name === reportSchema ? { ok: true, value } : { ok: false, problem: versionWords(name) };
}

function taken({ to, migrate }: Migration, value: JsonObject): JsonObject | null {
  try {
    const next = migrate(value);
    return isJsonObject(next) ? { ...next, schema: to } : null;
  } catch {
    return null;
  }
}

function versionWords(schema: string): string {
  const names = { name: plainLine(schema, 60), own: reportSchema };
  return numberOf(schema) > numberOf(reportSchema)
    ? say(
        'It was written by a newer version of Connector Doctor ({name}; this one reads {own}): update this one.',
        names,
      )
    : say(
        'It is of a version that this program cannot read ({name}; it reads {own}): ask for the check to be made again.',
        names,
      );
}

function numberOf(schema: string): number {
  return Number(/@([0-9]+)$/.exec(schema)?.[1] ?? Number.NaN);
}
