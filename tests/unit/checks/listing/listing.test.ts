import { describe, expect, it } from 'vitest';
import { listingCheck } from '../../../../lib/checks/listing/listing.ts';
import { judge } from '../../../../lib/engine/judge.ts';
import { problemsOfWords } from '../../../../lib/i18n/words.ts';
import type { CodeDefinition } from '../../../../lib/kernel/check.ts';
import type { ListingEvidence } from '../../../../lib/kernel/evidence-listing.ts';
import { emptyDraft } from '../../../../lib/kernel/listing.ts';
import { listingCounts } from '../../../../lib/parsing/listing-counts.ts';
import { failedExchange, link, listing, page, shot } from '../../preview/readiness/listings.ts';

const all = [
  'listing.name-hazard',
  'listing.name-too-long',
  'listing.tagline-too-long',
  'listing.description-too-long',
  'listing.markdown-unsafe',
  'listing.requirement-unmet',
] as const;

/** What the check says; what a listing says for itself needs no exchange to prove it. */
function judged(evidence: ListingEvidence | null) {
  const observations =
    evidence === null ? {} : { 'directory-listing': { status: 'observed', value: evidence } as const };
  const { findings, passed, skipped, crashed } = judge([listingCheck], observations, { now: 0 }, { kind: 'connector' });
  expect(crashed).toEqual([]);
  const definitions: Readonly<Record<string, CodeDefinition>> = listingCheck.codes;
  for (const { code, values } of findings) {
    expect(definitions[code] && problemsOfWords(definitions[code], values)).toEqual([]);
  }
  return {
    found: findings.map(({ code }) => code),
    passed,
    skipped: Object.fromEntries(skipped.map(({ code, because }) => [code, because])),
    finding(code: string) {
      const match = findings.find((finding) => finding.code === code);
      if (!match) throw new Error(`${code} was not found`);
      return match;
    },
  };
}

function say(told: Parameters<typeof listing>[0], members: Parameters<typeof listing>[1] = {}) {
  return judged(listing(told, members));
}

describe('a listing', () => {
  it('in which nothing is wrong passes all', () => {
    expect(say({})).toMatchObject({ found: [], passed: [...all], skipped: {} });
  });

  it('of which nothing was told is not judged', () => {
    const said = judged({ draft: emptyDraft, counts: listingCounts(emptyDraft), descriptionFaults: [], links: [] });
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual([]);
    expect(said.skipped).toEqual(Object.fromEntries(all.map((code) => [code, 'not-asked'])));
  });

  it('that nobody told of is skipped as a whole', () => {
    expect(Object.keys(judged(null).skipped)).toEqual([...all]);
  });

  it('has its pages judged only where somebody looked', () => {
    const said = say({}, { links: [] });
    expect(said.found).toEqual([]);
    // One category was chosen: that much was seen.
    expect(said.passed).toContain('listing.requirement-unmet');
  });
});

describe('listing.name-hazard', () => {
  it.each([
    ['Sam’s Notes', 'apostrophe', '’'],
    ['The “Best” Notes', 'quote', '“'],
    ['Notes 🗒️', 'emoji', '🗒'],
    ['Notes\u200b', 'control', 'U+200B'],
    ['Café', 'letter', 'é'],
  ])('is found in %s', (name, hazard, part) => {
    const { values, confidence } = say({ name }).finding('listing.name-hazard');
    expect(values).toMatchObject({ hazard, more: 0 });
    expect(String(values['part'])).toContain(part);
    expect(confidence).toBe('likely');
  });

  it('counts the other kinds', () => {
    expect(say({ name: "Sam's 🗒️ é" }).finding('listing.name-hazard').values).toMatchObject({
      hazard: 'apostrophe',
      more: 2,
    });
  });
});

describe('what is too long', () => {
  it.each([
    ['listing.name-too-long', { name: 'n'.repeat(101) }, { name: 'n'.repeat(100) }, 101],
    ['listing.tagline-too-long', { tagline: 't'.repeat(201) }, { tagline: 't'.repeat(200) }, 201],
    ['listing.description-too-long', { description: 'd'.repeat(2_001) }, { description: 'd'.repeat(2_000) }, 2_001],
  ] as const)('%s is found beyond the limit and not at it', (code, over, at, count) => {
    expect(say(over).finding(code).values['count']).toBe(count);
    expect(say(at).found).not.toContain(code);
  });

  it('counts characters, not code units', () => {
    expect(say({ tagline: '🗒'.repeat(200) }).passed).toContain('listing.tagline-too-long');
  });
});

describe('listing.markdown-unsafe', () => {
  const fault = (kind: 'script' | 'raw-html' | 'remote-image', line: number) => ({ kind, text: '<b>', line });

  it('tells the gravest first, and how many more there are', () => {
    const descriptionFaults = [fault('remote-image', 1), fault('raw-html', 3), fault('script', 9)];
    const { values, severity } = say({}, { descriptionFaults }).finding('listing.markdown-unsafe');
    expect(values).toMatchObject({ fault: 'script', line: 9, more: 2 });
    expect(severity).toBe('problem');
  });
});

describe('listing.requirement-unmet', () => {
  const code = 'listing.requirement-unmet';

  it.each([
    [
      'six categories',
      { categories: ['a', 'b', 'c', 'd', 'e', 'f'] },
      {},
      { row: 'categories', fault: 'many', count: 6 },
    ],
    [
      'a documentation that is no address',
      { documentationUrl: 'acme docs' },
      {},
      { row: 'documentation', fault: 'text' },
    ],
    ['a policy without https', { privacyPolicyUrl: 'http://acme.dev/p' }, {}, { row: 'privacy', fault: 'plain' }],
    ['a contact that is nothing', { supportContact: 'ask Sam' }, {}, { row: 'support', fault: 'text' }],
    [
      'a contact that only looks like one taken out',
      { supportContact: 'redacted-email-7' },
      {},
      { row: 'support', fault: 'text' },
    ],
    ['a contact that is a chat', { supportContact: 'ftp://acme.dev' }, {}, { row: 'support', fault: 'text' }],
    [
      'a policy that is gone',
      {},
      { links: [link('privacy', { status: 404 })] },
      { row: 'privacy', fault: 'status', status: 404 },
    ],
    ['a policy behind a login', {}, { links: [link('privacy', { status: 401 })] }, { row: 'privacy', fault: 'login' }],
    [
      'one that leads to a login',
      {},
      { links: [link('privacy', { to: 'https://acme.dev/login?next=x' })] },
      { row: 'privacy', fault: 'login' },
    ],
    [
      'an empty page',
      {},
      { links: [link('privacy', { page: { ...page, textLength: 3, hasScript: false } })] },
      { row: 'privacy', fault: 'empty' },
    ],
    ['nothing at all', {}, { links: [link('privacy', { page: null, bytes: 0 })] }, { row: 'privacy', fault: 'empty' }],
    [
      'a private address',
      {},
      { links: [link('privacy', { exchange: null, refused: 'private-address', page: null })] },
      { row: 'privacy', fault: 'private' },
    ],
    [
      'a name that is not there',
      {},
      { links: [link('support', { exchange: failedExchange('dns'), page: null })] },
      { row: 'support', fault: 'unreached', reason: 'name' },
    ],
    [
      'a certificate of its own',
      {},
      { links: [link('support', { exchange: failedExchange('tls-untrusted'), page: null })] },
      { row: 'support', fault: 'unreached', reason: 'certificate' },
    ],
    [
      'silence',
      {},
      { links: [link('support', { exchange: failedExchange('timeout'), page: null })] },
      { row: 'support', fault: 'unreached', reason: 'late' },
    ],
    [
      'a refusal',
      {},
      { links: [link('support', { exchange: failedExchange('refused'), page: null })] },
      { row: 'support', fault: 'unreached', reason: 'connection' },
    ],
    [
      'a way that leads to http',
      {},
      { links: [link('support', { to: 'http://acme.dev/help' })] },
      { row: 'support', fault: 'downgrade' },
    ],
    [
      'a circle',
      {},
      { links: [link('support', { exchange: failedExchange('redirect-loop'), page: null })] },
      { row: 'support', fault: 'loop' },
    ],
    ['two pictures', { screenshots: [shot(), shot()] }, {}, { row: 'screenshots', fault: 'number', count: 2 }],
    [
      'a picture that is no PNG',
      { screenshots: [shot(), shot({ type: 'jpg', name: 'b.jpg' }), shot({ type: null })] },
      {},
      { row: 'screenshots', fault: 'picture', said: 'b.jpg', more: 1 },
    ],
    [
      'the same picture under another name',
      { screenshots: [shot({ digest: 'a' }), shot(), shot({ name: 'again.png', digest: 'a' })] },
      {},
      { row: 'screenshots', fault: 'copy', said: 'again.png', more: 0 },
    ],
    [
      'a narrow picture',
      { screenshots: [shot(), shot({ width: 999 }), shot()] },
      {},
      { row: 'screenshots', fault: 'narrow', width: 999, more: 0 },
    ],
  ] as const)('is found for %s', (_what, told, seen, values) => {
    const said = say(told, seen);
    expect(said.found).toEqual([code]);
    expect(said.finding(code).values).toMatchObject(values);
  });

  it('is one finding for each row', () => {
    expect(say({ categories: ['a', 'b', 'c', 'd', 'e', 'f'], supportContact: 'Sam' }).found).toEqual([code, code]);
  });

  it.each([
    ['an e-mail address', { supportContact: 'help@acme.dev' }],
    ['a mailto link', { supportContact: 'mailto:help@acme.dev' }],
    ['five categories, one of them twice', { categories: ['a', 'b', 'c', 'd', 'e', 'A '] }],
    ['four wide pictures', { screenshots: [shot(), shot(), shot(), shot({ width: 1_000 })] }],
  ])('is not found for %s', (_what, told) => {
    expect(say(told).found).toEqual([]);
  });

  it.each([
    ['a site that turns programs away', link('privacy', { status: 403 })],
    ['a site that is too busy for programs', link('privacy', { status: 429 })],
    ['a page that a script draws', link('privacy', { page: { ...page, textLength: 0, hasScript: true } })],
    ['a missing permission', link('privacy', { exchange: failedExchange('no-permission'), page: null })],
    ['a PDF', link('privacy', { page: null, type: 'application/pdf' })],
    [
      'a long page that has a login in its corner',
      link('privacy', { page: { ...page, textLength: 9_000, asksForPassword: true } }),
    ],
  ])('is not found for %s', (_what, one) => {
    expect(say({}, { links: [one] }).found).toEqual([]);
  });

  it('judges what was told, also where the description could not be read', () => {
    expect(judged(listing({}, { links: [] })).found).toEqual([]);
  });
});
