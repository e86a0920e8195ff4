import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { deskOn, overPhases } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { samples } from '../../clinic/samples.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';

/** An HTTP proxy on this machine, as filters and private networks have them, which leads to the stage’s hosts. */
async function startProxy({ connectTo }: Stage): Promise<Server> {
  const ports = new Map(connectTo.map((way) => way.split(':')).map(([host, port, , to]) => [`${host}:${port}`, to]));
  const proxy = createServer((client) => {
    client.on('error', () => client.destroy());
    client.once('data', (head) => {
      const to = ports.get(/^CONNECT (\S+) /.exec(head.toString())?.[1] ?? '');
      if (to === undefined) return client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      const server = connect(Number(to), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      return server.on('error', () => client.destroy());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

describe('behind a proxy on this machine', () => {
  let stage: Stage;
  let proxy: Server;
  let browser: ChromiumWithExtension;
  let url = '';
  beforeAll(async () => {
    const authority = await createAuthority();
    stage = await createStage(authority);
    const ledger = samples.find(({ name }) => name === 'ledger');
    url = (await ledger?.start(stage)) ?? '';
    proxy = await startProxy(stage);
    const { port } = proxy.address() as AddressInfo;
    browser = await launchChromium({
      extension: extensionFolder('chrome'),
      hosts: [],
      caPem: authority.caPem,
      switches: [`--proxy-server=http://127.0.0.1:${String(port)}`],
    });
  });
  afterAll(async () => {
    await browser.close();
    proxy.close();
    await stage.close();
  });

  it('takes the proxy’s address for no address of the server, and asks the sign-in service all the same', async () => {
    const desk = deskOn(await browser.open('options.html'));
    const runId = await desk.start({ text: url });
    await desk.until(runId, overPhases);
    const report = await desk.report(runId);
    expect(report?.findings.map(({ code }) => code)).toEqual([]);
    expect(report?.verdict).toBe('sign-in-needed');
    expect(report?.exchanges.length).toBeGreaterThan(5);
    expect(report?.exchanges.map(({ remoteAddress }) => remoteAddress)).not.toContain('127.0.0.1');
  });
});
