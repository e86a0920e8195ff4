import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { places } from '../../../lib/knowledge/places.ts';
import { installLink, readInstall, type InstallRefusal } from '../../../lib/preview/install/install-link.ts';

const url = 'https://mcp.acme.dev/mcp';

describe('the link', () => {
  it('is the one of the documentation, with name and address encoded', () => {
    expect(installLink({ name: 'Acme (beta) & Söhne', url: 'https://mcp.acme.dev/a?tenant=4#top' })).toBe(
      'https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName=Acme%20%28beta%29%20%26%20S%C3%B6hne&connectorUrl=https%3A%2F%2Fmcp.acme.dev%2Fa%3Ftenant%3D4',
    );
  });

  it('says in its query what was read, whatever the name', () => {
    const paths = fc.webPath().map((path) => (/redacted|[{}$]/i.test(path) ? '/' : path));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), paths, (name, path) => {
        const reading = readInstall({ name, url: `https://mcp.acme.dev${path}` });
        if (reading.status === 'refused') {
          expect(['no-name', 'hidden-characters', 'not-an-address', 'credentials']).toContain(reading.why);
          return;
        }
        const { origin, pathname, searchParams, hash } = new URL(reading.link);
        expect([origin, pathname, hash]).toEqual(['https://claude.ai', '/customize/connectors', '']);
        expect([...searchParams]).toEqual([
          ['modal', 'add-custom-connector'],
          ['connectorName', reading.name],
          ['connectorUrl', reading.url],
        ]);
        expect(reading.link).toMatch(/^[\w:/?&=%.~-]+$/);
      }),
    );
  });

  it('keeps a name as it is, but for what stands around and between its words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 })), (parts) => {
        const words = parts.map((part) => part.trim()).filter((part) => /^[^\s\p{Cc}]+$/u.test(part));
        const reading = readInstall({ name: ` ${words.join('\n ')}\t`, url });
        if (words.length === 0) expect(reading).toMatchObject({ why: 'no-name' });
        else expect(reading).toMatchObject({ status: 'ready', name: words.join(' ') });
      }),
    );
  });

  it('is the place that the help opens', () => {
    const filled = places['add-custom'].url.replace('{name}', 'Acme').replace('{url}', encodeURIComponent(url));
    expect(installLink({ name: 'Acme', url })).toBe(filled);
  });
});

describe('no link', () => {
  it.each<[string, InstallRefusal]>([
    ['http://mcp.acme.dev/mcp', 'not-https'],
    ['http://localhost:3000/mcp', 'not-https'],
    ['ftp://mcp.acme.dev/', 'not-https'],
    ['javascript:alert(1)', 'not-an-address'],
    ['https://user:word@mcp.acme.dev/mcp', 'credentials'],
    ['https://user@mcp.acme.dev/mcp', 'credentials'],
    ['https://mcp.acme.dev/mcp?api_key=x', 'credentials'],
    ['https://mcp.acme.dev/mcp?access_token=abc&b=1', 'credentials'],
    ['https://mcp.acme.dev/mcp?for=a8Kd03mQz91LpX7vTr52WsYb64HnEc0J', 'credentials'],
    ['https://mcp.acme.dev/mcp?config=eyJhcGlLZXkiOiJhYmMifQ==', 'credentials'],
    ['https://mcp.acme.dev/mcp?config=%7B%22api_key%22%3A%22abc%22%7D', 'credentials'],
    ['https://mcp.acme.dev/mcp?x=%3Ftoken%3Dabc', 'credentials'],
    ['https://mcp.acme.dev/mcp;token=abc', 'credentials'],
    ['https://mcp.acme.dev/s/ghp_abcdefghijklmnopqrstuvwxyz0123456789/mcp', 'credentials'],
    ['https://mcp.acme.dev/s/redacted-token-1/mcp', 'redacted'],
    [`https://mcp.acme.dev/${'long/'.repeat(500)}`, 'too-long'],
    ['npx -y some-server', 'local-server'],
    ['{"mcpServers":{"a":{"command":"npx"}}}', 'local-server'],
    ['me@acme.dev', 'not-an-address'],
    ['', 'not-an-address'],
    ['not an address', 'not-an-address'],
  ])('is made of %s', (given, why) => {
    expect(readInstall({ name: 'Acme', url: given })).toMatchObject({ status: 'refused', why });
    expect(() => installLink({ name: 'Acme', url: given })).toThrow(RangeError);
  });

  it.each(['', ' \n', '\u0000'])('is made without a name (%j)', (name) => {
    expect(readInstall({ name, url })).toMatchObject({ status: 'refused', why: 'no-name' });
  });

  it.each(['Acme\u202Emoc.live', 'Ac\u200Bme'])('takes no name that reads as another: %j', (name) => {
    expect(readInstall({ name, url })).toMatchObject({ status: 'refused', why: 'hidden-characters' });
  });

  it('is ever made of anything that throws, or that is not https', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })),
        (name, given) => {
          const reading = readInstall({ name, url: given });
          if (reading.status === 'ready') expect(reading.url).toMatch(/^https:\/\/[^@/?#]+(?:[/?]|$)/);
        },
      ),
    );
  });
});

describe('a link comes with warnings', () => {
  const kinds = (name: string, given: string): readonly string[] => {
    const reading = readInstall({ name, url: given });
    return reading.status === 'ready'
      ? reading.warnings.map((warning) => (warning.kind === 'name' ? warning.hazard : warning.kind))
      : [];
  };

  it.each([
    ['Acme', url, []],
    ['Bob’s notes', url, ['apostrophe']],
    ['Größe "x" 🎉', url, ['quote', 'emoji', 'non-ascii']],
    ['x'.repeat(101), url, ['long-name']],
    ['Acme', 'https://localhost/mcp', ['private-host']],
    ['Acme', 'https://10.0.0.7/mcp', ['private-host']],
    ['Acme', 'https://wiki.corp/mcp', ['private-host']],
    ['Acme', 'https://mcp.acme.dev:8443/mcp', ['port']],
    ['Acme', 'https://mcp.example.com/mcp', ['placeholder']],
    ['Acme', 'https://mcp.acme.dev/{tenant}/mcp', ['placeholder']],
    ['Acme', 'https://mcp.acme.dev/s/x7f3k2q9/mcp', ['key-in-path']],
  ])('%s at %s: %j', (name, given, expected) => {
    expect(kinds(name, given)).toEqual(expected);
  });
});
