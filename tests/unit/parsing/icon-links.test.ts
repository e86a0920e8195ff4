import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataUrl } from '../../../lib/parsing/data-url.ts';
import { iconDomains } from '../../../lib/parsing/icon-domain.ts';
import { bestFirst, iconLinks, manifestIcons } from '../../../lib/parsing/icon-links.ts';

const page = 'https://mcp.acme.dev/';

describe('the icons that a page names', () => {
  it('are found by their rel, in order, whatever the case, and resolved', () => {
    const { icons, manifest } = iconLinks(
      `<!doctype html><html><head>
        <LINK REL="Shortcut Icon" HREF="/favicon.png?v=1&amp;x=2" sizes="48x48">
        <link rel=apple-touch-icon href=touch.png>
        <link rel="mask-icon" href="//cdn.acme.dev/mask.svg" type="image/svg+xml">
        <link rel="manifest" href="app.webmanifest"><link rel="manifest" href="second">
        <link rel="stylesheet" href="icon.css"><link rel="icon"><link rel="icon" href="">
        <!-- <link rel="icon" href="old.ico"> -->
        <script>"<link rel='icon' href='script.ico'>"</script>
      </head></html>`,
      page,
    );
    expect(icons).toEqual([
      { url: 'https://mcp.acme.dev/favicon.png?v=1&x=2', rel: 'icon', sizes: '48x48', type: null },
      { url: 'https://mcp.acme.dev/touch.png', rel: 'apple-touch-icon', sizes: null, type: null },
      { url: 'https://cdn.acme.dev/mask.svg', rel: 'mask-icon', sizes: null, type: 'image/svg+xml' },
    ]);
    expect(manifest).toBe('https://mcp.acme.dev/app.webmanifest');
  });

  it('are resolved against the first base', () => {
    const html = '<base href="/assets/"><base href="https://other.dev/"><link rel="icon" href="icon.png">';
    expect(iconLinks(html, page).icons.map(({ url }) => url)).toEqual(['https://mcp.acme.dev/assets/icon.png']);
  });

  it('keep schemes that nobody may ask, for the asker to refuse', () => {
    const html = '<link rel="icon" href="javascript:alert(1)"><link rel="icon" href="http://10.0.0.1/x">';
    expect(iconLinks(html, page).icons.map(({ url }) => url)).toEqual(['javascript:alert(1)', 'http://10.0.0.1/x']);
  });

  it('know no relation that objects happen to have', () => {
    expect(iconLinks('<link rel="constructor toString" href="x">', page).icons).toEqual([]);
  });

  it('are few, however many there are', () => {
    expect(iconLinks('<link rel=icon href=x>'.repeat(10_000), page).icons).toHaveLength(32);
  });

  it('never throw, whatever the page', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '<link rel="icon" href="',
        '"',
        "'",
        '<base href=',
        '&#',
        '<!--',
        '<svg>',
        '</',
        '\0',
        '<![CDATA[',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const { url } of iconLinks(pieces.join(''), page).icons) expect(URL.canParse(url)).toBe(true);
      }),
    );
  });

  it('are found in time in a page of nothing but marks', () => {
    for (const mark of ['<', '<link ', '&amp', '<a b=', '<!--', '<svg>']) {
      expect(iconLinks(mark.repeat(200_000), page).icons).toEqual([]);
    }
  });
});

describe('the icons that a manifest names', () => {
  it('are resolved against the manifest', () => {
    const text = JSON.stringify({
      icons: [{ src: 'icons/a.png', sizes: '192x192', type: 'image/png' }, { src: 5 }, null],
    });
    expect(manifestIcons(text, 'https://acme.dev/static/app.json')).toEqual([
      { url: 'https://acme.dev/static/icons/a.png', rel: 'icon', sizes: '192x192', type: 'image/png' },
    ]);
  });

  it.each(['', '[]', '{"icons":{}}', '<html>', 'null'])('are none in %j', (text) => {
    expect(manifestIcons(text, page)).toEqual([]);
  });
});

describe('the order in which icons are worth a look', () => {
  it('puts large pictures before those that do not say, drawings after, and masks nowhere', () => {
    const icon = (
      url: string,
      sizes: string | null = null,
      rel: 'icon' | 'apple-touch-icon' | 'mask-icon' = 'icon',
    ) => ({
      url: `https://acme.dev/${url}`,
      rel,
      sizes,
      type: null,
    });
    const order = bestFirst([
      icon('plain.png'),
      icon('mark.svg'),
      icon('mask.svg', null, 'mask-icon'),
      icon('small.png', '16x16'),
      icon('touch.png', null, 'apple-touch-icon'),
      icon('several.png', '32x32 192x192'),
    ]);
    expect(order.map(({ url }) => url.split('/').at(-1))).toEqual([
      'several.png',
      'touch.png',
      'plain.png',
      'mark.svg',
      'small.png',
    ]);
  });
});

describe('data URLs', () => {
  it.each([
    ['data:image/png;base64,iVBORw==', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['data:image/png;base64,iVBO%0ARw%3D%3D', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['DATA:image/SVG+xml;charset=utf-8,%3Csvg/%3E', 'image/svg+xml', [...Buffer.from('<svg/>')]],
    ['data:,a#b', 'text/plain', [97]],
  ])('%s', (url, mediaType, bytes) => {
    const read = readDataUrl(url, 100);
    expect({ ...read, bytes: [...(read?.bytes ?? [])] }).toEqual({ mediaType, bytes });
  });

  it.each([
    'data:image/png;base64,***',
    'data:image/png',
    'https://acme.dev/x',
    'data:,%zz',
    `data:,${'a'.repeat(101)}`,
  ])('none is %s', (url) => {
    expect(readDataUrl(url, 100)).toBeUndefined();
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void readDataUrl(`data:${text}`, 50)));
  });
});

describe('the name by which an icon is looked up', () => {
  it.each([
    ['mcp.acme.dev', 'acme.dev', 'acme.dev', null],
    ['acme.dev', 'acme.dev', 'acme.dev', null],
    ['a.b.acme.dev.', 'acme.dev', 'acme.dev', null],
    ['mcp.example.co.za', 'co.za', 'example.co.za', 'registry'],
    ['example.co.uk', 'co.uk', 'example.co.uk', 'registry'],
    ['notes.vercel.app', 'vercel.app', 'notes.vercel.app', 'platform'],
    ['notes-x1.a.run.app', 'run.app', 'notes-x1.a.run.app', 'platform'],
    ['api.notes.workers.dev', 'workers.dev', 'notes.workers.dev', 'platform'],
    ['185.199.108.153', '185.199.108.153', null, null],
    ['localhost', 'localhost', null, null],
    ['mcp.internal', 'mcp.internal', null, null],
  ])('%s is asked as %s', (host, asked, registrable, suffixOf) => {
    expect(iconDomains(host)).toEqual({ host: host.replace(/\.$/, ''), asked, registrable, suffixOf });
  });
});
