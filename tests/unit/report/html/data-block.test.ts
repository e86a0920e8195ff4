import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { dataBlock, reportInHtml } from '../../../../lib/report/html/data-block.ts';
import { scriptPayloads } from '../../../support/script-payloads.ts';

const pageOf = (json: string): string => `<!doctype html><html><body><p>x</p>${dataBlock(json)}</body></html>`;

/** The element as a browser’s own parser reads it. */
function contentOf(html: string): string {
  let content = '';
  let isIn = false;
  const parser = new Parser({
    onopentag(name, { id }) {
      isIn = name === 'script' && id === 'connector-doctor-report';
    },
    ontext(text) {
      if (isIn) content += text;
    },
    onclosetag() {
      isIn = false;
    },
  });
  parser.end(html);
  return content;
}

describe('the data of a page', () => {
  it('comes back as it went in, whatever JSON it is, and a parser of HTML reads the same', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }).map((text) => JSON.stringify({ text })),
      fc
        .array(
          fc.constantFrom(
            '<',
            '>',
            '&',
            '\\',
            '"',
            '\\u003c',
            '</script>',
            '<!--',
            ']]>',
            '\u2028',
            '\uFEFF',
            '\uD800',
          ),
        )
        .map((parts) => JSON.stringify([parts.join('')], undefined, 2)),
    );
    fc.assert(
      fc.property(anything, (json) => {
        expect(reportInHtml(pageOf(json))).toBe(json.trim());
        expect(JSON.parse(contentOf(pageOf(json)))).toEqual(JSON.parse(json));
      }),
    );
  });

  it('is found when the page was saved again in another form', () => {
    const json = JSON.stringify({ a: '“x” & <b> \u2028', n: [1, -0.5e3], deep: { é: null } }, undefined, 2);
    const page = pageOf(json);
    const block = dataBlock(json);
    const [tag = ''] = /<script[^>]*>/.exec(block) ?? [];
    const forms: Readonly<Record<string, string>> = {
      'a byte order mark': `\uFEFF${page}`,
      CRLF: page.replaceAll('\n', '\r\n'),
      'upper-case tags': page.replaceAll('script', 'SCRIPT'),
      'attributes in another order': page.replace(
        tag,
        '<script id="connector-doctor-report" data-x="1" type="application/json">',
      ),
      'single quotes': page.replace(tag, "<script type='application/json' id='connector-doctor-report'>"),
      'no quotes': page.replace(tag, '<script type=application/json id=connector-doctor-report>'),
      'line breaks in the tag': page.replace(
        tag,
        '<script\n  type="application/json"\r\n  id = "connector-doctor-report"\n>',
      ),
      entities: page.replace(block, block.replace(/"(?=[^>]*<\/script)/g, '&quot;').replaceAll("'", '&#39;')),
      'a CDATA section': page.replace(tag, `${tag}<![CDATA[`).replace('</script>', ']]></script>'),
      'a CDATA section in comments': page.replace(tag, `${tag}//<![CDATA[\n`).replace('</script>', '\n//]]></script>'),
      'other scripts before it': page.replace(tag, `<script>1 < 2</script><script id=x>{}</script>${tag}`),
    };
    for (const [name, form] of Object.entries(forms)) {
      const found = reportInHtml(form) ?? 'null';
      expect({ name, value: JSON.parse(found) as unknown }).toEqual({ name, value: JSON.parse(json) });
    }
  });

  it('is not found where there is none, and cut off where the page is', () => {
    const block = dataBlock('{"a":[1,2,3]}');
    expect(reportInHtml('')).toBeNull();
    expect(reportInHtml('{"schema":"connector-doctor/report@1"}')).toBeNull();
    expect(reportInHtml('<p>connector-doctor-report</p><script>x</script>')).toBeNull();
    expect(reportInHtml(block.replace('id="connector', 'id="other-connector'))).toBeNull();
    expect(reportInHtml(block.replace('id=', 'data-id='))).toBeNull();
    expect(reportInHtml(block.slice(0, -'1,2,3]}</script>'.length))).toBe('{"a":[');
  });

  it('is never ended or begun by what stands in it', () => {
    for (const { text } of scriptPayloads('https://beacon.example')) {
      const json = JSON.stringify({ text });
      expect(dataBlock(json).slice(1, -'</script>'.length)).not.toMatch(/[<&]/);
      expect(reportInHtml(pageOf(json))).toBe(json);
    }
  });

  it('is read the same wherever an escape or an entity stands in it', () => {
    const parts = ['&amp;', '&#x10ffff;', '&#1114111;', '&quot;', '\\u003c', '\\\\u003c', '\\\\', '\\n', '\\"', 'x'];
    const read = (text: string): string => reportInHtml(`<script id="connector-doctor-report">[${text}]`) ?? '';
    const piece = 64 * 1024;
    for (const part of parts) {
      const [, changed = ''] = /^\[(.*)\]$/s.exec(read(part)) ?? [];
      for (const other of ['x', '\\\\', '&lt;', '\\u0026']) {
        const [, before = ''] = /^\[(.*)\]$/s.exec(read(other)) ?? [];
        // Whatever the others are long, one of these begins on each side of the place where a piece ends.
        for (let shift = 0; shift <= 12; shift += 1) {
          const times = Math.floor((piece - 1) / other.length) - shift;
          const text = other.repeat(times) + 'y'.repeat(shift) + part.repeat(9);
          const isSame = read(text) === `[${before.repeat(times)}${'y'.repeat(shift)}${changed.repeat(9)}]`;
          expect({ part, other, shift, isSame }).toEqual({ part, other, shift, isSame: true });
        }
      }
    }
  });

  it('is read in little more memory than it takes itself, however much of it is escaped', async () => {
    const code = `
      import { reportInHtml } from ${JSON.stringify(new URL('../../../../lib/report/html/data-block.ts', import.meta.url).href)};
      for (const part of ['&amp;', String.fromCharCode(92) + 'n'])
        console.log(reportInHtml('<script id="connector-doctor-report">' + part.repeat(25_000_000 / part.length)).length);`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-old-space-size=160',
      '--input-type=module',
      '--eval',
      code,
    ]);
    expect(stdout).toBe('5000000\n25000000\n');
  });

  it('takes time in proportion to what it is given', () => {
    const times = (text: string): number => {
      const begun = performance.now();
      reportInHtml(text);
      return performance.now() - begun;
    };
    const hostile = ['<script ', '<script id=', '<script>', '&quot', '</script', '\\u003c', '<![CDATA['];
    for (const part of hostile) {
      const page = `<script id="connector-doctor-report">${part.repeat(200_000)}`;
      // Linear takes some hundred milliseconds here, and quadratic hours.
      expect({ part, isQuick: times(page) < 20_000 && times(part.repeat(200_000)) < 20_000 }).toEqual({
        part,
        isQuick: true,
      });
    }
  });
});
