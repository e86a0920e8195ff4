import { expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { guardedServer } from '../../clinic/oauth.ts';
import { createNodePorts } from '../../lib/adapters/node/ports.ts';
import { diagnose } from '../../lib/doctor.ts';
import type { NetworkPort, Received } from '../../lib/kernel/ports.ts';
import { noClient } from '../../lib/kernel/probe.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { createRig, type Rig } from '../support/rig.ts';

/** Answers that are there wait for all others under way, so that their number of waves is how many waits stand in a row. */
function inWaves(network: NetworkPort): NetworkPort & { readonly waves: number } {
  let underWay = 0;
  let waves = 0;
  let waiting: (() => void)[] = [];
  return {
    async request(request): Promise<Received> {
      underWay += 1;
      const received = await network.request(request);
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        void letGo();
      });
      return received;
    },
    get waves() {
      return waves;
    },
  };

  async function letGo(): Promise<void> {
    // Whoever still has something to ask does so before the machine is idle.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (waiting.length === 0 || waiting.length < underWay) return;
    waves += 1;
    underWay = 0;
    const free = waiting;
    waiting = [];
    for (const go of free) go();
  }
}

async function diagnosed(
  start: (rig: Rig) => Promise<void>,
): Promise<{ readonly report: Report; readonly waves: number }> {
  const rig = await createRig(await createAuthority());
  try {
    await start(rig);
    const ports = createNodePorts({ connectTo: rig.connectTo, cacert: rig.caPem, env: {} });
    const network = inWaves(ports.network);
    const report = await diagnose(`https://${host}/mcp`, { ...ports, network }, options);
    await ports.close();
    return { report, waves: network.waves };
  } finally {
    await rig.close();
  }
}

const host = 'mcp.acme.dev';

const options = {
  plans: ['walk', 'side', 'wider'],
  thorough: false,
  local: false,
  resolver: null,
  consents: [],
  connectTo: true,
  headers: {},
  client: noClient,
  headlessConsent: false,
  faviconService: false,
  timeoutMs: 30_000,
  stepTimeoutMs: 10_000,
  maxBodyBytes: 1_048_576,
  signal: new AbortController().signal,
  vantage: 'cli',
  environment: null,
} as const;

it('waits at most six times in a row for a healthy server with a sign-in', async () => {
  const { report, waves } = await diagnosed((rig) => rig.host(host, guardedServer(`https://${host}`)));
  expect(report.verdict).toBe('sign-in-needed');
  expect(report.exchanges.length).toBeLessThanOrEqual(22);
  // The 401, the two documents, the endpoints: nothing of it can be asked sooner.
  expect(waves).toBeGreaterThanOrEqual(4);
  expect(waves).toBeLessThanOrEqual(6);
});
