import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import { findingCodes } from '../../../../lib/kernel/finding-code.ts';
import { emptyDraft } from '../../../../lib/kernel/listing.ts';
import type { ConnectorFacts, Report } from '../../../../lib/kernel/report.ts';
import { readiness } from '../../../../lib/preview/readiness/readiness.ts';
import { englishSentences } from '../../../support/english-left.ts';
import { sampleFinding, sampleReport } from '../../report/sample-report.ts';
import { draft, link, listing } from './listings.ts';
import { app, auth, fine, named, row } from './reports.ts';

afterEach(() => void speak(null));

describe('names of tools', () => {
  it.each([
    ['no-money-transfer', 'send_payment', 'list_payments'],
    ['no-money-transfer', 'transferFunds', 'get_transfer_station'],
    ['no-media-generation', 'generate_image', 'get_image'],
    ['no-media-generation', 'textToSpeech', 'generate_report'],
    ['no-advertising', 'show_sponsored', 'list_addresses'],
  ] as const)('lead to a guess: %s by %s, and not by %s', (id, telling, other) => {
    expect(row(id, fine({ facts: named(telling, other) }))?.why).toContain(`${telling} may do this`);
    expect(row(id, fine({ facts: named(other) }))?.why).not.toMatch(/guess/);
  });
});

describe('the whole', () => {
  it('counts its rows, and what the author ticked of those to confirm', () => {
    const told = listing({ confirmed: ['slug', 'terms', 'name', 'nothing-of-the-kind'] });
    const { counts, rows, url } = readiness(fine(), told);
    expect(counts.met + counts.unmet + counts.confirm).toBe(rows.length);
    // What was seen is not for ticking.
    expect(counts.confirmed).toBe(2);
    expect(url).toBe('https://mcp.acme.dev/mcp');
  });

  it('takes nothing for met of a report in which nothing was seen', () => {
    const report = sampleReport({
      passed: [],
      skipped: [],
      facts: { ...auth('unknown'), transport: null },
      exchanges: [],
    });
    const rows = readiness(report, { draft: emptyDraft, links: [] }).rows;
    expect(rows.filter(({ state }) => state !== 'confirm')).toEqual([]);
  });

  it('rests on pages with their days', () => {
    for (const { sources } of readiness(fine(app), listing()).rows) {
      for (const { url, checkedOn, title } of sources) {
        expect(url).toMatch(/^https:\/\//);
        expect(checkedOn).toMatch(/^2026-\d\d-\d\d$/);
        expect(title).not.toBe('');
      }
    }
  });

  it('holds for whatever reports say', () => {
    const arbitraryText = fc.string({ maxLength: 60 });
    const report = fc.record({
      findings: fc.uniqueArray(fc.constantFrom(...findingCodes), { maxLength: 8 }),
      passed: fc.subarray([...findingCodes]),
      skipped: fc.subarray([...findingCodes]),
      mode: fc.constantFrom<ConnectorFacts['auth']['mode']>('none', 'oauth', 'partial', 'static', 'unknown'),
      verdict: fc.constantFrom<Report['verdict']>('ready', 'sign-in-needed', 'degraded', 'broken', 'unknown'),
      evidence: fc.oneof(
        fc.constant(null),
        fc.dictionary(fc.constantFrom('typed', 'listing'), fc.jsonValue() as never),
      ),
      told: fc.record({
        name: arbitraryText,
        tagline: arbitraryText,
        description: fc.string({ unit: 'grapheme', maxLength: 300 }),
        documentationUrl: fc.oneof(arbitraryText, fc.webUrl()),
        privacyPolicyUrl: fc.oneof(arbitraryText, fc.webUrl()),
        supportContact: fc.oneof(arbitraryText, fc.emailAddress()),
        categories: fc.array(arbitraryText, { maxLength: 8 }),
      }),
    });
    fc.assert(
      fc.property(report, ({ findings, passed, skipped, mode, verdict, evidence, told }) => {
        const odd = sampleReport({
          findings: findings.map((code) => sampleFinding({ code, severity: 'warning' })),
          passed: passed.filter((code) => !findings.includes(code)),
          skipped: skipped.map((code) => ({ code, because: 'not-asked' })),
          facts: auth(mode),
          verdict,
          evidence: evidence as never,
        });
        const { rows, counts } = readiness(odd, { draft: draft(told), links: [] });
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(counts.met + counts.unmet + counts.confirm).toBe(rows.length);
        for (const each of rows) {
          if (each.state === 'unmet') expect(each.codes.length + Number(each.id === 'transport')).toBeGreaterThan(0);
          expect(each.why.trim()).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('in German', () => {
  it('is said without a word of English', () => {
    const told = listing(
      { name: 'Zoë', supportContact: 'x', categories: ['a', 'b', 'c', 'd', 'e', 'f'] },
      { links: [link('privacy', { status: 404 })] },
    );
    speak(german);
    for (const { title, why } of readiness(fine(app), told).rows)
      expect(englishSentences(`${title} ${why}`)).toEqual([]);
  });
});
