import { expect, it } from 'vitest';
import { runInProcess } from './process-run.ts';
import { serveHttp, serveTcp } from './servers.ts';

it('lets the process end, whatever is still open', async () => {
  const endless = await serveHttp((_, response) => void response.write('begun'));
  const silent = await serveTcp(() => undefined);
  const body = `
    const ports = createNodePorts({ connectTo: [], env: {} });
    const idle = new AbortController();
    const hour = 3600000;
    let begun;
    const started = new Promise((resolve) => (begun = resolve));
    const open = ['http://127.0.0.1:${endless}/', 'http://127.0.0.1:${silent}/', 'https://127.0.0.1:${silent}/'].map((url) =>
      ports.network.request({ method: 'GET', url, headers: {}, maxRedirects: 0, secretHeaders: [], maxBodyBytes: 1000,
        headersTimeoutMs: hour, totalTimeoutMs: hour, publicOnly: false, namedOrigin: null, signal: idle.signal,
        onText: () => { begun(); return 'go-on'; } }));
    void ports.clock.wait(hour, idle.signal);
    await started;
    await ports.close();
    const ends = await Promise.all(open);
    console.log(JSON.stringify(ends.map((end) => end.end ?? end.reason)));
  `;
  expect(await runInProcess(body, {})).toEqual(['aborted', 'aborted', 'aborted']);
});
