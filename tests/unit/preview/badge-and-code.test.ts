import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import jsQR from 'jsqr';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { badgeFile, badgeHtml, badgeMarkdown, badgeSvg, badgeUrl } from '../../../lib/preview/install/badge.ts';
import { readInstall } from '../../../lib/preview/install/install-link.ts';
import { qrCode, qrSvg } from '../../../lib/preview/install/qr-code.ts';

/** Names that would end an attribute, a link or a picture, and addresses with all that a query may hold. */
const wish = fc.record({
  name: fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 5 }),
        fc.constantFrom(
          '"',
          "'",
          '<',
          '>',
          '&',
          '&amp;',
          ']',
          '[',
          '](',
          ')',
          '\\',
          '`',
          '*',
          '_',
          '![',
          '<b>',
          '\n\n',
          '# ',
        ),
        fc.constantFrom('"><script>alert(1)</script>', 'onload=', '&lt;', 'javascript:', ':smile:', 'http://a.b'),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => `A${parts.join('')}`),
  url: fc
    .tuple(fc.webPath(), fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }))
    .map(
      ([path, values]) =>
        `https://mcp.acme.dev${path}?${values.map((v, i) => `p${i}=${encodeURIComponent(v)}`).join('&')}`,
    ),
});

const ready = wish.map(readInstall).filter((reading) => reading.status === 'ready');

describe('the badge', () => {
  it('is one link with one picture in HTML, whatever the name', () => {
    fc.assert(
      fc.property(ready, ({ name, link }) => {
        expect(elementsOf(badgeHtml({ name, link }))).toEqual([
          ['a', { href: link }],
          ['img', { src: badgeUrl, alt: `Add ${name} to Claude`, width: '136', height: '32' }],
        ]);
      }),
    );
  });

  it('is one link with one picture in Markdown, whatever the name', () => {
    fc.assert(
      fc.property(ready, ({ name, link }) => {
        const text = badgeMarkdown({ name, link });
        const alt = `Add ${name} to Claude`;
        expect(shape(fromMarkdown(text))).toEqual([
          {
            type: 'paragraph',
            children: [{ type: 'link', url: link, children: [{ type: 'image', url: badgeFile, alt }] }],
          },
        ]);
      }),
    );
  });

  it('holds its picture, and nothing that loads or runs', () => {
    expect(decodeURIComponent(badgeUrl.slice('data:image/svg+xml,'.length))).toBe(badgeSvg);
    expect(badgeUrl).not.toMatch(/["<>\s#]/);
    const names = new Set(elementsOf(badgeSvg).map(([name]) => name));
    expect([...names].sort()).toEqual(['path', 'rect', 'svg', 'text', 'title']);
    expect(badgeSvg).not.toMatch(/href|url\(|on\w+=|style/);
  });
});

describe('the QR code', () => {
  it('says the link, and the link’s query says name and address', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(ready, (reading) => {
        const code = qrCode(reading.link);
        if (code === null) {
          expect(reading.link.length).toBeGreaterThan(2_331);
          return;
        }
        const said = decode(qrSvg(code, reading.name));
        expect(said).toBe(reading.link);
        const query = new URL(said ?? '').searchParams;
        expect([query.get('connectorName'), query.get('connectorUrl')]).toEqual([reading.name, reading.url]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds as much as such a code can, and no more', { timeout: 60_000 }, () => {
    const most = `https://claude.ai/?${'aA1%'.repeat(600)}`.slice(0, 2_331);
    const code = qrCode(most);
    expect(code?.size).toBe(177 + 8);
    expect(code && decode(qrSvg(code, ''))).toBe(most);
    expect(qrCode(`${most}a`)).toBeNull();
  });

  it('has four light modules around it', () => {
    const code = qrCode('https://claude.ai/');
    if (code === null) throw new Error('There is no code.');
    const { size, isDark } = modulesOf(qrSvg(code, ''));
    const edge = (at: number): boolean => at < 4 || at >= size - 4;
    const cells = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const);
    expect(cells.some(([x, y]) => (edge(x) || edge(y)) && isDark(x, y))).toBe(false);
    expect(cells.filter(([x, y]) => isDark(x, y)).length).toBeGreaterThan(100);
    expect(isDark(4, 4)).toBe(true);
  });

  it('has the name as its title, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const svg = qrSvg({ size: 1, path: '' }, title);
        expect(elementsOf(svg).map(([name]) => name)).toEqual(['svg', 'title', 'path', 'path']);
      }),
    );
  });
});

type Element = readonly [name: string, attributes: Readonly<Record<string, string>>];

function elementsOf(markup: string): readonly Element[] {
  const elements: Element[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => elements.push([name, attributes]) });
  parser.end(markup);
  return elements;
}

/** A tree without positions, and without what is empty. */
function shape(tree: Root): unknown {
  const bare = (node: Nodes): unknown => ({
    type: node.type,
    ...('url' in node && { url: node.url }),
    ...('alt' in node && { alt: node.alt }),
    ...('value' in node && { value: node.value }),
    ...('children' in node && { children: node.children.map(bare) }),
  });
  return tree.children.map(bare);
}

/** Reads the file as a picture is drawn from it: the squares of its last path, and nothing that the encoder said. */
function modulesOf(svg: string) {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const dark = new Set<string>();
  const path = /<path d="([^"]*)"\/><\/svg>/.exec(svg)?.[1] ?? '';
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(length); step += 1) dark.add(`${String(Number(x) + step)} ${y}`);
  }
  return { size, isDark: (x: number, y: number) => dark.has(`${String(x)} ${String(y)}`) };
}

function decode(svg: string): string | undefined {
  const { size, isDark } = modulesOf(svg);
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (isDark(Math.floor(x / scale), Math.floor(y / scale)))
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsQR(pixels, side, side, { inversionAttempts: 'dontInvert' })?.data;
}
