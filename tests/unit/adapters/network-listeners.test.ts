import { EventEmitter, getEventListeners, getMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { createNodePorts } from '../../../lib/adapters/node/ports.ts';
import { listen } from '../../../clinic/front.ts';

it('lets many requests listen to one signal, and leaves nothing behind on it', async () => {
  const server = await listen(createServer((_request, response) => response.end('{}')));
  const ports = createNodePorts({ connectTo: [], env: {} });
  const { signal } = new AbortController();
  try {
    await Promise.all(
      Array.from({ length: 30 }, () =>
        ports.network.request({
          method: 'GET',
          url: `http://127.0.0.1:${server.port}/`,
          headers: {},
          maxRedirects: 0,
          secretHeaders: [],
          maxBodyBytes: 1_000,
          headersTimeoutMs: 10_000,
          totalTimeoutMs: 10_000,
          publicOnly: false,
          namedOrigin: null,
          signal,
        }),
      ),
    );
    // Node 20 starts at EventEmitter’s default of ten, later versions at none.
    expect(getMaxListeners(signal)).toBeGreaterThan(EventEmitter.defaultMaxListeners);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  } finally {
    await ports.close();
    await server.close();
  }
});
