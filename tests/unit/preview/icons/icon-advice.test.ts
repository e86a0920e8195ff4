import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../lib/kernel/json.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { iconAdviceWords } from '../../../../lib/preview/icons/icon-advice-words.ts';
import { iconPreview } from '../../../../lib/preview/icons/icon-preview.ts';
import { sampleFinding } from '../../report/sample-report.ts';

const domains = { host: 'mcp.acme.dev', asked: 'acme.dev', registrable: 'acme.dev', suffixOf: null };
const answered = { exchange: 'e200' };
const lost = { exchange: 'e404' };
const silent = { exchange: 'gone' };

function image(side: number, colours = ''): Json {
  const pixels = colours === '' ? null : { onLight: 4, onDark: 4, colours: Array(16).fill(colours).join(' ') };
  return { type: 'png', sizes: [{ width: side, height: side }], bytes: 9, pixels };
}

function icon(url: string, from: string, exchange: Json, picture: Json = null): Json {
  return { url, from, exchange, refused: null, image: picture };
}

function site(host: string, page: Json, icons: readonly Json[]): Json {
  const declared = icons.filter((one) => (one as { readonly from: string }).from === 'link');
  return { origin: `https://${host}`, page, declared: [...declared], manifest: null, domains, icons: [...icons] };
}

function adviceOf(code: string, own: Json, parent: Json | null, google: Json | null = null, severity = 'warning') {
  const finding = sampleFinding({ id: code, code, values: { domain: 'acme.dev' }, severity } as Parameters<
    typeof sampleFinding
  >[0]);
  const observed = { 'site-icons': own, 'parent-icons': parent, 'favicon-service': google };
  const evidence = Object.fromEntries(
    Object.entries(observed).flatMap(([key, value]) => (value === null ? [] : [[key, { status: 'observed', value }]])),
  ) as Json;
  const exchanges = [
    { kind: 'response', id: 'e200', status: 200 },
    { kind: 'response', id: 'e404', status: 404 },
    { kind: 'failure', id: 'gone', reason: 'dns' },
  ] as unknown as Report['exchanges'];
  const findings = code === '' ? [] : [finding];
  const { advice } = iconPreview({ evidence, exchanges, findings }, []);
  return advice.map((each) => ({
    ...{ isAside: each.isAside, kind: each.reason?.kind, adds: each.adds.map(({ text }) => text) },
    text: iconAdviceWords(each, { findings, vantage: 'cli', subject: 'connector' })?.text,
  }));
}

const file = 'https://acme.dev/favicon.ico';
const there = icon('https://mcp.acme.dev/favicon.ico', 'favicon.ico', answered, image(64));
const nowhere = icon(file, 'favicon.ico', lost);

describe('what to do where Google shows a globe', () => {
  it('names the icon that the page names and that is not there, and the one that is', () => {
    const parent = site('acme.dev', answered, [
      icon(file, 'favicon.ico', answered, image(96)),
      icon('https://acme.dev/missing.png', 'link', lost),
    ]);
    const [advice] = adviceOf('icon.google-default', site('mcp.acme.dev', answered, []), parent);
    expect(advice).toMatchObject({ kind: 'named-missing', adds: [`<link rel="icon" href="${file}">`] });
    expect(advice?.text).toContain('https://acme.dev/missing.png (HTTP status 404)');
  });

  it('says where the icon stands, and that the name that is asked for does not answer', () => {
    const parent = site('acme.dev', silent, [icon(file, 'favicon.ico', silent)]);
    const [advice] = adviceOf('icon.google-default', site('mcp.acme.dev', answered, [there]), parent);
    expect(advice).toMatchObject({ kind: 'elsewhere-and-silent', adds: [file] });
    expect(advice?.text).toContain('The icon stands at mcp.acme.dev.');
    expect(advice?.text).toContain('acme.dev did not answer');
  });

  it('asks for a file and a tag where there is a page without any', () => {
    const own = site('mcp.acme.dev', answered, [there]);
    expect(adviceOf('icon.google-default', own, site('acme.dev', answered, [nowhere]))).toMatchObject([
      { kind: 'elsewhere', adds: [file, `<link rel="icon" href="${file}">`] },
    ]);
    expect(adviceOf('icon.google-default', own, site('acme.dev', lost, [nowhere]))).toMatchObject([{ adds: [file] }]);
  });

  it('never asks for what is there', () => {
    const ico = icon(file, 'favicon.ico', answered, image(64));
    const own = site('mcp.acme.dev', answered, []);
    expect(adviceOf('icon.google-default', own, site('acme.dev', lost, [ico]))).toMatchObject([
      { kind: 'is-there', adds: [] },
    ]);
    expect(adviceOf('icon.google-default', own, site('acme.dev', answered, [ico]))).toMatchObject([
      { kind: 'not-named', adds: [`<link rel="icon" href="${file}">`] },
    ]);
    const large = icon('https://acme.dev/a.png', 'link', answered, image(192));
    expect(adviceOf('icon.google-missing-size', own, site('acme.dev', answered, [large]))).toMatchObject([
      { kind: 'large-is-there', adds: [] },
    ]);
  });
});

describe('what to do about an icon that is too small', () => {
  it('is a new file and a tag on the page of which Google takes it', () => {
    const small = icon(file, 'favicon.ico', answered, image(32));
    const own = site('mcp.acme.dev', answered, []);
    expect(adviceOf('icon.low-resolution', own, site('acme.dev', answered, [small]))).toMatchObject([
      {
        kind: 'too-small',
        adds: [
          'https://acme.dev/icon-128.png',
          '<link rel="icon" type="image/png" sizes="128x128" href="https://acme.dev/icon-128.png">',
        ],
      },
    ]);
  });

  it('is to bring it to the name that is asked for, where it stands elsewhere', () => {
    const small = icon('https://mcp.acme.dev/favicon.ico', 'favicon.ico', answered, image(32));
    const own = site('mcp.acme.dev', answered, [small]);
    expect(adviceOf('icon.low-resolution', own, site('acme.dev', lost, [nowhere]))).toMatchObject([
      { kind: 'elsewhere', adds: [file] },
    ]);
  });
});

describe('another picture at Google', () => {
  const google: Json = {
    ...{ domain: 'acme.dev', asked: 'acme.dev', host: 'mcp.acme.dev' },
    lookups: [{ domain: 'acme.dev', size: 64, exchange: answered, image: image(64, 'ff0000') }],
  };
  const another = icon('https://mcp.acme.dev/favicon.ico', 'favicon.ico', answered, image(64, '0000ff'));
  const same = icon('https://mcp.acme.dev/a.png', 'link', answered, image(64, 'ff0000'));
  const parent = site('acme.dev', lost, [nowhere]);

  it('is a thing to mend where the connector’s own icon stands elsewhere', () => {
    expect(adviceOf('', site('mcp.acme.dev', answered, [another]), parent, google)).toMatchObject([
      { kind: 'other-at-google', isAside: false, adds: [file] },
    ]);
  });

  it('is none where Google serves one of several', () => {
    expect(adviceOf('', site('mcp.acme.dev', answered, [another, same]), parent, google)).toEqual([]);
  });
});
