import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import { findingCodes, type FindingCode } from '../../../../lib/kernel/finding-code.ts';
import { emptyDraft } from '../../../../lib/kernel/listing.ts';
import type { ConnectorFacts, Report } from '../../../../lib/kernel/report.ts';
import { requirementIds, type RequirementId } from '../../../../lib/preview/readiness/readiness-shape.ts';
import { readiness, type ToldListing } from '../../../../lib/preview/readiness/readiness.ts';
import { englishSentences } from '../../../support/english-left.ts';
import { sampleFinding, sampleReport } from '../../report/sample-report.ts';
import { draft, failedExchange, link, listing, shot } from './listings.ts';

afterEach(() => void speak(null));

const typed = (more: Record<string, string | boolean> = {}) => ({
  typed: { status: 'observed', value: { kind: 'url', text: 'x', url: { scheme: 'https:' }, ...more } },
});

const answered = failedExchange('dns');

/** A report in which everything that a program can see passed. */
function fine(members: Partial<Report> = {}): Report {
  return sampleReport({
    passed: findingCodes,
    skipped: [],
    evidence: typed(),
    exchanges: [{ ...answered, kind: 'response' } as never],
    ...members,
  });
}

function facts(members: Partial<ConnectorFacts>): ConnectorFacts {
  return { ...sampleReport().facts, ...members };
}

function auth(mode: ConnectorFacts['auth']['mode']): ConnectorFacts {
  return facts({ auth: { ...sampleReport().facts.auth, mode } });
}

function found(
  code: FindingCode,
  confidence: 'certain' | 'likely' | 'possible' = 'certain',
  more = {},
): Partial<Report> {
  return {
    findings: [sampleFinding({ code, confidence, severity: 'warning', title: `About ${code}`, ...more })],
    passed: findingCodes.filter((each) => each !== code),
  };
}

function unseen(...codes: readonly FindingCode[]): Partial<Report> {
  return {
    passed: findingCodes.filter((each) => !codes.includes(each)),
    skipped: codes.map((code) => ({ code, because: 'needs-sign-in' })),
  };
}

function row(id: RequirementId, report: Report, told: ToldListing = listing()) {
  return readiness(report, told).rows.find((each) => each.id === id);
}

const tools = (...items: readonly (readonly [boolean | null, boolean | null])[]) =>
  facts({
    tools: {
      count: items.length,
      missingTitle: 0,
      missingHint: 0,
      invalidNames: 0,
      estimatedTokens: 1,
      items: items.map(([readOnly, destructive], index) => ({
        name: `tool_${index}`,
        title: null,
        readOnly,
        destructive,
      })),
    },
  });

const named = (...names: readonly string[]) =>
  facts({
    tools: {
      count: names.length,
      missingTitle: 0,
      missingHint: 0,
      invalidNames: 0,
      estimatedTokens: 1,
      items: names.map((name) => ({ name, title: null, readOnly: true, destructive: false })),
    },
  });

const mixed = {
  ...typed(),
  listing: {
    status: 'observed',
    value: {
      tools: [
        { name: 'issues', inputSchema: { type: 'object', properties: { action: { enum: ['get', 'create_new'] } } } },
      ],
    },
  },
} as const;

const app: Partial<Report> = {
  findings: [sampleFinding({ code: 'apps.present', severity: 'note' })],
  passed: findingCodes.filter((each) => each !== 'apps.present'),
};

describe('each row', () => {
  it.each<readonly [RequirementId, string, Report, ToldListing | undefined]>([
    ['https-address', 'met', fine(), undefined],
    ['https-address', 'unmet', fine(found('url.scheme-not-https', 'certain', { severity: 'blocker' })), undefined],
    ['https-address', 'confirm', fine({ evidence: typed({ local: true }) }), undefined],
    ['https-address', 'confirm', fine({ exchanges: [] }), undefined],
    ['works-in-claude', 'confirm', fine(), undefined],
    [
      'works-in-claude',
      'unmet',
      fine({
        verdict: 'broken',
        primary: { id: 'http.waf-block', code: 'http.waf-block' },
        findings: [sampleFinding()],
      }),
      undefined,
    ],
    [
      'works-in-claude',
      'confirm',
      fine({
        verdict: 'degraded',
        primary: { id: 'http.waf-block', code: 'http.waf-block' },
        findings: [sampleFinding()],
      }),
      undefined,
    ],
    ['transport', 'met', fine(), undefined],
    ['transport', 'met', fine({ facts: facts({ transport: 'both' }) }), undefined],
    [
      'transport',
      'unmet',
      fine({ facts: facts({ transport: 'http+sse' }), ...found('transport.sse-only') }),
      undefined,
    ],
    ['transport', 'confirm', fine({ facts: facts({ transport: null }) }), undefined],
    ['sign-in-type', 'met', fine(), undefined],
    ['sign-in-type', 'met', fine({ facts: auth('oauth') }), undefined],
    ['sign-in-type', 'unmet', fine({ facts: auth('oauth'), ...found('auth.grant-code-missing') }), undefined],
    [
      'sign-in-type',
      'unmet',
      fine({ facts: auth('static'), ...found('auth.static-credential-only', 'likely') }),
      undefined,
    ],
    ['sign-in-type', 'confirm', fine({ facts: auth('unknown') }), undefined],
    ['sign-in-type', 'confirm', fine({ facts: auth('oauth'), ...unseen('auth.grant-code-missing') }), undefined],
    ['callback-urls', 'met', fine({ facts: auth('oauth') }), undefined],
    ['callback-urls', 'unmet', fine({ facts: auth('oauth'), ...found('auth.dcr-rejects-callback') }), undefined],
    ['callback-urls', 'confirm', fine({ facts: auth('oauth'), ...unseen('auth.dcr-rejects-callback') }), undefined],
    ['tool-list', 'met', fine(), undefined],
    ['tool-list', 'unmet', fine(found('tools.schema-top-level-combinator')), undefined],
    ['tool-list', 'confirm', fine(unseen('tools.list-failed')), undefined],
    ['tool-names', 'met', fine(), undefined],
    ['tool-names', 'unmet', fine(found('tools.name-invalid')), undefined],
    ['tool-names', 'confirm', fine(unseen('tools.name-invalid', 'tools.name-duplicate')), undefined],
    ['tool-titles', 'met', fine(), undefined],
    ['tool-titles', 'unmet', fine(found('tools.title-missing')), undefined],
    ['tool-titles', 'confirm', fine(unseen('tools.title-missing')), undefined],
    ['tool-hints', 'met', fine({ facts: tools([true, false], [false, true]) }), undefined],
    ['tool-hints', 'unmet', fine(found('tools.hint-missing')), undefined],
    ['tool-hints', 'unmet', fine(found('tools.hint-conflict')), undefined],
    ['tool-hints', 'confirm', fine({ facts: tools([true, false], [true, null]) }), undefined],
    ['tool-hints', 'confirm', fine(unseen('tools.hint-missing')), undefined],
    ['read-write-split', 'met', fine(), undefined],
    ['read-write-split', 'unmet', fine(found('tools.catch-all-method', 'likely')), undefined],
    ['read-write-split', 'confirm', fine(found('tools.hint-contradicts-name', 'possible')), undefined],
    ['read-write-split', 'confirm', fine({ evidence: mixed }), undefined],
    ['no-catch-all', 'met', fine(), undefined],
    ['no-catch-all', 'unmet', fine(found('tools.catch-all-method', 'likely')), undefined],
    ['no-catch-all', 'confirm', fine(found('tools.catch-all-method', 'possible')), undefined],
    ['api-references', 'met', fine(), undefined],
    ['api-references', 'unmet', fine(found('tools.freeform-without-docs', 'likely')), undefined],
    ['api-references', 'confirm', fine(found('tools.freeform-without-docs', 'possible')), undefined],
    ['tool-descriptions', 'met', fine(), undefined],
    ['tool-descriptions', 'unmet', fine(found('tools.description-missing')), undefined],
    ['tool-descriptions', 'confirm', fine(found('tools.description-steers-model', 'possible')), undefined],
    ['name', 'met', fine(), undefined],
    ['name', 'unmet', fine(), listing({ name: 'Sam’s' })],
    ['name', 'unmet', fine(), listing({ name: 'n'.repeat(101) })],
    ['name', 'confirm', fine(), listing({ name: ' ' })],
    ['tagline', 'met', fine(), undefined],
    ['tagline', 'unmet', fine(), listing({ tagline: 't'.repeat(201) })],
    ['tagline', 'confirm', fine(), listing({ tagline: '' })],
    ['description', 'met', fine(), undefined],
    ['description', 'unmet', fine(), listing({ description: 'd'.repeat(2_001) })],
    [
      'description',
      'unmet',
      fine(),
      listing({}, { descriptionFaults: [{ kind: 'script', text: '<script>', line: 1 }] }),
    ],
    ['description', 'confirm', fine(), { draft: draft(), links: [] }],
    ['description', 'confirm', fine(), listing({ description: '' })],
    ['categories', 'met', fine(), undefined],
    ['categories', 'unmet', fine(), listing({ categories: ['a', 'b', 'c', 'd', 'e', 'f'] })],
    ['categories', 'confirm', fine(), listing({ categories: [] })],
    ['documentation', 'met', fine(), undefined],
    ['documentation', 'unmet', fine(), listing({}, { links: [link('documentation', { status: 410 })] })],
    ['documentation', 'confirm', fine(), listing({}, { links: [] })],
    ['privacy', 'met', fine(), undefined],
    ['privacy', 'unmet', fine(), listing({ privacyPolicyUrl: 'http://acme.dev' })],
    ['privacy', 'confirm', fine(), listing({ privacyPolicyUrl: '' })],
    ['privacy', 'confirm', fine(), listing({}, { links: [link('privacy', { status: 403 })] })],
    ['support', 'met', fine(), listing({ supportContact: 'help@acme.dev' })],
    ['support', 'unmet', fine(), listing({ supportContact: 'Sam' })],
    ['support', 'confirm', fine(), listing({ supportContact: '' })],
    ['icon', 'confirm', fine(), undefined],
    ['slug', 'confirm', fine(), undefined],
    ['examples', 'confirm', fine(), undefined],
    ['screenshots', 'met', fine(app), listing({ screenshots: [shot(), shot(), shot()] })],
    ['screenshots', 'unmet', fine(app), listing({ screenshots: [shot({ type: 'gif' }), shot(), shot()] })],
    ['screenshots', 'confirm', fine(app), undefined],
    ['screenshots', 'confirm', fine(unseen('apps.present')), undefined],
    ['screenshot-prompts', 'confirm', fine(app), undefined],
    ['test-account', 'met', fine(), undefined],
    ['test-account', 'confirm', fine({ facts: auth('oauth') }), undefined],
    ['plan', 'confirm', fine(), undefined],
    ['no-money-transfer', 'confirm', fine(), undefined],
    ['no-media-generation', 'confirm', fine(), undefined],
    ['no-advertising', 'confirm', fine(), undefined],
    ['terms', 'confirm', fine(), undefined],
    ['acknowledgments', 'confirm', fine(), undefined],
  ])('%s can be %s', (id, state, report, told) => {
    const seen = row(id, report, told);
    expect(seen?.state).toBe(state);
    expect(seen?.why).toMatch(/\S.*[.?!)]$/);
    expect(seen?.sources.length).toBeGreaterThan(0);
    if (state === 'unmet') expect(seen?.codes.length).toBeGreaterThan(0);
    if (state === 'met') expect(seen?.codes).toEqual([]);
  });

  it('is left out where it does not concern the connector', () => {
    const ids = readiness(fine(), listing()).rows.map(({ id }) => id);
    for (const id of ['callback-urls', 'screenshots', 'screenshot-prompts'] as const) expect(ids).not.toContain(id);
    expect([...ids, 'callback-urls', 'screenshots', 'screenshot-prompts'].toSorted()).toEqual(
      requirementIds.toSorted(),
    );
  });

  it('says which finding shows it, in its own words', () => {
    expect(row('tool-titles', fine(found('tools.title-missing')))).toMatchObject({
      codes: ['tools.title-missing'],
      why: 'About tools.title-missing.',
    });
  });

  it('says of a guess that it is one', () => {
    expect(row('api-references', fine(found('tools.freeform-without-docs', 'possible')))?.why).toBe(
      'A guess: About tools.freeform-without-docs.',
    );
  });

  it('says why it could not be seen', () => {
    expect(row('tool-titles', fine(unseen('tools.title-missing')))?.why).toBe(
      'It lies behind the sign-in, and this check did not sign in.',
    );
  });
});

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
    for (const { title, why } of readiness(fine(app), told).rows) expect(englishSentences(`${title} ${why}`)).toEqual([]);
  });
});
