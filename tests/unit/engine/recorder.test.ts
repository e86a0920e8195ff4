import { describe, expect, it } from 'vitest';
import { createRecorder, type RecorderSettings } from '../../../lib/engine/recorder.ts';
import type { NetworkRequest, Received } from '../../../lib/kernel/ports.ts';
import { createRedactor } from '../../../lib/report/redaction/redact.ts';
import { memoryPorts, received } from '../../support/memory-ports.ts';

function recorderWith(text: string, more: Partial<RecorderSettings> = {}) {
  const sent: NetworkRequest[] = [];
  const { ports } = memoryPorts(async () => received(200, { 'mcp-session-id': 'c0ffee-secret-session' }, text));
  const recorder = createRecorder({
    network: {
      request: (request) => {
        sent.push(request);
        return ports.network.request(request);
      },
    },
    redaction: createRedactor(),
    userAgent: 'connector-doctor/test',
    ownHeaders: { 'X-Api-Key': 'own-secret-value' },
    ownOrigin: 'https://mcp.acme.dev',
    privateAllowed: false,
    stepTimeoutMs: 10_000,
    sideTimeoutMs: 4000,
    maxBodyBytes: 1_000_000,
    maxRunBytes: 100_000_000,
    signal: new AbortController().signal,
    now: () => 0,
    ...more,
  });
  return { recorder, sent };
}

describe('createRecorder', () => {
  it('sends the person’s own headers to the target’s origin only, and records them redacted', async () => {
    const { recorder, sent } = recorderWith('{}');
    await recorder.ask({ step: 3, method: 'GET', url: 'https://mcp.acme.dev/mcp', withOwnHeaders: true });
    await recorder.ask({ step: 6, method: 'GET', url: 'https://auth.acme.dev/x', withOwnHeaders: true });
    expect(sent[0]?.headers['x-api-key']).toBe('own-secret-value');
    expect(sent[0]?.secretHeaders).toContain('x-api-key');
    expect(sent[1]?.headers).not.toHaveProperty('x-api-key');
    expect(JSON.stringify(recorder.exchanges())).not.toContain('own-secret-value');
  });

  it('hands the probe what the server said and keeps no secret of it', async () => {
    const { recorder } = recorderWith('{}');
    const answer = await recorder.ask({ step: 3, method: 'POST', url: 'https://mcp.acme.dev/mcp', body: '{}' });
    expect(answer.kind === 'response' && answer.headers['mcp-session-id']).toBe('c0ffee-secret-session');
    expect(JSON.stringify(recorder.exchanges())).not.toContain('c0ffee-secret-session');
  });

  it('keeps 64 KiB of a body and gives the probe all of it', async () => {
    const long = 'a'.repeat(100_000);
    const { recorder } = recorderWith(long);
    const answer = await recorder.ask({ step: 3, method: 'GET', url: 'https://mcp.acme.dev/mcp' });
    expect(answer.kind === 'response' && answer.text).toHaveLength(100_000);
    expect(recorder.exchanges()[0]).toMatchObject({ bodyBytes: 100_000, bodyTruncated: true });
    expect(answer.kind === 'response' && answer.exchange.body).toHaveLength(64 * 1024);
  });

  it('keeps the beginning of a long request and address, and says how much more there was', async () => {
    const { recorder } = recorderWith('{}');
    const url = `https://auth.acme.dev/authorize?scope=${'s1+'.repeat(20_000)}`;
    await recorder.ask({ step: 8, method: 'POST', url, body: JSON.stringify({ scope: 's1 '.repeat(20_000) }) });
    const [exchange] = recorder.exchanges();
    expect(exchange?.url).toMatch(
      /^https:\/\/auth\.acme\.dev\/authorize\?scope=s1\+.{8000,8300}…\(\d{5} more characters\)$/,
    );
    expect(exchange?.requestBody).toMatch(/^\{"scope":"s1 .{16000,16500}…\(\d{5} more characters\)$/);
  });

  it('takes every opaque value out of an answer that holds tokens, and hands the probe all of it', async () => {
    const { recorder } = recorderWith('{"at":"odd-11aa22bb33cc44","token_type":"Bearer","error":"invalid_grant"}');
    const url = 'https://auth.acme.dev/token';
    const answer = await recorder.ask({ step: 9, method: 'POST', url, answerHolds: 'tokens' });
    expect(answer.kind === 'response' && answer.text).toContain('odd-11aa22bb33cc44');
    expect(answer.kind === 'response' && answer.exchange.body).toBe(
      '{"at":"redacted-token-1","token_type":"Bearer","error":"invalid_grant"}',
    );
  });

  it('lists what is under way as cut short, in its place', async () => {
    let now = 1_000;
    const { ports } = memoryPorts(async () => received(200, {}, ''));
    const { recorder } = recorderWith('', {
      network: {
        request: (request) =>
          request.url.endsWith('/hangs') ? new Promise<never>(() => undefined) : ports.network.request(request),
      },
      now: () => now,
    });
    void recorder.ask({ step: 3, method: 'POST', url: 'https://u:pass@mcp.acme.dev/hangs', era: 'legacy', body: '{}' });
    await recorder.ask({ step: null, method: 'GET', url: 'https://mcp.acme.dev/fine' });
    now = 3_000;
    expect(recorder.exchanges()).toMatchObject([
      {
        id: 'e1',
        kind: 'failure',
        reason: 'aborted',
        detail: 'no answer when the run ended',
        requestBody: '{}',
        timing: { startedAt: 1_000, durationMs: 2_000 },
      },
      { id: 'e2', kind: 'response' },
    ]);
    expect(JSON.stringify(recorder.exchanges())).not.toContain('pass@');
  });

  it('reads no more in a whole run than the run may hold', async () => {
    const { recorder, sent } = recorderWith('a'.repeat(600), { maxBodyBytes: 1000, maxRunBytes: 1000 });
    const get = () => recorder.ask({ step: 3, method: 'GET', url: 'https://mcp.acme.dev/mcp' });
    await get();
    await get();
    await get();
    expect(sent.map(({ maxBodyBytes }) => maxBodyBytes)).toEqual([1000, 400, 0]);
  });

  it('keeps a reserve for answers that are needed whatever was read before', async () => {
    const { recorder, sent } = recorderWith('a'.repeat(600), { maxBodyBytes: 100_000, maxRunBytes: 1000 });
    const get = (fromReserve: boolean) =>
      recorder.ask({ step: 9, method: 'POST', url: 'https://mcp.acme.dev/token', fromReserve });
    await get(false);
    await get(true);
    await get(false);
    await get(true);
    expect(sent.map(({ maxBodyBytes }) => maxBodyBytes)).toEqual([1000, 65_536, 0, 65_536]);
  });

  it('hands bytes to the probe that wants them, within its own limit, and records only their number', async () => {
    const picture = new Uint8Array([137, 80, 78, 71]);
    const sent: NetworkRequest[] = [];
    const { recorder } = recorderWith('', {
      network: {
        request: async (request) => {
          sent.push(request);
          return { ...received(200, {}, ''), bytes: 4, bytesBody: picture } as Received;
        },
      },
    });
    const url = 'https://mcp.acme.dev/favicon.ico';
    const answer = await recorder.ask({ step: 12, method: 'GET', url, wantBytes: true, maxBytes: 256 });
    expect(answer).toMatchObject({ kind: 'response', text: '', bytes: picture });
    expect(answer.exchange).toMatchObject({ body: '', bodyBytes: 4, bodyTruncated: true });
    expect(sent[0]).toMatchObject({ wantBytes: true, maxBodyBytes: 256 });
    expect(JSON.stringify(recorder.exchanges())).not.toContain('137');
  });

  it('names the connector’s origin as the only private place, except to the resolver', async () => {
    const { recorder, sent } = recorderWith('');
    await recorder.ask({ step: 6, method: 'GET', url: 'https://auth.acme.dev/x' });
    await recorder.ask({ step: 1, method: 'GET', url: 'https://10.0.0.1/dns', toResolver: true });
    expect(sent.map(({ namedOrigin }) => namedOrigin)).toEqual(['https://mcp.acme.dev', 'https://10.0.0.1']);
    expect(sent[0]?.secretHeaders).toContain('mcp-session-id');
  });

  it('numbers exchanges in the order in which they were started', async () => {
    const { recorder } = recorderWith('');
    await Promise.all(
      ['/a', '/b', '/c'].map((path) =>
        recorder.ask({ step: null, method: 'GET', url: `https://mcp.acme.dev${path}`, limit: 'side' }),
      ),
    );
    expect(recorder.exchanges().map(({ id, url }) => [id, url])).toEqual([
      ['e1', 'https://mcp.acme.dev/a'],
      ['e2', 'https://mcp.acme.dev/b'],
      ['e3', 'https://mcp.acme.dev/c'],
    ]);
  });
});
