import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { decodeReport } from '../../../../lib/report/data/codec.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import { formats } from '../../../../lib/report/formats/formats.ts';
import { reportInHtml } from '../../../../lib/report/html/data-block.ts';
import { renderHtml } from '../../../../lib/report/html/render-html.ts';
import { notAnAddress, overflowing, reports } from '../../../browser/gallery/doctor-reports.ts';
import { browserReports } from '../../../browser/gallery/sample-browser.ts';
import { hostileReport } from '../../../support/hostile-report.ts';
import { scriptPayloads } from '../../../support/script-payloads.ts';
import { sampleReport, sampleResponse } from '../sample-report.ts';

const all: Readonly<Record<string, Report>> = { ...reports, ...browserReports, notAnAddress, overflowing };
const payloads = scriptPayloads('https://beacon.example');

afterEach(() => {
  speak(null);
});

interface Seen {
  /** What could run, load or lead somewhere. */
  readonly dangers: readonly string[];
  readonly ids: readonly string[];
  readonly inner: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
}

const ours =
  /^(?:html|head|meta|title|style|body|main|header|footer|section|nav|article|details|summary|div|span|bdi|p|h[1-4]|ul|ol|li|dl|dt|dd|a|svg|path|pre|code|strong|blockquote)$/;

/** What a parser of HTML sees in a page. */
function seenIn(html: string): Seen {
  const dangers: string[] = [];
  const ids: string[] = [];
  const inner: string[] = [];
  const tags: string[] = [];
  let text = '';
  let isShown = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      tags.push(name);
      if (name === 'body') isShown = true;
      if (name === 'script') {
        if (attributes['type'] !== 'application/json' || attributes['id'] !== 'connector-doctor-report')
          dangers.push(name);
        isShown = false;
        return;
      }
      if (!ours.test(name)) dangers.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (
          /^on|^(?:style|src|srcdoc|srcset|action|formaction|background|poster|xlink:href|ping|target)$/.test(attribute)
        )
          dangers.push(attribute);
        if (attribute === 'id') ids.push(value);
        if (attribute !== 'href') continue;
        if (value.startsWith('#')) inner.push(value.slice(1));
        else if (!/^https?:\/\//.test(value)) dangers.push(`href ${value}`);
      }
    },
    ontext(part) {
      if (isShown) text += part;
    },
  });
  parser.end(html);
  return { dangers, ids, inner, tags, text };
}

describe('the page of a report', () => {
  it.each(Object.entries(all))(
    'holds the report exactly, and every link in it leads somewhere: %s',
    (_name, report) => {
      const html = renderHtml(report);
      expect(reportInHtml(html)).toBe(encodeReport(report).trim());
      const { dangers, ids, inner, tags } = seenIn(html);
      expect(dangers).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(inner.filter((id) => !ids.includes(id))).toEqual([]);
      expect(tags.filter((tag) => tag === 'h1')).toHaveLength(1);
    },
  );

  it('is one of the formats, and reads back as the same report', async () => {
    const render = await formats.html();
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (note, body) => {
          const report = sampleReport({
            note,
            exchanges: [sampleResponse({ body, headers: { [`x-${note}`]: body } })],
          });
          const read = decodeReport(reportInHtml(render(report)) ?? '');
          expect(read).toEqual({ ok: true, report: JSON.parse(JSON.stringify(report)) as unknown });
        },
      ),
    );
  });

  it('allows nothing but its own style', () => {
    const html = renderHtml(reports.broken);
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy.replaceAll('&#x27;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/url\(|@import|@font-face/);
  });

  it.each(payloads)('takes texts of others as text, in every member: $id', ({ text }) => {
    expect(seenIn(renderHtml(hostileReport(text))).dangers).toEqual([]);
  });

  it('shows nothing that turns or hides what stands around it', () => {
    const { text } = seenIn(renderHtml(hostileReport('a\u202Eb\u200Bc\u0000d\u001B[31m\uD800')));
    expect(text).toContain('a‹U+202E›b‹U+200B›c␀d␛[31m');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it('tells what a helper needs, in their order', () => {
    const { text } = seenIn(renderHtml({ ...reports.broken, note: 'It began on Monday.', withheld: ['system'] }));
    const order = [
      'Broken',
      'https://recipes.kitchen.dev/connect',
      'Left out of this report: browser and system',
      'It began on Monday.',
      'Remove the connector and add it again',
      'You can change this yourself.',
      'Claude stops at step 3 of 12',
      'Couldn’t connect to the server. Check that the URL',
      'Not seen from here',
      'Requests and answers',
      'What was learned',
      'browser and system',
      'not affiliated with Anthropic',
    ];
    let rest = text;
    for (const words of order) {
      expect(rest).toContain(words);
      rest = rest.slice(rest.indexOf(words) + words.length);
    }
    expect(renderHtml(reports.broken)).toContain('<title>Broken: recipes.kitchen.dev</title>');
  });

  it('speaks German', () => {
    speak(german);
    const html = renderHtml(reports.broken);
    expect(html).toContain('<html lang="de">');
    expect(seenIn(html).text).toContain('Wo Claude stehen bleibt');
    expect(reportInHtml(html)).toBe(encodeReport(reports.broken).trim());
  });

  it('stays small where the report is large, and holds it all the same', () => {
    const body = '<p>a &amp; b</p>'.repeat(4_096);
    const exchanges = Array.from({ length: 160 }, (_, index) => sampleResponse({ id: `e${String(index + 1)}`, body }));
    const report = sampleReport({ exchanges, findings: [] });
    const html = renderHtml(report);
    const data = html.indexOf('<script type="application/json"');
    expect(data).toBeLessThan(2_500_000);
    expect(html.length).toBeGreaterThan(10_000_000);
    const read = reportInHtml(html);
    expect(read === encodeReport(report).trim()).toBe(true);
  });
});
