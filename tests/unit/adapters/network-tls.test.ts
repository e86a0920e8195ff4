import { describe, expect, it } from 'vitest';
import type { CertificateFamily, CertificateWish } from '../../../clinic/certificates.ts';
import { makeCertificate, makeFamily } from '../../../clinic/certificates.ts';
import { answering, ask, failureOf, portsFor, responseOf, serveHttps, serveTcp, serveTls } from './servers.ts';

const name = 'mcp.clinic.example';
const leaf = { commonName: name, dnsNames: [name] };
const longAgo = { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-02-01') };
const notYet = { notBefore: new Date('2090-01-01'), notAfter: new Date('2090-02-01') };

const mapped = (port: number): string[] => [`${name}:443:127.0.0.1:${port}`];

async function reasonFor(
  options: { cert: string; key: string },
  cacert: string | null,
): Promise<{ reason: string; detail: string; requests: number }> {
  let requests = 0;
  const port = await serveHttps(options, (_, response) => {
    requests += 1;
    response.end();
  });
  const answer = await ask(portsFor({ connectTo: mapped(port), cacert }), `https://${name}/`, {
    headers: { authorization: 'Bearer secret' },
  });
  const { reason, detail } = failureOf(answer);
  return { reason, detail, requests };
}

describe('a certificate', () => {
  it('is verified for the name that was typed, not for the place that is dialled', async () => {
    const family = await makeFamily(leaf);
    const port = await serveHttps({ cert: family.chain, key: family.leaf.key }, (request, response) => {
      const { servername } = request.socket as unknown as { servername: string };
      response.end(`${servername} ${request.headers.host}`);
    });
    const ports = portsFor({ connectTo: mapped(port), cacert: family.root.cert });
    const response = responseOf(await ask(ports, `https://${name}/`));
    expect(response).toMatchObject({ text: `${name} ${name}`, remoteAddress: '127.0.0.1' });
  });

  it('may stand for an address', async () => {
    const family = await makeFamily({ commonName: 'x', ipNames: ['127.0.0.1'] });
    const port = await serveHttps({ cert: family.chain, key: family.leaf.key });
    const ports = portsFor({ cacert: family.root.cert });
    expect(responseOf(await ask(ports, `https://127.0.0.1:${port}/`)).text).toBe('ok');
  });

  it.each<[string, string, Partial<CertificateWish>, (family: CertificateFamily) => string]>([
    ['that has expired', 'tls-expired', longAgo, (family) => family.chain],
    ['that is not yet valid', 'tls-expired', notYet, (family) => family.chain],
    ['for another name', 'tls-name', { dnsNames: ['other.example'] }, (family) => family.chain],
    ['without its intermediate', 'tls-chain', {}, (family) => family.leaf.cert],
  ])('%s is %s', async (_, reason, rest, sent) => {
    const family = await makeFamily({ ...leaf, ...rest });
    const seen = await reasonFor({ cert: sent(family), key: family.leaf.key }, family.root.cert);
    expect(seen).toMatchObject({ reason, requests: 0 });
    expect(seen.detail).toMatch(/[A-Z_]{8,}/);
  });

  it.each([
    ['of an unknown root', (family: CertificateFamily) => family.chain],
    ['of an unknown root that is sent', (family: CertificateFamily) => family.chain + family.root.cert],
  ])('%s is tls-untrusted', async (_, sent) => {
    const family = await makeFamily(leaf);
    const other = await makeFamily(leaf, { organization: 'Others' });
    const seen = await reasonFor({ cert: sent(family), key: family.leaf.key }, other.root.cert);
    expect(seen).toMatchObject({ reason: 'tls-untrusted', requests: 0 });
    const without = await reasonFor({ cert: sent(family), key: family.leaf.key }, null);
    expect(without).toMatchObject({ reason: 'tls-untrusted', requests: 0 });
  });

  it('that signs itself is tls-untrusted', async () => {
    const own = await makeCertificate(leaf);
    expect(await reasonFor(own, null)).toMatchObject({ reason: 'tls-untrusted', requests: 0 });
  });
});

describe('a TLS handshake', () => {
  it('fails on a port that speaks plain HTTP', async () => {
    const port = await serveTcp(answering('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const failure = failureOf(await ask(portsFor({ connectTo: mapped(port) }), `https://${name}/`));
    expect(failure).toMatchObject({ reason: 'tls-handshake', remoteAddress: '127.0.0.1' });
    expect(failure.detail).not.toMatch(/openssl|\.c:/);
  });

  it('fails without a common version', async () => {
    const { cert, key } = await makeCertificate(leaf);
    const port = await serveHttps({ cert, key, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' });
    expect(failureOf(await ask(portsFor({ connectTo: mapped(port) }), `https://${name}/`)).reason).toBe(
      'tls-handshake',
    );
  });

  it('fails on an alert', async () => {
    const port = await serveHttps({});
    const failure = failureOf(await ask(portsFor({ connectTo: mapped(port) }), `https://${name}/`));
    expect(failure.reason).toBe('tls-handshake');
    expect(failure.detail).toContain('alert');
  });

  it('that is cut off is a reset', async () => {
    const port = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(failureOf(await ask(portsFor({ connectTo: mapped(port) }), `https://${name}/`)).reason).toBe('reset');
    const ended = await serveTcp((socket) => socket.once('data', () => socket.end()));
    expect(failureOf(await ask(portsFor({ connectTo: mapped(ended) }), `https://${name}/`)).reason).toBe('reset');
  });

  it('that never ends is a timeout', async () => {
    const port = await serveTcp(() => undefined);
    const ports = portsFor({ connectTo: mapped(port) });
    const failure = failureOf(await ask(ports, `https://${name}/`, { headersTimeoutMs: 200 }));
    expect(failure).toMatchObject({ reason: 'timeout', remoteAddress: '127.0.0.1' });
  });

  it('is followed by a reset when the server hangs up then', async () => {
    const family = await makeFamily(leaf);
    const port = await serveTls({ cert: family.chain, key: family.leaf.key }, (socket) => {
      socket.once('data', () => socket.destroy());
    });
    const ports = portsFor({ connectTo: mapped(port), cacert: family.root.cert });
    expect(failureOf(await ask(ports, `https://${name}/`)).reason).toBe('reset');
  });
});
