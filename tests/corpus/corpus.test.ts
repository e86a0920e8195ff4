import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { checks } from '../../lib/checks/catalog.ts';
import { findingCodes, type FindingCode } from '../../lib/kernel/finding-code.ts';
import { compareMetadata, exceptionNames, type Comparison } from '../support/metadata-agreement.ts';
import { englishLeftIn } from '../support/english-left.ts';
import { checkReport, passedUnseen, runCase } from '../support/run-case.ts';
import { corpus } from './all-cases.ts';

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority();
});

/** Filled by the cases below, read after them. */
const unseenYetPassed: string[] = [];
const comparisons: (Comparison & { readonly of: string })[] = [];

for (const [area, cases] of Object.entries(corpus)) {
  // Hostile servers keep this process busy as well, which would make healthy ones beside them look slow.
  const suite = area === 'hostile' ? describe : describe.concurrent;
  suite(area, () => {
    for (const corpusCase of cases) {
      it(`${corpusCase.name} (${corpusCase.origin})`, async () => {
        await runCase(authority, corpusCase, async (report, rig) => {
          unseenYetPassed.push(...passedUnseen(report).map((code) => `${code} (${corpusCase.name})`));
          checkReport(corpusCase, report, rig);
          expect(englishLeftIn(report)).toEqual([]);
          const compared = await compareMetadata(report);
          comparisons.push(...compared.map((comparison) => ({ ...comparison, of: corpusCase.name })));
          corpusCase.also?.(rig, report);
        });
      });
    }
  });
}

describe('the corpus', () => {
  const all = Object.values(corpus).flat();
  const found = new Set(all.flatMap((corpusCase) => corpusCase.expect.findings));

  it('holds at least 45 broken and 10 healthy servers', () => {
    const healthy = all.filter(({ expect: { verdict } }) => verdict === 'ready' || verdict === 'sign-in-needed');
    expect(healthy.length).toBeGreaterThanOrEqual(10);
    expect(all.filter(({ expect: { verdict } }) => verdict === 'broken').length).toBeGreaterThanOrEqual(45);
  });

  it('calls nothing passed that could not be seen', () => {
    expect(unseenYetPassed).toEqual([]);
  });

  it('passes no metadata that oauth4webapi refuses, but for the exceptions that have a name', () => {
    const refused = comparisons.filter(({ refusal }) => refusal !== null);
    expect(refused.filter(({ exception }) => exception === null)).toEqual([]);
    expect([...new Set(refused.map(({ exception }) => exception))].sort()).toEqual([...exceptionNames].sort());
    expect(comparisons.length - refused.length).toBeGreaterThanOrEqual(100);
  });

  it('names each case once', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('meets every code that a server can show', () => {
    // The look at a browser has codes of its own, which no check of connectors states.
    const ofConnectors = new Set(checks.flatMap((check) => Object.keys(check.codes)));
    const owed = findingCodes.filter((code) => ofConnectors.has(code) && !beyondServers.includes(code));
    expect(owed.filter((code) => !found.has(code))).toEqual([]);
  });

  it('exempts no code that it meets', () => {
    expect(beyondServers.filter((code) => found.has(code))).toEqual([]);
  });
});

/**
 * Codes that rest on this machine (its network, its resolver beside the public one, the authorities that it trusts) and not on
 * what a server does.
 */
const beyondServers: readonly FindingCode[] = ['client.offline', 'client.tls-interception', 'dns.split-horizon'];
