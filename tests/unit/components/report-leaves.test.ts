import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasContent, offerOf, programFormats, readableFormats } from '../../../components/report/format-offers.ts';
import { makeLink, usualLinkLength } from '../../../components/report/make-link.ts';
import { makePassphrase } from '../../../components/report/make-passphrase.ts';
import { strengthOf } from '../../../components/report/passphrase-strength.ts';
import { blocksOf } from '../../../components/report/preview-blocks.ts';
import { fileName, textOf } from '../../../components/report/save-report.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak, spokenLanguage } from '../../../lib/i18n/say.ts';
import { withholdable } from '../../../lib/kernel/report.ts';
import { formatByExtension, formats } from '../../../lib/report/formats/formats.ts';
import { prepareReport } from '../../../lib/report/sharing/prepare-report.ts';
import { reports } from '../../browser/gallery/doctor-reports.ts';
import { sampleReport } from '../report/sample-report.ts';

describe('the forms of a report', () => {
  const offers = [...readableFormats, ...programFormats];

  it('are all that there are, each with the ending that leads back to it', () => {
    expect(offers.map(({ format }) => format).sort()).toEqual(Object.keys(formats).sort());
    for (const { format, ending } of offers) expect(formatByExtension.get(`.${ending}`)).toBe(format);
  });

  it('are not offered empty', () => {
    expect(hasContent(offerOf('har'), sampleReport())).toBe(false);
    expect(hasContent(offerOf('har'), reports.broken)).toBe(true);
    expect(hasContent(offerOf('sarif'), sampleReport())).toBe(true);
  });

  it('hold nothing of what was left out, in their text and their file’s name', async () => {
    const prepared = prepareReport(reports.signedIn, { withhold: withholdable, note: 'A note to see.' });
    for (const { format, ending } of offers) {
      const text = `${fileName(prepared, ending)} ${await textOf(prepared, format, 'own')}`;
      expect(text, format).not.toMatch(/acme\.dev|Chromium 156|"echo"|\becho\b/i);
    }
  });

  it('carry the note', async () => {
    const prepared = prepareReport(reports.signedIn, { withhold: [], note: 'It began on Monday.' });
    for (const { format } of offers)
      expect(await textOf(prepared, format, 'own'), format).toContain('It began on Monday.');
  });

  it('are in English for people elsewhere, whatever the reader speaks, who is spoken to in German again', async () => {
    const before = speak(german);
    try {
      for (const format of ['text', 'markdown', 'html', 'junit', 'sarif'] as const) {
        const english = await textOf(reports.broken, format, 'english');
        expect(english, format).not.toBe(await textOf(reports.broken, format, 'own'));
        expect(english, format).not.toMatch(/kaputt|Prüfung|Befund/i);
        expect(spokenLanguage()).toBe('de');
      }
    } finally {
      speak(before);
    }
  });

  it('are named after the host, unless it was left out', () => {
    expect(fileName(sampleReport(), 'sarif')).toBe('connector-doctor mcp.acme.dev 2026-11-20.sarif');
    const prepared = prepareReport(sampleReport(), { withhold: ['host'], note: null });
    expect(fileName(prepared, 'html')).toBe('connector-doctor 2026-11-20.html');
  });
});

describe('the text of a report in pieces', () => {
  it('is the text, but for the last line break', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 5_000 }).map((line) => line.replaceAll('\n', ' '))), (lines) => {
        const text = lines.join('\n');
        expect(blocksOf(`${text}\n`).join('\n')).toBe(text);
      }),
      { numRuns: 60 },
    );
    expect(blocksOf('x\n'.repeat(10_000)).length).toBeGreaterThan(3);
  });
});

describe('a link', () => {
  const viewer = 'https://reports.example/view/';

  it('tells how long it would be without the exchanges only where it would then arrive whole', async () => {
    const { link, leaner } = await makeLink(reports.broken, viewer, '');
    expect(link.length).toBeGreaterThan(usualLinkLength);
    const lean = await makeLink(prepareReport(reports.broken, { withhold: ['exchanges'], note: null }), viewer, '');
    expect(leaner).toBe(lean.link.length <= usualLinkLength ? lean.link.length : null);
    expect(lean.leaner).toBeNull();
  });
});

describe('a passphrase', () => {
  it.each([
    ['password', 'weak'],
    ['123456789012345678', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['secret secret secret secret secret', 'weak'],
    ['Password2026!', 'weak'],
    ['correct horse battery staple', 'fair'],
    ['correct horse battery staple window', 'strong'],
    ['Gestern fuhr niemand mit dem Dampfer', 'strong'],
    ['x7!Qm2#vR9pL', 'strong'],
  ])('such as “%s” is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it('that is made up can be read out, and differs each time', () => {
    const made = Array.from({ length: 50 }, makePassphrase);
    for (const each of made) expect(each).toMatch(/^[a-km-np-z2-9]{5}(?:-[a-km-np-z2-9]{5}){3}$/);
    expect(new Set(made).size).toBe(50);
  });
});
