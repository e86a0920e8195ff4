import { describe, expect, it } from 'vitest';
import { goodIcon } from '../../../../clinic/icon.ts';
import { file, lookForIcons, picture, type IconsSeen } from './icon-walk.ts';

const origin = 'https://mcp.acme.dev';
const favicon = { [`${origin}/favicon.ico`]: picture() };

function urls({ asked }: IconsSeen): readonly string[] {
  return asked.map(({ url }) => url);
}

describe('the site’s icon', () => {
  it('is looked for at the root and at /favicon.ico, and never on the domain above when it is there', async () => {
    const walked = await lookForIcons({ files: favicon });
    expect(urls(walked)).toEqual([`${origin}/`, `${origin}/favicon.ico`]);
    expect(walked.seen['site-icons']).toMatchObject({
      status: 'observed',
      value: {
        domains: { asked: 'acme.dev' },
        icons: [{ from: 'favicon.ico', image: { type: 'png', sizes: [{ width: 96 }] } }],
      },
    });
    expect(walked.seen['parent-icons']).toEqual({ status: 'unavailable', because: 'not-asked' });
  });

  it('is asked for by GET alone, without the person’s headers, and bounded', async () => {
    const { asked } = await lookForIcons({ files: favicon });
    for (const { method, headers, maxBodyBytes } of asked) {
      expect(method).toBe('GET');
      expect(headers).not.toHaveProperty('x-own');
      expect(maxBodyBytes).toBe(256 * 1024);
    }
  });

  it.each([404, 403, 500])('is not looked for at a server that answers %i', async (refused) => {
    const walked = await lookForIcons({ refused, files: favicon, options: { faviconService: true } });
    expect(urls(walked)).toEqual([]);
    expect(walked.seen['site-icons']).toEqual({ status: 'unavailable', because: 'prerequisite' });
  });

  it('is looked for at a server that asks for a sign-in, whose own icons nobody can know', async () => {
    const walked = await lookForIcons({ refused: 401, files: favicon });
    expect(urls(walked)).toHaveLength(2);
    expect(walked.seen['server-icons']).toEqual({ status: 'unavailable', because: 'needs-sign-in' });
  });

  it('is one more file where a page names one, and no more where it loads', async () => {
    const page = file('<link rel=icon sizes=16x16 href=a.png><link rel=icon sizes=192x192 href=//cdn.acme.dev/b.png>');
    const walked = await lookForIcons({
      files: { ...favicon, [`${origin}/`]: page, 'https://cdn.acme.dev/b.png': picture(192) },
    });
    expect(urls(walked).slice(2)).toEqual(['https://cdn.acme.dev/b.png']);
    expect(walked.seen['site-icons']).toMatchObject({ value: { declared: [{}, { sizes: '192x192' }] } });
  });

  it('is tried once more, then in the manifest, then on the domain above', async () => {
    const page = file(
      '<link rel=icon href=a.png><link rel=icon href=b.png><link rel=icon href=c.png><link rel=manifest href=m.json>',
    );
    const walked = await lookForIcons({
      files: { [`${origin}/`]: page, [`${origin}/m.json`]: file('{"icons":[{"src":"d.png"}]}', 'application/json') },
    });
    expect(urls(walked).slice(2)).toEqual([
      `${origin}/a.png`,
      `${origin}/b.png`,
      `${origin}/m.json`,
      `${origin}/d.png`,
      'https://acme.dev/',
      'https://acme.dev/favicon.ico',
    ]);
  });

  it('is not looked for on the domain above when the host could not be seen', async () => {
    const walked = await lookForIcons({ files: { [`${origin}/favicon.ico`]: picture(16, 503) } });
    expect(urls(walked)).toHaveLength(2);
    expect(walked.seen['parent-icons']).toEqual({ status: 'unavailable', because: 'prerequisite' });
  });

  it.each([
    'http://cdn.acme.dev:8080/icon.png',
    'http://10.0.0.1/icon.png',
    'https://10.0.0.1/icon.png',
    'https://localhost/icon.png',
    'https://user:pass@cdn.acme.dev/icon.png',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('is not asked at %s', async (href) => {
    const walked = await lookForIcons({
      files: { ...favicon, [`${origin}/`]: file(`<link rel="icon" href="${href}">`) },
    });
    expect(urls(walked)).toHaveLength(2);
    expect(walked.seen['site-icons']).toMatchObject({
      value: { icons: [{}, { exchange: null, refused: expect.any(String) }] },
    });
  });

  it('is asked over https where a page names it by a plain address, as browsers do', async () => {
    const walked = await lookForIcons({
      files: {
        [`${origin}/`]: file('<link rel="icon" href="http://cdn.acme.dev/icon.png?v=1">'),
        'https://cdn.acme.dev/icon.png?v=1': picture(),
      },
    });
    expect(urls(walked)).toContain('https://cdn.acme.dev/icon.png?v=1');
    expect(walked.seen['site-icons']).toMatchObject({
      value: { declared: [{ url: 'http://cdn.acme.dev/icon.png?v=1' }], icons: [{}, { image: { type: 'png' } }] },
    });
  });

  it('is read out of the page itself, of which the evidence keeps no picture', async () => {
    const href = `data:image/png;base64,${goodIcon(64).toString('base64')}`;
    const { seen } = await lookForIcons({ files: { [`${origin}/`]: file(`<link rel="icon" href="${href}">`) } });
    expect(seen['site-icons']).toMatchObject({
      value: { icons: [{ image: null }, { url: 'data:image/png;base64,…', exchange: null, image: { type: 'png' } }] },
    });
    expect(JSON.stringify(seen['site-icons'])).not.toContain(href.slice(0, 80));
  });

  it('is not looked for in a page that is the MCP endpoint', async () => {
    const walked = await lookForIcons({ endpoint: `${origin}/`, files: favicon });
    expect(urls(walked)).toEqual([`${origin}/favicon.ico`]);
  });

  it('ends a stream at once that opens in place of a page', async () => {
    const { asked } = await lookForIcons({ files: favicon });
    expect(asked[0]?.onHead?.({ status: 200, headers: { 'content-type': 'text/event-stream' } })).toBe('stop');
    expect(asked[0]?.onHead?.({ status: 200, headers: { 'content-type': 'text/html' } })).toBe('go-on');
  });

  it('is looked for on a local server, and on no domain above it', async () => {
    const local = { local: true, privateAllowed: true };
    const endpoint = 'http://mcp.acme.dev:3000/mcp';
    const walked = await lookForIcons({ endpoint, target: local, options: { faviconService: true } });
    expect(urls(walked)).toEqual(['http://mcp.acme.dev:3000/', 'http://mcp.acme.dev:3000/favicon.ico']);
    expect(walked.seen['favicon-service']).toEqual({ status: 'unavailable', because: 'vantage' });
  });

  it('is not looked for at a private address that nobody called local', async () => {
    const walked = await lookForIcons({ endpoint: 'https://10.0.0.1/mcp', target: { privateAllowed: true } });
    expect(urls(walked)).toEqual([]);
  });

  it('is not looked for by a quick look', async () => {
    const walked = await lookForIcons({ options: { plans: ['walk'] } });
    expect(urls(walked)).toEqual([]);
  });
});

describe('Google’s favicon service', () => {
  it('is not asked without consent', async () => {
    const walked = await lookForIcons({ files: favicon });
    expect(walked.seen['favicon-service']).toEqual({ status: 'unavailable', because: 'consent' });
  });

  async function questions(endpoint: string): Promise<readonly string[]> {
    const walked = await lookForIcons({ endpoint, options: { faviconService: true } });
    const google = walked.asked.map(({ url }) => new URL(url)).filter(({ hostname }) => hostname === 'www.google.com');
    return google.map(({ searchParams }) => `${searchParams.get('domain')} ${searchParams.get('sz')}`);
  }

  it.each([
    ['https://mcp.acme.dev/mcp', 'acme.dev', ['mcp.acme.dev 64']],
    ['https://acme.dev/mcp', 'acme.dev', []],
    ['https://mcp.acme.co.za/mcp', 'acme.co.za', ['co.za 64', 'mcp.acme.co.za 64']],
    ['https://notes.vercel.app/mcp', 'notes.vercel.app', ['vercel.app 64']],
    ['https://185.199.108.153/mcp', null, []],
  ])('is asked for %s by the names that Claude may ask for', async (endpoint, domain, others) => {
    const sizes = domain === null ? [] : [16, 32, 48, 64, 96, 128].map((size) => `${domain} ${size}`);
    expect(await questions(endpoint)).toEqual([...sizes, ...others]);
  });

  it('is heard out when it refuses: the globe comes with a 404', async () => {
    const files = { 'https://www.google.com/s2/favicons?domain=acme.dev&sz=64': picture(16, 404) };
    const { seen } = await lookForIcons({ files, options: { faviconService: true } });
    const { lookups } = (seen['favicon-service'] as unknown as { value: { lookups: { size: number }[] } }).value;
    expect(lookups.find(({ size }) => size === 64)).toMatchObject({
      exchange: { status: 404 },
      image: { sizes: [{ width: 16 }] },
    });
  });
});

describe('the server’s own icons', () => {
  it('are loaded, four at most', async () => {
    const icons = Array.from({ length: 9 }, (_, index) => ({
      src: `${origin}/${index}.png`,
      sizes: ['48x48'],
      theme: 'dark',
    }));
    const { seen, asked } = await lookForIcons({
      serverInfo: { name: 'notes', version: '1', icons },
      files: { ...favicon, [`${origin}/0.png`]: picture() },
    });
    expect(asked.filter(({ url }) => /\/\d\.png$/.test(url))).toHaveLength(4);
    expect(seen['server-icons']).toMatchObject({
      value: {
        given: 9,
        icons: [{ image: { type: 'png' }, sizes: ['48x48'], theme: 'dark' }, { image: null }, {}, {}],
      },
    });
  });

  it.each([[{}], [[null, 5, {}]], ['x']])('never fail over %j', async (icons) => {
    const { seen } = await lookForIcons({ serverInfo: { name: 'notes', version: '1', icons }, files: favicon });
    expect(seen['server-icons'].status).toBe('observed');
  });
});
