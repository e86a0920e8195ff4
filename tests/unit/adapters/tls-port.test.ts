import { describe, expect, it } from 'vitest';
import { makeCertificate, makeFamily } from '../../../clinic/certificates.ts';
import { ask, closedPort, portsFor, responseOf, serveHttps, serveTcp } from './servers.ts';

const name = 'mcp.clinic.example';
const leaf = { commonName: name, dnsNames: [name, '*.clinic.example'], ipNames: ['192.0.2.1'] };
const soon = (): AbortSignal => AbortSignal.timeout(20_000);

describe('looking at certificates', () => {
  it('shows the chain as it was sent', async () => {
    const family = await makeFamily({
      ...leaf,
      notBefore: new Date('2026-01-02T03:04:05Z'),
      notAfter: new Date('2090-01-02T03:04:05Z'),
      issuerUrl: 'http://ca.clinic.example/i.crt',
    });
    const port = await serveHttps({ cert: family.chain, key: family.leaf.key });
    const ports = portsFor({ connectTo: [`${name}:443:127.0.0.1:${port}`], cacert: family.root.cert });
    const seen = await ports.tls?.inspect(name, 443, soon());
    expect(seen).toMatchObject({
      kind: 'peer',
      peer: { protocol: 'TLSv1.3', trust: 'public', problem: null },
    });
    if (seen?.kind !== 'peer') throw new Error('no peer');
    expect(seen.peer.chain).toHaveLength(2);
    expect(seen.peer.chain[0]).toEqual({
      subject: `CN=${name}`,
      issuer: 'CN=Clinic Intermediate, O=Clinic',
      names: [`DNS:${name}`, 'DNS:*.clinic.example', 'IP Address:192.0.2.1'],
      notBefore: '2026-01-02T03:04:05.000Z',
      notAfter: '2090-01-02T03:04:05.000Z',
      selfSigned: false,
      issuerUrl: 'http://ca.clinic.example/i.crt',
    });
  });

  it('does not take certificates of its own for sent ones', async () => {
    const family = await makeFamily(leaf);
    const port = await serveHttps({ cert: family.leaf.cert, key: family.leaf.key });
    const cacert = family.root.cert + family.intermediate.cert;
    const ports = portsFor({ connectTo: [`${name}:443:127.0.0.1:${port}`], cacert });
    const seen = await ports.tls?.inspect(name, 443, soon());
    expect(seen).toMatchObject({ kind: 'peer', peer: { trust: 'public', chain: [{ subject: `CN=${name}` }] } });
    if (seen?.kind === 'peer') expect(seen.peer.chain).toHaveLength(1);
  });

  it('says what is wrong with them', async () => {
    const own = await makeCertificate(leaf);
    const port = await serveHttps(own);
    const ports = portsFor({ connectTo: [`${name}:443:127.0.0.1:${port}`] });
    const seen = await ports.tls?.inspect(name, 443, soon());
    expect(seen).toMatchObject({
      kind: 'peer',
      peer: { trust: 'none', problem: 'tls-untrusted', chain: [{ selfSigned: true }] },
    });
  });

  it('opens no connection that the next request could not use', async () => {
    const family = await makeFamily(leaf);
    const places = new Set<number | undefined>();
    const port = await serveHttps({ cert: family.chain, key: family.leaf.key }, (request, response) => {
      places.add(request.socket.remotePort);
      response.end('ok');
    });
    const ports = portsFor({ connectTo: [`${name}:443:127.0.0.1:${port}`], cacert: family.root.cert });
    await ports.tls?.inspect(name, 443, soon());
    responseOf(await ask(ports, `https://${name}/`));
    await ports.tls?.inspect(name, 443, soon());
    responseOf(await ask(ports, `https://${name}/`));
    expect(places.size).toBe(1);
  });

  it('fails where there are none', async () => {
    const refused = await closedPort();
    const silent = await serveTcp(() => undefined);
    const plain = await serveTcp((socket) => socket.write('220 smtp\r\n'));
    const { tls } = portsFor();
    expect(await tls?.inspect('127.0.0.1', refused, soon())).toMatchObject({ kind: 'failure', reason: 'refused' });
    expect(await tls?.inspect('127.0.0.1', plain, soon())).toMatchObject({ kind: 'failure', reason: 'tls-handshake' });
    const timeout = await tls?.inspect('127.0.0.1', silent, AbortSignal.timeout(100));
    expect(timeout).toMatchObject({ kind: 'failure', reason: 'timeout' });
    expect(await tls?.inspect('nobody.invalid', 443, soon())).toMatchObject({ kind: 'failure', reason: 'dns' });
  });
});
