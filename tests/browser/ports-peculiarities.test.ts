import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { failureOf, responseOf, serveHttp } from '../unit/adapters/servers.ts';
import { benches, chromiumBench, type PortsBench } from './ports-bench.ts';

describe.each(['chromium', 'firefox'] as const)('a server that fails, in %s', (browser) => {
  let bench: PortsBench;
  beforeAll(async () => {
    bench = await benches[browser]((await createAuthority()).caPem);
  });
  afterAll(() => bench.close());

  it('is asked as often as we want to, and read to the end', async () => {
    let asked = 0;
    const port = await serveHttp((_, response) => {
      asked += 1;
      response.writeHead(503).end(`down ${String(asked)}`);
    });
    for (const round of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const answer = responseOf(await bench.ask(`http://127.0.0.1:${port}/mcp`, { method: 'POST', body: '{}' }));
      expect(answer).toMatchObject({ status: 503, text: `down ${String(round)}` });
    }
    expect(asked).toBe(8);
  });
});

describe('a host that Chromium asks over https alone', () => {
  it('is not taken for one that redirects to https', async () => {
    const bench = await chromiumBench((await createAuthority()).caPem, ['mcp.acme.dev:80', 'mcp.acme.net:80']);
    try {
      const port = await serveHttp((_, response) =>
        response.writeHead(307, { location: 'http://mcp.acme.dev/' }).end(),
      );
      await bench.roads.lead([`mcp.acme.net:80:127.0.0.1:${port}`, `mcp.acme.dev:80:127.0.0.1:${port}`]);
      const answer = failureOf(await bench.ask('http://mcp.acme.net/mcp'));
      expect(answer).toMatchObject({ reason: 'blocked-by-client' });
      expect(answer.detail).toBe('this browser asks mcp.acme.dev over https alone (HSTS)');
      expect(answer.redirects).toEqual([{ status: 307, from: 'http://mcp.acme.net/mcp', to: 'http://mcp.acme.dev/' }]);
    } finally {
      await bench.close();
    }
  });
});
