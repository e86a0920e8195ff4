import { describe, expect, it } from 'vitest';
import { fileText } from '../../../../lib/report/data/file-text.ts';
import { readReport } from '../../../../lib/report/data/read-report.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../../lib/report/formats/render-text.ts';
import { renderHtml } from '../../../../lib/report/html/render-html.ts';
import { reportLink } from '../../../../lib/report/sharing/report-link.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';

const report = sampleReport({ note: 'größer “than” 𝄞', findings: [sampleFinding()] });
const json = encodeReport(report);
const page = renderHtml(report, {});
const link = await reportLink(report, { viewer: 'https://viewer.example/', passphrase: null });

describe('a report in each of its forms', () => {
  it.each([
    ['json', json],
    ['json', `\uFEFF\n  ${json}\n\n`],
    ['json', JSON.stringify([report])],
    ['json', `Here is what I got:\n\n\`\`\`json\n${json}\`\`\`\n\nCan you help?`],
    ['html', page],
    ['html', `\uFEFF${page.replaceAll('\n', '\r\n')}`],
    ['link', link],
    ['link', link.slice(link.indexOf('#'))],
    ['link', link.slice(link.indexOf('#') + 1)],
    ['link', `Please look at <${link}>, it fails since Monday.`],
  ] as const)('%s %#', async (form, text) => {
    expect(await readReport(text)).toEqual({ kind: 'report', report, form });
  });

  it('is taken from among other things that cannot be read', async () => {
    const inNote = (note: string): string => encodeReport({ ...report, note });
    const cut = 'https://viewer.example/#connector-doctor=99999.abcde';
    const texts: readonly (readonly [form: string, text: string])[] = [
      ['json', `Hello,\nhere it is:\n\n${inNote(`see ${cut}`)}\nBye {both} of you`],
      ['json', `Hello,\n${inNote('<script id="connector-doctor-report">{}</script>')}`],
      ['json', `${cut} was broken, so here is the file:\n${json}`],
      ['link', `First ${cut}, then <${link}>.`],
      ['link', `<script id="connector-doctor-report">{"a":1}</script> ${link}`],
      ['html', `<p>${cut}</p>${page}`],
    ];
    for (const [form, text] of texts) expect(await readReport(text)).toMatchObject({ kind: 'report', form });
  });

  it('is read from a mail that quotes it, wraps it, or encodes it for its way', async () => {
    const quotedPrintable = (text: string): string =>
      [...new TextEncoder().encode(text)]
        .map((byte) =>
          byte === 10 || (byte > 31 && byte < 127 && byte !== 61)
            ? String.fromCharCode(byte)
            : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
        )
        .join('')
        .replace(/(?:[^=\n]|=..){70}(?!\n)/g, '$&=\r\n');
    const quoted = (text: string): string => text.replace(/^/gm, '> ');
    const head = 'Content-Transfer-Encoding: quoted-printable\r\n\r\n';
    const wrapped = link.replace(/.{70}/g, '$&\r\n> ');
    const texts: readonly (readonly [form: string, text: string])[] = [
      ['json', quoted(json)],
      ['json', `On Monday somebody wrote:\n${quoted(quoted(json)).replaceAll('> > ', '>> ')}\nThanks!`],
      ['json', head + quotedPrintable(json)],
      ['json', head + quotedPrintable(quoted(json))],
      ['html', head + quotedPrintable(page)],
      ['link', `> Look:\n> ${wrapped}`],
      ['link', head + quotedPrintable(`See ${link} please`)],
      ['link', `https://mail.example/?url=${encodeURIComponent(link)}&data=05`],
    ];
    for (const [form, text] of texts) expect(await readReport(text)).toEqual({ kind: 'report', report, form });
  });

  it('asks for the passphrase where only a locked link can be read', async () => {
    const locked = await reportLink(report, { viewer: 'https://viewer.example/', passphrase: 'x y z' });
    const text = `Not #connector-doctor=9.abc but ${locked}`;
    expect(await readReport(text)).toEqual({ kind: 'locked' });
    expect(await readReport(text, 'x y z')).toMatchObject({ kind: 'report', form: 'link' });
    expect(await readReport(`${text} or ${json}`)).toMatchObject({ kind: 'report', form: 'json' });
  });

  it('is read from the bytes that shells and editors write', () => {
    const utf16 = Buffer.from(`\uFEFF${json}`, 'utf16le');
    expect(fileText(utf16)).toBe(json);
    expect(fileText(utf16.swap16())).toBe(json);
    expect(fileText(Buffer.from(json))).toBe(json);
    expect(fileText(Buffer.from(`\uFEFF${json}`))).toBe(json);
  });
});

describe('anything else', () => {
  it.each([
    ['', 'It is empty'],
    ['{"schema":"connector-doctor/report@1"', 'cut off'],
    [JSON.stringify([report, report]), 'more than one report'],
    [`${JSON.stringify(report)}\n${JSON.stringify(report)}\n`, 'more than one report'],
    ['[]', 'not a report'],
    ['{"schema":"connector-doctor/preview@1"}', 'a preview'],
    ['{"schema":"connector-doctor/readiness@1"}', 'a checklist'],
    ['{"schema":"connector-doctor/comparison@1"}', 'a comparison'],
    ['{"schema":"connector-doctor/install-link@1"}', 'adds a connector'],
    ['{"schema":"connector-doctor/report@2"}', 'newer version'],
    ['{"schema":"connector-doctor/report@0"}', 'cannot read'],
    ['{"log":{"version":"1.2","entries":[]}}', 'HAR'],
    ['{"version":"2.1.0","runs":[]}', 'SARIF'],
    ['<?xml version="1.0"?>\n<testsuites name="x"/>', 'JUnit'],
    ['<!DOCTYPE html><title>Claude</title>', 'web page without a report'],
    [fileText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)), 'a picture'],
    [fileText(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46)), 'a picture'],
    [fileText(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)), 'ZIP archive'],
    [fileText(Uint8Array.of(0x1f, 0x8b, 8, 0)), 'compressed'],
    ['%PDF-1.7', 'PDF'],
    ['https://viewer.example/', 'nothing is fetched'],
    ['https://viewer.example/#part', 'nothing is fetched'],
    ['2026-11-21 10:00:01 INFO listening', 'It is neither a report'],
    [renderText(report, { color: false, width: 80 }), 'made to be read by people'],
    [renderMarkdown(report, {}), 'made to be read by people'],
  ])('%j is refused for what it is', async (text, words) => {
    const read = await readReport(text);
    expect(read).toEqual({ kind: 'problem', problem: expect.stringContaining(words) as string });
  });

  it('is not searched for a report when it is too long', async () => {
    const read = await readReport(`<html>${' '.repeat(64 * 1024 * 1024)}`);
    expect(read).toMatchObject({ kind: 'problem', problem: expect.stringContaining('64 MiB') as string });
  });
});
