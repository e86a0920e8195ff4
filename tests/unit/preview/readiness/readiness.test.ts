import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../../report/sample-report.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { requirementIds, type RequirementId } from '../../../../lib/preview/readiness/readiness-shape.ts';
import { readiness, type ToldListing } from '../../../../lib/preview/readiness/readiness.ts';
import { draft, link, listing, page, shot } from './listings.ts';
import { app, auth, facts, fine, found, mixed, row, tools, typed, unseen } from './reports.ts';

/** A picture of which a file tells. */
const untouched = { name: 'a', type: 'png', width: 5_000, height: 4_000, bytes: 0 };

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
    // Nobody tries the callback on claude.com.
    ['callback-urls', 'confirm', fine({ facts: auth('oauth') }), undefined],
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
    // The row about such tools counts it.
    ['read-write-split', 'confirm', fine(found('tools.catch-all-method', 'likely')), undefined],
    ['read-write-split', 'confirm', fine(found('tools.hint-missing')), undefined],
    ['read-write-split', 'unmet', fine(found('tools.hint-contradicts-name', 'likely')), undefined],
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
    [
      'privacy',
      'confirm',
      fine(),
      listing({}, { links: [link('privacy', { page: { ...page, speaksOfPrivacy: false } })] }),
    ],
    ['support', 'met', fine(), listing({ supportContact: 'help@acme.dev' })],
    ['support', 'unmet', fine(), listing({ supportContact: 'Sam' })],
    ['support', 'confirm', fine(), listing({ supportContact: '' })],
    ['icon', 'confirm', fine(), undefined],
    ['slug', 'confirm', fine(), undefined],
    ['examples', 'confirm', fine(), undefined],
    ['screenshots', 'met', fine(app), listing({ screenshots: [shot(), shot(), shot()] })],
    ['screenshots', 'unmet', fine(app), listing({ screenshots: [shot({ type: 'gif' }), shot(), shot()] })],
    ['screenshots', 'confirm', fine(app), undefined],
    ['screenshots', 'confirm', fine(app), listing({ screenshots: [untouched, untouched, untouched] })],
    [
      'screenshots',
      'confirm',
      fine(app),
      listing({ screenshots: [shot({ width: 5_000, height: 1 }), shot(), shot()] }),
    ],
    [
      'screenshots',
      'unmet',
      fine(app),
      listing({ screenshots: [shot({ digest: 'a' }), shot({ digest: 'a' }), shot()] }),
    ],
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
