import { describe, expect, it } from 'vitest';
import { createMarkers, markerIn, numberOf } from '../../../lib/adapters/browser/marker.ts';
import { createRequestSights, type RequestSights } from '../../../lib/adapters/browser/request-sights.ts';

const url = 'https://mcp.acme.dev/mcp#cd-7';
const event = { requestId: '1', url };
const ask = (sights: RequestSights, until: 'head' | 'end', patienceMs = 5_000) =>
  sights.record({ marker: 'cd-7', until, patienceMs });

function begun(): RequestSights {
  const sights = createRequestSights();
  sights.take('begun', event);
  sights.take('sent', event);
  return sights;
}

describe('what is seen of a request', () => {
  it('is told as soon as the head is there', async () => {
    const sights = begun();
    const record = ask(sights, 'head');
    const responseHeaders = [
      { name: 'Set-Cookie', value: 'a=1\nb=2' },
      { name: 'X-Own', value: 'yes' },
    ];
    sights.take('headers', { ...event, statusCode: 200, statusLine: 'HTTP/1.1 200 OK', responseHeaders });
    sights.take('started', { ...event, ip: '192.0.2.1' });
    expect(await record).toEqual({
      url: 'https://mcp.acme.dev/mcp',
      status: 200,
      headers: [
        { name: 'set-cookie', value: 'a=1' },
        { name: 'set-cookie', value: 'b=2' },
        { name: 'x-own', value: 'yes' },
      ],
      ip: '192.0.2.1',
      fromCache: false,
      error: null,
      wasSent: true,
    });
  });

  it.each(['0.0.0.0', '::', '', null])('knows no address where the browser names %j, as behind a proxy', async (ip) => {
    const sights = begun();
    sights.take('headers', { ...event, statusCode: 200 });
    sights.take('started', { ...event, ip });
    expect(await ask(sights, 'head')).toMatchObject({ status: 200, ip: null });
  });

  it('keeps why it failed, and whether it was let out', async () => {
    const sights = createRequestSights();
    sights.take('begun', event);
    sights.take('failed', { ...event, error: 'net::ERR_BLOCKED_BY_CLIENT' });
    expect(await ask(sights, 'head')).toMatchObject({ error: 'net::ERR_BLOCKED_BY_CLIENT', wasSent: false });
  });

  it('takes a redirect for the end, whatever the browser says of it then', async () => {
    const sights = begun();
    const responseHeaders = [{ name: 'location', value: '/b' }];
    sights.take('headers', { ...event, statusCode: 307, responseHeaders });
    sights.take('redirected', { ...event, statusCode: 307, ip: '192.0.2.1', responseHeaders });
    sights.take('failed', { ...event, error: 'net::ERR_ABORTED' });
    expect(await ask(sights, 'end')).toMatchObject({ status: 307, error: null, ip: '192.0.2.1' });
  });

  it('starts anew where Firefox goes to https by itself', async () => {
    const sights = createRequestSights();
    sights.take('begun', { ...event, url: 'http://mcp.acme.dev/mcp#cd-7' });
    sights.take('redirected', { ...event, url: 'http://mcp.acme.dev/mcp#cd-7', statusCode: 307 });
    sights.take('begun', event);
    sights.take('headers', { ...event, statusCode: 200, responseHeaders: [] });
    sights.take('started', event);
    expect(await ask(sights, 'head')).toMatchObject({ url: 'https://mcp.acme.dev/mcp', status: 200 });
  });

  it('does not take bytes that are no HTTP for an answer', async () => {
    const sights = begun();
    sights.take('headers', { ...event, statusCode: 200, statusLine: 'HTTP/0.9 200 OK', responseHeaders: [] });
    expect(await ask(sights, 'head')).toMatchObject({ status: null, error: 'HTTP/0.9' });
  });

  it('is what there is when patience ends; nothing is null', async () => {
    const sights = begun();
    expect(await ask(sights, 'end', 0)).toMatchObject({ wasSent: true, status: null });
    sights.forget('cd-7');
    expect(await ask(sights, 'end', 0)).toBeNull();
  });

  it('is bounded', async () => {
    const sights = createRequestSights();
    for (let number = 1; number <= 1_000; number += 1) {
      sights.take('begun', { ...event, url: `https://mcp.acme.dev/#cd-${number}` });
    }
    expect(await ask(sights, 'end', 0)).toBeNull();
    expect(await sights.record({ marker: 'cd-1000', until: 'end', patienceMs: 0 })).not.toBeNull();
    const value = 'x'.repeat(100_000);
    const responseHeaders = ['a', 'b', 'c'].map((name) => ({ name, value }));
    sights.take('headers', { ...event, statusCode: 200, responseHeaders });
    expect((await ask(sights, 'end', 0))?.headers.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('markers', () => {
  it('are told from other fragments', () => {
    expect(markerIn('https://mcp.acme.dev/#cd-12')).toBe('cd-12');
    for (const other of ['', '#', '#cd-', '#cd-0', '#cd-1x', '#xcd-1', '?cd-1']) {
      expect(markerIn(`https://mcp.acme.dev/${other}`)).toBeNull();
    }
  });

  it('never repeat, and are numbers that a rule can have', () => {
    const next = createMarkers();
    const numbers = Array.from({ length: 100 }, () => numberOf(next()));
    expect(new Set(numbers).size).toBe(100);
    for (const number of numbers) expect(number).toBeLessThan(2 ** 31);
  });
});

describe('the address that the browser dialled', () => {
  const addressOf = async (more: object): Promise<string | null | undefined> => {
    const sights = begun();
    sights.take('started', { ...event, ip: '10.1.2.3', ...more });
    return (await ask(sights, 'head'))?.ip;
  };

  it('is the server’s where no proxy stands between', async () => {
    expect(await addressOf({})).toBe('10.1.2.3');
    expect(await addressOf({ proxyInfo: null })).toBe('10.1.2.3');
    expect(await addressOf({ proxyInfo: { type: 'direct' } })).toBe('10.1.2.3');
  });

  it('is nobody’s behind a proxy', async () => {
    expect(await addressOf({ proxyInfo: { type: 'http' } })).toBeNull();
    expect(await addressOf({ proxyInfo: { type: 'socks' } })).toBeNull();
    expect(await addressOf({ ip: '0.0.0.0' })).toBeNull();
  });
});
