import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlTitle, looksLikeHtml } from '../../../lib/parsing/html.ts';

describe('the title of a page', () => {
  it.each([
    ['<title>Sign in</title>', 'Sign in'],
    [
      '<HTML><TITLE lang="en">\n  Sign in &middot; A&amp;B &#8212; &#x2713; &bogus;\n</TITLE>',
      'Sign in · A&B — ✓ &bogus;',
    ],
    ['<title>Cut off<meta', 'Cut off'],
  ])('%s', (text, title) => expect(htmlTitle(text)).toBe(title));

  it.each(['', '<title></title>', '<title', '<titles>x</titles>', 'title'])('is missing: %s', (text) => {
    expect(htmlTitle(text)).toBeUndefined();
  });

  it('is found in linear time, at most 200 characters, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void htmlTitle(`<title>${text}`)));
    expect(htmlTitle(`<title>${'a'.repeat(5_000)}</title>`)).toHaveLength(200);
    const began = performance.now();
    for (const piece of ['<title', '<title>', '&#', '<', ' ']) htmlTitle(piece.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a page', () => {
  it.each([
    ['text/html; charset=utf-8', 'Not found'],
    ['application/xhtml+xml', '<x/>'],
    [undefined, '\uFEFF\n<!DOCTYPE html><html>'],
    ['text/plain', '<html lang="en">'],
    ['', '<!-- hello --> <head>'],
  ])('is known by its type or its beginning: %s %s', (type, text) => expect(looksLikeHtml(type, text)).toBe(true));

  it.each([
    ['text/html', ''],
    ['text/html', '{"error":"x"}'],
    ['application/json', '{"a":"<html>"}'],
    ['text/plain', 'hello <html>'],
    ['application/xml', '<?xml version="1.0"?>'],
    [undefined, '<htmlx>'],
  ])('is not seen in %s %s', (type, text) => expect(looksLikeHtml(type, text)).toBe(false));
});
