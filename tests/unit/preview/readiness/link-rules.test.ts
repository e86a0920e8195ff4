import { describe, expect, it } from 'vitest';
import { linkPage, plainPage } from '../../../../lib/parsing/link-page.ts';
import { linkState } from '../../../../lib/preview/readiness/link-rules.ts';
import { link, listing } from './listings.ts';
import { fine, row } from './reports.ts';

const policy = `<title>Privacy</title><p>${'We keep what you write, and show it to nobody. '.repeat(12)}</p>`;
const words = `<p>${'Welcome to what we make for you. '.repeat(12)}</p>`;

function seen(html: string | null, members: Parameters<typeof link>[1] = {}, which: 'privacy' | 'support' = 'privacy') {
  const page = html === null ? null : linkPage(html);
  return linkState(listing({}, { links: [link(which, { ...members, page })] }), which);
}

describe('an answer with a success', () => {
  it.each([
    ['a heading that nothing is there', '<h1>404 Page not found</h1><p>Sorry.</p>'.padEnd(200, ' x'), 'absent'],
    ['a title that nothing is there', `<title>Page not found</title>${policy}`, 'absent'],
    [
      'a few words that nothing is there',
      '<p>Sorry, the page you are looking for doesn&#39;t exist: page doesn’t exist</p>',
      'absent',
    ],
    ['German words that nothing is there', `<h1>Seite nicht gefunden</h1>${words}`, 'absent'],
    ['a name for sale', `<h1>This domain is for sale</h1>${words}`, 'absent'],
    [
      'what stands there until a script has run',
      '<script src=a></script><div>Loading… © 2026 Example Inc. All rights reserved</div>',
      'scripted',
    ],
    ['nothing of privacy', words, 'no-privacy'],
    [
      'nothing of privacy but a link in its foot',
      `${words}<footer>Privacy</footer><a href=/p>Privacy policy</a>`,
      'no-privacy',
    ],
  ])('and %s is left to the author', (_what, html, because) => {
    expect(seen(html)).toMatchObject({ state: 'confirm', because });
  });

  it.each([
    ['an error as JSON', 'application/json', { because: 'other-kind', values: { type: 'application/json' } }],
    ['a picture', 'image/png', { because: 'other-kind', values: { type: 'image/png' } }],
    ['no kind', '', { because: 'other-kind' }],
    ['a PDF that nobody reads', 'application/pdf', { because: 'unread' }],
  ])('that is %s is left to the author', (_what, type, state) => {
    expect(seen(null, { type })).toMatchObject({ state: 'confirm', ...state });
  });

  it.each([
    ['the home page', 'https://acme.dev/', 'to-home'],
    ['the home page in a language', 'https://www.acme.dev/en-us/?from=privacy', 'to-home'],
    ['another site', 'https://sedo.example/?domain=acme.dev', 'elsewhere'],
    ['a neighbour on a platform', 'https://other.workers.dev/privacy', 'elsewhere'],
  ])('that leads to %s is left to the author', (_what, to, because) => {
    expect(seen(policy, { to })).toMatchObject({ state: 'confirm', because });
  });

  it.each([
    ['a page', policy, {}, 'page'],
    ['a page of the same site', policy, { to: 'https://legal.acme.dev/privacy/' }, 'page'],
    ['a page that the query names', policy, { to: 'https://acme.dev/?page_id=7' }, 'page'],
  ])('that is %s is met', (_what, html, members, as) => {
    expect(seen(html, members)).toEqual({ state: 'met', seen: as, status: 200 });
  });

  it('that is a plain text is read as well', () => {
    const told = (text: string) =>
      linkState(
        listing({}, { links: [link('privacy', { type: 'text/plain', page: plainPage(text.repeat(20)) })] }),
        'privacy',
      );
    expect(told('We process your data. ')).toMatchObject({ state: 'met', seen: 'text' });
    expect(told('Hello, hello, hello! ')).toMatchObject({ because: 'no-privacy' });
  });

  it('need not speak of privacy where help is', () => {
    expect(seen(words, {}, 'support')).toMatchObject({ state: 'met' });
    expect(seen(null, { type: 'application/pdf' }, 'support')).toMatchObject({ state: 'met', seen: 'pdf' });
  });

  it('is told as what it is, and no more', () => {
    expect(row('privacy', fine())?.why).toBe(
      'An answer came, without an account: HTTP 200, a page of text that speaks of privacy or data.',
    );
    expect(row('support', fine())?.why).toBe('An answer came, without an account: HTTP 200, a page of text.');
  });
});

describe('what is counted as it was typed', () => {
  it('holds where the draft is kept without what is private', () => {
    const typed = listing({ supportContact: 'help@acme.dev', name: 'Sam’s Notes' });
    const kept = { ...typed, draft: { ...typed.draft, supportContact: 'redacted-email-1', name: 'Notes' } };
    expect(row('support', fine(), kept)).toMatchObject({ state: 'met' });
    expect(row('name', fine(), kept)).toMatchObject({ state: 'unmet', codes: ['listing.name-hazard'] });
    expect(row('support', fine(), listing({ supportContact: 'redacted-email-7' }))).toMatchObject({ state: 'unmet' });
  });
});
