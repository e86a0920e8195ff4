import { describe, expect, it } from 'vitest';
import { createRecorder } from '../../../lib/engine/recorder.ts';
import { cleanUpMs, runProbes, type RunSettings } from '../../../lib/engine/run.ts';
import { defineProbe, Unavailable, type AnyProbe } from '../../../lib/kernel/probe.ts';
import { noClient } from '../../../lib/kernel/probe.ts';
import type { NetworkPort, NetworkRequest } from '../../../lib/kernel/ports.ts';
import type { Target } from '../../../lib/kernel/target.ts';
import { createRedactor } from '../../../lib/report/redaction/redact.ts';
import { readTypedTarget, targetOf } from '../../../lib/parsing/typed-target.ts';
import { memoryPorts, received } from '../../support/memory-ports.ts';

function targetFor(text: string): Target {
  const { typed, url } = readTypedTarget(text);
  if (!url) throw new Error(`not a URL: ${text}`);
  return { typed, local: false, ...targetOf(url, { local: false }) };
}

function recorderOver(network: NetworkPort, signal: AbortSignal) {
  return createRecorder({
    network,
    redaction: createRedactor(),
    userAgent: 'test',
    ownHeaders: {},
    ownOrigin: 'https://mcp.acme.dev',
    privateAllowed: false,
    stepTimeoutMs: 1000,
    sideTimeoutMs: 500,
    maxBodyBytes: 1000,
    maxRunBytes: 100_000_000,
    signal,
    now: () => 0,
  });
}

function settings(probes: readonly AnyProbe[], more: Partial<RunSettings> = {}): RunSettings & { abort(): void } {
  const abort = new AbortController();
  const { ports } = memoryPorts(async () => received(200, {}, ''));
  const redaction = createRedactor();
  const recorder = recorderOver(ports.network, abort.signal);
  return {
    probes,
    target: targetFor('https://mcp.acme.dev/mcp'),
    ports,
    recorder,
    options: {
      plans: ['walk', 'side'],
      resolver: null,
      connectTo: false,
      thorough: false,
      headerNames: [],
      client: noClient,
      headlessConsent: false,
      faviconService: false,
      stepTimeoutMs: 1000,
      sideTimeoutMs: 500,
    },
    redaction,
    signal: abort.signal,
    endedBy: () => 'deadline',
    abort: () => abort.abort(),
    ...more,
  };
}

const surroundings = defineProbe({
  key: 'surroundings',
  after: [],
  plan: 'walk',
  collect: async () => ({ online: true, proxy: null }),
});

describe('runProbes', () => {
  it('hands on what an earlier probe saw', async () => {
    const closing = defineProbe({
      key: 'discover',
      after: ['surroundings'],
      plan: 'walk',
      async collect({ when }) {
        const seen = await when('surroundings');
        return seen.status === 'observed' ? new Unavailable('consent') : new Unavailable('vantage');
      },
    });
    const observations = await runProbes(settings([surroundings, closing]));
    expect(observations.surroundings).toEqual({ status: 'observed', value: { online: true, proxy: null } });
    expect(observations.discover).toEqual({ status: 'unavailable', because: 'consent' });
  });

  it('reports a probe’s bug as crashed and goes on with the others', async () => {
    const broken = defineProbe({
      key: 'listing',
      after: [],
      plan: 'walk',
      collect: () => Promise.reject(new Error('a bug')),
    });
    const observations = await runProbes(settings([broken, surroundings]));
    expect(observations.listing).toMatchObject({ status: 'crashed', error: expect.stringContaining('a bug') });
    expect(observations.surroundings.status).toBe('observed');
  });

  it('tells a probe’s bug without its stack and without places on this machine', async () => {
    const broken = defineProbe({
      key: 'listing',
      after: [],
      plan: 'walk',
      collect: () => Promise.reject(new TypeError('cannot open /home/anna/work/lib/x.ts:12:3 of https://a.dev/b/c')),
    });
    const observations = await runProbes(settings([broken]));
    expect(observations.listing).toEqual({
      status: 'crashed',
      error: 'TypeError: cannot open … of https://a.dev/b/c',
    });
  });

  it('tells of a probe from its first question on, and not of one that asks nobody', async () => {
    const asking = defineProbe({
      key: 'discover',
      after: ['surroundings'],
      plan: 'walk',
      async collect({ when, ask }) {
        await when('surroundings');
        await ask({ step: 3, method: 'GET', url: 'https://mcp.acme.dev/mcp' });
        await ask({ step: 3, method: 'GET', url: 'https://mcp.acme.dev/mcp' });
        return new Unavailable('prerequisite');
      },
    });
    const events: string[] = [];
    await runProbes(settings([surroundings, asking], { onProgress: ({ kind, key }) => events.push(`${kind} ${key}`) }));
    expect(events).toEqual(['probe-started discover', 'probe-settled discover']);
  });

  it('refuses to let a probe wait for what stands after it', async () => {
    const early = defineProbe({
      key: 'discover',
      after: ['listing'],
      plan: 'walk',
      collect: async ({ when }) => {
        await when('listing');
        return new Unavailable('prerequisite');
      },
    });
    const observations = await runProbes(settings([early, surroundings]));
    expect(observations.discover).toMatchObject({ status: 'crashed', error: expect.stringContaining('listing') });
  });

  it('does not ask what the plan leaves out, nor what no port can see', async () => {
    const wider = defineProbe({ key: 'nearby-paths', after: [], plan: 'wider', collect: async () => ({ tried: [] }) });
    const names = defineProbe({
      key: 'certificate',
      after: [],
      plan: 'walk',
      needsPort: 'tls',
      collect: async () => new Unavailable('prerequisite'),
    });
    const observations = await runProbes(settings([wider, names]));
    expect(observations['nearby-paths']).toEqual({ status: 'unavailable', because: 'not-asked' });
    expect(observations.certificate).toEqual({ status: 'unavailable', because: 'vantage' });
  });

  it('waits for the person’s word before anything is written', async () => {
    let asked = false;
    const removal = defineProbe({
      key: 'registration-removal',
      after: [],
      plan: 'active',
      collect: async () => {
        asked = true;
        return { removals: [] };
      },
    });
    const observations = await runProbes(settings([removal]));
    expect(observations['registration-removal']).toEqual({ status: 'unavailable', because: 'consent' });
    expect(asked).toBe(false);
  });

  it('lets a probe that cleans up ask after the end, and no other', async () => {
    const asked: string[] = [];
    const { ports, advance } = memoryPorts(async () => received(200, {}, ''));
    const network = {
      request: (request: NetworkRequest) => {
        asked.push(`${request.url} ${request.signal.aborted ? 'too late' : 'in time'}`);
        return ports.network.request(request);
      },
    };
    const long = defineProbe({
      key: 'listing',
      after: [],
      plan: 'walk',
      async collect({ ask, signal }) {
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve());
        });
        await ask({ step: 11, method: 'GET', url: 'https://mcp.acme.dev/list' });
        return new Unavailable('prerequisite');
      },
    });
    const cleaning = defineProbe({
      key: 'leaving',
      after: ['listing'],
      plan: 'walk',
      cleansUp: true,
      async collect({ when, ask }) {
        await when('listing');
        await ask({ step: null, method: 'POST', url: 'https://mcp.acme.dev/revoke' });
        return { revocations: null, removal: null };
      },
    });
    const run = settings([long, cleaning], { ports: { ...ports, network } });
    const observations = runProbes({ ...run, recorder: recorderOver(network, run.signal) });
    run.abort();
    expect((await observations).leaving.status).toBe('observed');
    expect((await observations).listing).toEqual({ status: 'unavailable', because: 'deadline' });
    // The other's question is not even recorded: it would look like one that nobody answered.
    expect(asked).toEqual(['https://mcp.acme.dev/revoke in time']);
    advance(cleanUpMs.all);
  });

  it('waits for a probe that cleans up no longer than it said', async () => {
    const { ports, advance } = memoryPorts(async () => received(200, {}, ''));
    let ended = false;
    const hanging = defineProbe({
      key: 'leaving',
      after: [],
      plan: 'walk',
      cleansUp: true,
      collect: ({ signal }) => {
        signal.addEventListener('abort', () => {
          ended = true;
        });
        return new Promise<never>(() => undefined);
      },
    });
    const run = settings([hanging], { ports });
    const observations = runProbes(run);
    run.abort();
    advance(cleanUpMs.requests - 1);
    await Promise.resolve();
    expect(ended).toBe(false);
    advance(cleanUpMs.all);
    expect((await observations).leaving).toEqual({ status: 'unavailable', because: 'deadline' });
    expect(ended).toBe(true);
  });

  it('ends with its signal even when a probe never does', async () => {
    const hanging = defineProbe({
      key: 'listing',
      after: [],
      plan: 'walk',
      collect: () => new Promise<never>(() => undefined),
    });
    const run = settings([surroundings, hanging]);
    const observations = runProbes(run);
    run.abort();
    expect((await observations).listing).toEqual({ status: 'unavailable', because: 'deadline' });
  });
});
