import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replay } from '../../../../lib/judge-again.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import { migrated, migrations, type Migration } from '../../../../lib/report/data/migrations.ts';
import { readReport } from '../../../../lib/report/data/read-report.ts';
import { formats, type Format } from '../../../../lib/report/formats/formats.ts';

const folder = new URL('../../../fixtures/reports/', import.meta.url);

/**
 * Each was written by the program as it stood at the commit in its name, about servers and files of ours: what it says today, and what
 * is different from what was written. `crashed`: codes that can be judged no more.
 */
const earlier: Readonly<
  Record<string, { readonly today: string; readonly added: readonly string[]; readonly gone: readonly string[] }>
> = {
  '2026-11-21-e1e6880-sign-in.json': {
    today: 'broken auth.pkce-s256-missing',
    added: ['auth.pkce-s256-missing', 'auth.no-registration-way', 'auth.iss-parameter-missing'],
    gone: [],
  },
  '2026-11-21-26a9dd1-open-server.json': {
    today: 'ready',
    added: ['tools.title-missing', 'tools.hint-missing'],
    gone: [],
  },
  '2026-11-21-ed41db7-signed-in.json': {
    today: 'ready',
    added: ['auth.registration-left-behind', 'auth.tokens-left-behind'],
    gone: [],
  },
  '2026-11-21-41f9807-sign-in.json': { today: 'broken auth.pkce-s256-missing', added: [], gone: [] },
  '2026-11-21-f0eac1e-browser.json': {
    today: 'broken client.extension-culprit',
    added: [],
    gone: ['client.extension-suspect'],
  },
  '2026-11-21-8c71660-bundle.json': { today: 'broken bundle.manifest-invalid', added: [], gone: [] },
  '2026-11-21-c69df77-listing.json': { today: 'ready', added: [], gone: [] },
};

describe('a report of an earlier form', () => {
  it('is there for each that differed', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(earlier).sort());
  });

  it.each(Object.entries(earlier))('%s opens, is judged again, and is told in every format', async (name, expected) => {
    const read = await readReport(readFileSync(new URL(name, folder), 'utf8'));
    if (read.kind !== 'report') throw new Error(JSON.stringify(read));
    const again = replay(read.report, new Date('2027-01-01T00:00:00Z'));
    if (again.kind !== 'judged') throw new Error(again.words);
    const { verdict, primary, skipped } = again.report;
    const { added, gone } = again.comparison.findings;
    expect({
      today: [verdict, ...(primary ? [primary.code] : [])].join(' '),
      added: added.map(({ finding }) => finding.code),
      gone: gone.map(({ finding }) => finding.code),
    }).toEqual(expected);
    expect(skipped.filter(({ because }) => because === 'crashed')).toEqual([]);
    for (const format of Object.keys(formats) as Format[]) {
      const render = await formats[format]();
      for (const report of [read.report, again.report]) {
        expect(render(report, { color: false, width: 80 }).length, format).toBeGreaterThan(100);
      }
    }
  });
});

describe('migrations', () => {
  const renamed = (from: number, to: number, member: string): Migration => ({
    from: `connector-doctor/report@${String(from)}`,
    to: `connector-doctor/report@${String(to)}`,
    migrate: ({ [member]: value = null, ...rest }: JsonObject): Json => ({
      ...rest,
      [`${member}-of-${String(to)}`]: value,
    }),
  });

  it('lead from one version to the next, in order', () => {
    const steps = [renamed(-1, 0, 'a'), renamed(0, 1, 'b')];
    const old = { schema: 'connector-doctor/report@-1', a: 1, b: 2, c: 3 };
    const value = { schema: 'connector-doctor/report@1', 'a-of-0': 1, 'b-of-1': 2, c: 3 };
    expect(migrated(old, steps)).toEqual({ ok: true, value });
    expect(old).toEqual({ schema: 'connector-doctor/report@-1', a: 1, b: 2, c: 3 });
  });

  it('end, also in a circle, and refuse what a step cannot make anything of', () => {
    const circle = [renamed(0, -1, 'a'), renamed(-1, 0, 'a')];
    expect(migrated({ schema: 'connector-doctor/report@0' }, circle).ok).toBe(false);
    const fails: Migration = {
      from: 'connector-doctor/report@0',
      to: 'connector-doctor/report@1',
      migrate: () => {
        throw new Error('no');
      },
    };
    const nothing: Migration = { ...fails, migrate: () => null };
    for (const step of [fails, nothing]) {
      expect(migrated({ schema: 'connector-doctor/report@0' }, [step])).toEqual({
        ok: false,
        problem: 'It is damaged: it is not what its version says.',
      });
    }
  });

  it('say of a newer version to update, and of an older one without a step that it cannot be read', () => {
    const newer = migrated({ schema: 'connector-doctor/report@2' });
    expect(newer).toMatchObject({ ok: false, problem: expect.stringContaining('newer version') as string });
    const older = migrated({ schema: 'connector-doctor/report@0' });
    expect(older).toMatchObject({ ok: false, problem: expect.stringContaining('cannot read') as string });
  });

  it('lead somewhere, and each from where none did before', () => {
    const froms = migrations.map(({ from }) => from);
    expect(new Set(froms).size).toBe(froms.length);
    for (const { from, to } of migrations) expect(from).not.toBe(to);
  });
});
