import assert from 'node:assert/strict';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import type { Handler } from '../../clinic/http-call.ts';
import { createNodePorts } from '../../lib/adapters/node/ports.ts';
import { signInPages } from '../../lib/cli/sign-in-words.ts';
import { diagnose } from '../../lib/doctor.ts';
import { cleanUpMs } from '../../lib/engine/run.ts';
import { noClient, type Plan } from '../../lib/kernel/probe.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { createRig } from '../support/rig.ts';
import { serverOf, start, type Wish } from '../support/signed-in-connector.ts';

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority();
});

const never: Handler = () => undefined;

describe('a run that is interrupted', () => {
  it('after the token: gives the tokens back and removes the client', async () => {
    const { report, left } = await interrupted((interrupt) => ({
      inside: () => () => {
        interrupt();
      },
    }));
    expect(report.run.status).toBe('interrupted');
    expect(left).toEqual({ tokens: 0, clients: 0 });
    expect(codesOf(report)).not.toContain('auth.tokens-left-behind');
  });

  it('while the person signs in: removes the client', async () => {
    const { report, left } = await interrupted(() => ({}), { whenShown: true });
    expect(report.run.status).toBe('interrupted');
    expect(left).toEqual({ tokens: 0, clients: 0 });
    expect(codesOf(report)).not.toContain('auth.registration-left-behind');
  });

  it('says what stays where the service offers no way to take it back', async () => {
    const { report, left } = await interrupted((interrupt) => ({
      management: false,
      metadata: { revocation_endpoint: undefined },
      inside: () => () => {
        interrupt();
      },
    }));
    expect(left.clients).toBe(1);
    const codes = codesOf(report);
    expect(codes).toEqual(expect.arrayContaining(['auth.registration-left-behind', 'auth.tokens-left-behind']));
  });

  it('while clients are registered in Claude’s name: removes those', async () => {
    const { report, left } = await interrupted(
      (interrupt) => ({
        onAuthorize: () => {
          interrupt();
        },
      }),
      { plans: ['walk', 'active'] },
    );
    expect(report.run.status).toBe('interrupted');
    expect(left.clients).toBe(0);
  });

  it('waits no longer for a service that does not answer, and says so', async () => {
    const { report, tookMs } = await interrupted((interrupt) => ({
      inside: () => () => {
        interrupt();
      },
      onRevoke: never,
    }));
    expect(tookMs).toBeLessThan(cleanUpMs.all + 2_000);
    expect(report.findings.find(({ code }) => code === 'auth.tokens-left-behind')?.values['why']).toBe('no_answer');
  });
});

function codesOf({ findings }: Report): readonly string[] {
  return findings.map(({ code }) => code);
}

/** Runs until the service has `interrupt` called, or until the person is shown the sign-in; what is left there afterwards. */
async function interrupted(
  wish: (interrupt: () => void) => Wish,
  { whenShown = false, plans = ['walk', 'signed-in'] }: { whenShown?: boolean; plans?: readonly Plan[] } = {},
) {
  const rig = await createRig(authority);
  const person = new AbortController();
  let endedAt = Number.NaN;
  const interrupt = (): void => {
    if (!person.signal.aborted) endedAt = Date.now();
    person.abort();
  };
  const tell = { tell: interrupt, openBrowser: () => Promise.resolve(), patienceMs: 60_000, pages: signInPages() };
  try {
    const url = await start(rig, wish(interrupt));
    const here = createNodePorts({
      connectTo: rig.connectTo,
      cacert: rig.caPem,
      env: {},
      ...(whenShown && { signIn: tell }),
    });
    const report = await diagnose(url, here, {
      plans,
      thorough: false,
      local: false,
      resolver: null,
      consents: [],
      connectTo: true,
      headers: {},
      client: noClient,
      headlessConsent: !whenShown,
      faviconService: false,
      timeoutMs: 60_000,
      stepTimeoutMs: 30_000,
      maxBodyBytes: 8 * 1024 * 1024,
      signal: person.signal,
      vantage: 'cli',
      environment: null,
    }).finally(() => here.close());
    assert.ok(person.signal.aborted, 'it was never interrupted');
    return { report, left: serverOf(rig).left(), tookMs: Date.now() - endedAt };
  } finally {
    await rig.close();
  }
}
