import { describe, expect, it } from 'vitest';
import { makeFamily } from '../../../clinic/certificates.ts';
import { runInProcess, temporaryFile } from './process-run.ts';
import { serveHttps } from './servers.ts';

const name = 'mcp.clinic.example';

function look(port: number): string {
  return `
    const ports = createNodePorts({ connectTo: ['${name}:443:127.0.0.1:${port}'], env: {} });
    const request = { method: 'GET', url: 'https://${name}/', headers: {}, maxRedirects: 0, secretHeaders: [],
      maxBodyBytes: 1000, headersTimeoutMs: 20000, totalTimeoutMs: 20000, publicOnly: false, namedOrigin: null,
      signal: new AbortController().signal };
    const [first, seen] = await Promise.all([ports.network.request(request), ports.tls.inspect('${name}', 443, request.signal)]);
    const again = await ports.network.request(request);
    await ports.close();
    const said = (received) => received.text ?? received.reason;
    console.log(JSON.stringify({ first: said(first), again: said(again), trust: seen.peer.trust, problem: seen.peer.problem, sent: seen.peer.chain.length }));
  `;
}

describe('an authority that only this machine knows', () => {
  it.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])(
    'from %s is used, and told from the public ones',
    async (variable) => {
      const family = await makeFamily({ commonName: name, dnsNames: [name] });
      const port = await serveHttps({ cert: family.chain, key: family.leaf.key });
      const file = await temporaryFile(family.root.cert);
      expect(await runInProcess(look(port), { [variable]: file })).toEqual({
        first: 'ok',
        again: 'ok',
        trust: 'machine',
        problem: null,
        sent: 2,
      });
    },
  );

  it('is not there without a setting', async () => {
    const family = await makeFamily({ commonName: name, dnsNames: [name] });
    const port = await serveHttps({ cert: family.chain, key: family.leaf.key });
    expect(await runInProcess(look(port), {})).toEqual({
      first: 'tls-untrusted',
      again: 'tls-untrusted',
      trust: 'none',
      problem: 'tls-untrusted',
      sent: 2,
    });
  });

  it('does not excuse another name', async () => {
    const family = await makeFamily({ commonName: name, dnsNames: ['other.example'] });
    const port = await serveHttps({ cert: family.chain, key: family.leaf.key });
    const file = await temporaryFile(family.root.cert);
    expect(await runInProcess(look(port), { NODE_EXTRA_CA_CERTS: file })).toMatchObject({
      first: 'tls-untrusted',
      trust: 'none',
    });
  });
});
