import assert from 'node:assert/strict';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { createNodePorts } from '../../lib/adapters/node/ports.ts';
import { signInPages } from '../../lib/cli/sign-in-words.ts';
import { diagnose } from '../../lib/doctor.ts';
import { noClient } from '../../lib/kernel/probe.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { createRig, type Rig } from '../support/rig.ts';
import { leavesNothing, serverOf, start, type Wish } from '../support/signed-in-connector.ts';

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority();
});

describe('a sign-in in a browser', () => {
  it('goes out to the service and comes back to this machine', async () => {
    const { report, shown, page } = await signInBy('GET');
    expect(report.verdict).toBe('ready');
    expect(report.facts.tools?.count).toBe(2);
    expect(page).toContain('You can close this window');
    // What is shown to the person is not written down.
    const state = new URL(shown[0] ?? '').searchParams.get('state') ?? '';
    expect(state).not.toBe('');
    expect(encodeReport(report)).not.toContain(state);
  });

  it('notices a way back by POST, which Claude’s callback would refuse', async () => {
    const { report } = await signInBy('POST');
    expect(report.verdict).toBe('degraded');
    expect(report.primary?.code).toBe('auth.callback-redirect-keeps-post');
  });

  it('sends people once more for more scope', async () => {
    const { report, shown } = await signInBy('GET', {
      accepts: (call, scope) =>
        call.message?.['method'] === 'tools/list' && !scope.includes('notes:list')
          ? (_call, response) => {
              const wants = 'Bearer error="insufficient_scope", scope="notes:list"';
              response.writeHead(403, { 'www-authenticate': wants }).end();
            }
          : true,
    });
    expect(report.verdict).toBe('ready');
    expect(shown.map((address) => new URL(address).searchParams.get('scope'))).toEqual([
      'notes:read offline_access',
      'notes:read offline_access notes:list',
    ]);
  });

  it('is given up when nobody comes back', async () => {
    const { report } = await signInBy('never');
    expect(report.verdict).toBe('sign-in-needed');
    expect(report.findings).toMatchObject([
      { code: 'auth.sign-in-failed', severity: 'warning', who: 'you' },
      { code: 'auth.dcr-only' },
    ]);
  });
});

/** Signs in on a connector in good health, with `fetch` in the place of the person's browser. */
async function signInBy(back: 'GET' | 'POST' | 'never', wish: Wish = {}) {
  const rig = await createRig(authority);
  const shown: string[] = [];
  const pages: Promise<string>[] = [];
  const kept: Ports[] = [];
  try {
    const url = await start(rig, wish);
    const browser = createNodePorts({ connectTo: rig.connectTo, cacert: rig.caPem, env: {} });
    kept.push(browser);
    const ports = createNodePorts({
      connectTo: rig.connectTo,
      cacert: rig.caPem,
      env: {},
      signIn: {
        tell: (address) => void shown.push(address),
        openBrowser: (address) => {
          if (back !== 'never') pages.push(visit(address, back, browser.network));
          return Promise.resolve();
        },
        patienceMs: back === 'never' ? 1 : 60_000,
        pages: signInPages(),
      },
    });
    const report = await run(url, rig, ports).finally(() => ports.close());
    assert.deepEqual(serverOf(rig).left(), { tokens: 0, clients: 0 });
    leavesNothing(rig, report);
    return { report, shown, page: (await Promise.all(pages)).at(-1) ?? '' };
  } finally {
    await Promise.all([...kept, rig].map((one) => one.close()));
  }
}

type Ports = ReturnType<typeof createNodePorts>;

function run(url: string, rig: Rig, ports: Ports): Promise<Report> {
  return diagnose(url, ports, {
    plans: ['walk', 'side', 'wider', 'signed-in'],
    thorough: false,
    local: false,
    resolver: rig.resolver,
    consents: [],
    connectTo: true,
    headers: {},
    client: noClient,
    headlessConsent: false,
    faviconService: false,
    timeoutMs: 60_000,
    stepTimeoutMs: 10_000,
    maxBodyBytes: 8 * 1024 * 1024,
    signal: new AbortController().signal,
    vantage: 'cli',
    environment: null,
  });
}

/** The service stands on a rig, the way back leads to a real port of this machine. */
async function visit(address: string, back: 'GET' | 'POST', network: Ports['network']): Promise<string> {
  const received = await network.request({
    method: 'GET',
    url: address,
    headers: {},
    maxRedirects: 0,
    secretHeaders: [],
    maxBodyBytes: 10_000,
    headersTimeoutMs: 10_000,
    totalTimeoutMs: 10_000,
    publicOnly: false,
    namedOrigin: null,
    signal: new AbortController().signal,
  });
  assert.ok(received.kind === 'response');
  const location = new URL(received.headers['location'] ?? '');
  if (back === 'GET') return (await fetch(location)).text();
  const { origin, pathname, searchParams: body } = location;
  return (await fetch(`${origin}${pathname}`, { method: 'POST', body })).text();
}
