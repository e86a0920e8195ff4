import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import { emptyDraft } from '../../../../lib/kernel/listing.ts';
import { gathered } from '../../../../lib/preview/readiness/gathered.ts';
import { readinessMarkdown } from '../../../../lib/preview/readiness/readiness-markdown.ts';
import { readinessText } from '../../../../lib/preview/readiness/readiness-text.ts';
import { readiness } from '../../../../lib/preview/readiness/readiness.ts';
import { findingCodes } from '../../../../lib/kernel/finding-code.ts';
import { exchange } from '../../../support/evidence-builders.ts';
import { draft, listing, shot } from './listings.ts';
import { auth, facts, fine, found, row, unseen } from './reports.ts';

afterEach(() => void speak(null));

const toolCodes = findingCodes.filter((code) => code.startsWith('tools.'));
const behindSignIn = fine({ ...unseen(...toolCodes), facts: { ...auth('oauth'), transport: null } });
const unreached = fine({
  passed: [],
  skipped: findingCodes.map((code) => ({ code, because: 'not-reached' as const })),
  facts: { ...auth('unknown'), transport: null },
  exchanges: [],
});
const width = { color: false, width: 100 };
const timesOf = (text: string, part: string): number => text.split(part).length - 1;

describe('requirements that were not looked at for one reason', () => {
  it('are told together in text, with the way to see them', () => {
    const text = readinessText(readiness(behindSignIn, listing()), width);
    expect(text).toContain('? 8 requirements lie behind the sign-in');
    expect(text).toContain('--sign-in');
    expect(text).toContain('Every tool has a title; Every tool sets readOnlyHint');
    expect(text).not.toContain('It lies behind the sign-in');
  });

  it('are told together in Markdown, each with its box', () => {
    const told = draft();
    const markdown = readinessMarkdown(readiness(behindSignIn, listing()), { report: behindSignIn, draft: told });
    expect(timesOf(markdown, 'behind the sign-in')).toBe(1);
    expect(markdown).toMatch(/^- \*\*To confirm:\*\* 8 requirements lie behind/m);
    expect(markdown).toMatch(/^ {2}- \[ \] Every tool has a title$/m);
  });

  it('stand by themselves where they are ticked, or fewer than three', () => {
    const { rows } = readiness(behindSignIn, listing({ confirmed: ['tool-titles'] }));
    const ids = gathered(rows).flatMap((entry) => (entry.kind === 'row' ? [entry.row.id] : []));
    expect(ids).toContain('tool-titles');
    expect(ids).not.toContain('tool-names');
    const few = readiness(fine(unseen('tools.title-missing')), listing()).rows;
    expect(gathered(few).every(({ kind }) => kind === 'row')).toBe(true);
  });

  it('leave none out, and none twice', () => {
    for (const report of [behindSignIn, unreached, fine()]) {
      const { rows } = readiness(report, listing());
      const all = gathered(rows).flatMap((entry) => (entry.kind === 'row' ? [entry.row] : entry.rows));
      expect(all.toSorted((a, b) => rows.indexOf(a) - rows.indexOf(b))).toEqual(rows);
    }
  });

  it('take one line where the check stopped at once, and what is left to the author another', () => {
    const text = readinessText(readiness(unreached, { draft: emptyDraft, links: [] }), width);
    expect(timesOf(text, 'did not get so far')).toBe(1);
    expect(text.match(/^ {2}\?/gm)?.length).toBeLessThanOrEqual(4);
    expect(text).toContain('A paid plan of Claude');
  });

  it('keep their words where the author has told something', () => {
    const text = readinessText(readiness(unreached, listing()), width);
    expect(text).toContain('It becomes part of the listing’s address');
  });
});

describe('the names of the tools', () => {
  const about = { values: { count: 9, names: '“a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”', more: 1, total: 13 } };

  it('stand in the row: the first few, and how many more', () => {
    const why = row('tool-titles', fine(found('tools.title-missing', 'certain', about)))?.why;
    expect(why).toBe('About tools.title-missing: “a”, “b”, “c”, “d”, “e” and 4 more.');
  });

  it('stand in a guess as well, in the reader’s quotation marks', () => {
    const one = { values: { count: 1, names: '“api_request”', more: 0, total: 13 } };
    speak(german);
    const why = row('no-catch-all', fine(found('tools.catch-all-method', 'possible', one)))?.why;
    expect(why).toMatch(/: „api_request“\.$/);
  });

  it('stand where only one of the hints is set', () => {
    const tools = {
      count: 1,
      missingTitle: 0,
      missingHint: 0,
      invalidNames: 0,
      estimatedTokens: 1,
      items: [{ name: 'half\n', title: null, readOnly: true, destructive: null }],
    };
    expect(row('tool-hints', fine({ facts: facts({ tools }) }))?.why).toContain('“half”');
  });
});

describe('what the server speaks', () => {
  it('was not seen where it asks for a sign-in first', () => {
    expect(row('transport', behindSignIn)?.why).toMatch(/asks for a sign-in before it speaks/);
    expect(row('transport', unreached)).toMatchObject({ unlooked: 'not-reached' });
    expect(row('transport', fine({ facts: facts({ transport: null }) }))?.why).toBe(
      'No transport was seen that works.',
    );
  });
});

describe('what people see while nothing is told', () => {
  const self = (title: string) =>
    fine({ facts: facts({ server: { name: 'x', title, version: null, instructionsLength: 0 } }) });
  const untold = { draft: emptyDraft, links: [] };

  it('is the server’s own name, with what is risky in it', () => {
    expect(row('name', self('Ann’s Notes'), untold)?.why).toMatch(
      /calls itself “Ann’s Notes”\. It holds an apostrophe\./,
    );
    expect(row('name', self('Notes'), untold)?.why).toMatch(/calls itself “Notes”\.$/);
  });
});

describe('pictures', () => {
  it('are not asked for where no tool shows an interactive part', () => {
    const told = listing({ screenshots: [shot({ type: 'gif' })] });
    expect(row('screenshots', fine(), told)).toMatchObject({ state: 'confirm', codes: [] });
    expect(row('screenshots', fine(), told)?.why).toMatch(/no tool shows an interactive part/);
    expect(row('screenshots', fine())).toBeUndefined();
    expect(row('screenshots', fine(unseen('apps.present')), told)?.state).toBe('unmet');
  });
});

describe('the icon', () => {
  const icon = (google: number | null) => {
    const domains = { host: 'mcp.acme.dev', asked: 'acme.dev', registrable: 'acme.dev', suffixOf: null };
    const image = { type: 'png', sizes: [{ width: 64, height: 64 }], bytes: 500, pixels: null };
    const one = { url: 'https://acme.dev/favicon.ico', from: 'favicon.ico', exchange: null, refused: null, image };
    const site = { origin: 'https://mcp.acme.dev', page: null, declared: [], manifest: null, domains, icons: [one] };
    const lookup = { domain: 'acme.dev', size: 64, exchange: { exchange: 'e1' }, image: google === 200 ? image : null };
    const asked = { domain: 'acme.dev', asked: 'acme.dev', host: 'acme.dev', lookups: [lookup] };
    const evidence = {
      'site-icons': { status: 'observed', value: site },
      ...(google !== null && { 'favicon-service': { status: 'observed', value: asked } }),
    };
    return row('icon', fine({ evidence, exchanges: [exchange(google ?? 200, '', {}, { id: 'e1' })] }))?.why;
  };

  it('is what Google answered, and what it may show where nobody asked', () => {
    expect(icon(404)).toMatch(/see a globe instead: Google has no icon for acme\.dev\.$/);
    expect(icon(200)).toMatch(/see what Google has for acme\.dev\.$/);
    expect(icon(null)).toMatch(/which Google may show/);
    expect(row('icon', fine())?.why).toMatch(/square picture\.$/);
  });
});
