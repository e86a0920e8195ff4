import { describe, expect, it } from 'vitest';
import { iconQualityCheck } from '../../../../lib/checks/icon/quality.ts';
import type { IconImage } from '../../../../lib/kernel/evidence-icons.ts';
import { failedExchange, judged } from '../../../support/evidence-builders.ts';
import { icon, image, service, site } from './built-icons.ts';

const checks = [iconQualityCheck];

function found(...pictures: readonly IconImage[]) {
  return judged(checks, { 'site-icons': site(pictures.map((picture) => icon(picture))) });
}

const drawing = image(1, { type: 'svg', sizes: [], pixels: null });
const pixels = { onLight: 5, onDark: 5, colours: '' };

describe('the look of an icon', () => {
  it('is good when it is square, large and seen on light and dark', () => {
    const said = found(image(64));
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual(['icon.not-square', 'icon.low-resolution', 'icon.low-contrast']);
  });

  it.each([
    ['wide', { width: 200, height: 70 }, ['icon.not-square']],
    ['one pixel off', { width: 128, height: 127 }, []],
    ['wide and low', { width: 200, height: 40 }, ['icon.low-resolution', 'icon.not-square']],
  ])('%s', (_, size, codes) => {
    expect(found(image(1, { sizes: [size] })).found).toEqual(codes);
  });

  it('names the odd one among several', () => {
    const odd = icon(image(1, { sizes: [{ width: 300, height: 100 }] }), {
      url: 'https://mcp.acme-tools.com/word.png',
    });
    const said = judged(checks, { 'site-icons': site([icon(image()), odd]) });
    expect(said.findings[0]?.words.detail).toContain('word.png is 300 pixels wide');
  });

  it('counts the largest picture, and a drawing as any size', () => {
    expect(found(image(16), image(32)).findings[0]).toMatchObject({
      code: 'icon.low-resolution',
      values: { side: 32 },
    });
    expect(found(image(16), image(64)).found).toEqual([]);
    expect(found(image(16), drawing).found).toEqual([]);
  });

  it('is less sure of the largest when the page was not seen', () => {
    const said = judged(checks, { 'site-icons': site([icon(image(16))], { page: failedExchange('timeout') }) });
    expect(said.findings[0]?.confidence).toBe('likely');
  });

  it.each([
    ['light', { ...pixels, onLight: 1.1 }],
    ['dark', { ...pixels, onDark: 1.3 }],
  ])('vanishes on %s', (surface, own) => {
    const said = found(image(64, { pixels: own }));
    expect(said.found).toEqual(['icon.low-contrast']);
    expect(said.findings[0]?.words.title).toContain(`on a ${surface} background`);
  });

  it('cannot be told of a drawing’s contrast', () => {
    expect(found(drawing).skipped).toEqual({ 'icon.low-contrast': 'vantage' });
  });

  it('is judged by what Google serves, where it was asked', () => {
    const pale = image(64, { pixels: { ...pixels, onLight: 1 } });
    const said = judged(checks, { 'site-icons': site([icon(pale)]), 'favicon-service': service(() => image(64)) });
    expect(said.found).toEqual([]);
    const globes = judged(checks, { 'site-icons': site([icon(pale)]), 'favicon-service': service(() => 'globe') });
    expect(globes.found).toEqual(['icon.low-contrast']);
  });

  it('is judged on the domain above where the host has none', () => {
    const parent = site([icon(image(16))], {}, 'acme-tools.com');
    expect(judged(checks, { 'site-icons': site([icon(null)]), 'parent-icons': parent }).found).toEqual([
      'icon.low-resolution',
    ]);
  });

  it('is no question without an icon', () => {
    const none = {
      'icon.not-square': 'not-applicable',
      'icon.low-resolution': 'not-applicable',
      'icon.low-contrast': 'not-applicable',
    };
    expect(judged(checks, { 'site-icons': site([icon(null)]) }).skipped).toEqual(none);
    const unseen = judged(checks, { 'site-icons': site([icon(null, { exchange: failedExchange('reset') })]) });
    expect(unseen.skipped).toMatchObject({ 'icon.not-square': 'not-reached' });
  });
});
