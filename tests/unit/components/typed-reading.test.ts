import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../components/diagnosis/typed-reading.ts';

const read = (text: string, local = false) => readingOf(text, { local });

describe('what is typed', () => {
  it.each(['', '   ', '\n'])('%j is nothing yet', (text) => {
    expect(read(text)).toEqual({ kind: 'empty' });
  });

  it('is an address as it stands', () => {
    expect(read('https://mcp.acme.dev/mcp')).toEqual({
      kind: 'connector',
      url: 'https://mcp.acme.dev/mcp',
      host: 'mcp.acme.dev',
      isPrivate: false,
      notes: [],
    });
  });

  it('gets its scheme, and that is said', () => {
    expect(read('mcp.acme.dev/mcp')).toMatchObject({
      url: 'https://mcp.acme.dev/mcp',
      notes: ['“https://” was added.'],
    });
    expect(read('localhost:3000/mcp', true)).toMatchObject({
      url: 'http://localhost:3000/mcp',
      isPrivate: true,
      notes: ['“http://” was added.'],
    });
  });

  it('is taken out of a configuration; what is left out is said, and not what stood there', () => {
    const text = JSON.stringify({
      mcpServers: { acme: { url: 'https://mcp.acme.dev/mcp', headers: { 'X-Api-Key': 'tiger-lily-9000' } } },
    });
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'connector', url: 'https://mcp.acme.dev/mcp' });
    expect(reading.kind === 'connector' && reading.notes).toEqual([
      'Taken out of the configuration.',
      'The headers that stand beside it are left out: they can be given on the doctor page.',
    ]);
    expect(JSON.stringify(reading)).not.toContain('tiger-lily');
  });

  it.each([
    ['npx -y server-files /home', /program on one computer/],
    ['https://<your-host>/mcp', /“<your-host>” still has to be filled in/],
    ['why does it not work?', /no web address yet: it has a space in it/],
  ])('%s is no address, and why is said', (text, words) => {
    const reading = read(text);
    expect(reading.kind === 'no-address' && reading.words).toMatch(words);
  });

  it('never throws, and shows no password', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, local) => {
        readingOf(text, { local });
      }),
    );
    const shown = JSON.stringify(read('https://anna:tiger-lily-9000@mcp.acme.dev/mcp?api_key=tiger-lily-9001'));
    expect(shown).toContain('mcp.acme.dev');
    expect(shown).not.toContain('tiger-lily');
  });
});
