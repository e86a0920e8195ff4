import type { Authority } from '../../../clinic/authority.ts';
import { overPhases, type Desk } from '../../../clinic/browser/desk.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { usualMaxBodyBytes } from '../../../lib/standards/limits.ts';
import type { CaseFlags, CorpusCase } from '../../support/corpus-case.ts';
import { createRig, type Rig } from '../../support/rig.ts';
import { plansOf } from '../../support/run-case.ts';

/** A browser with the extension, for one case at a time. */
export interface Bench {
  readonly desk: Desk;
  lead(connectTo: readonly string[]): Promise<void> | void;
}

/** Puts up the servers of a case, has the extension check what is typed, as a person who allowed everything would, and tears all down. */
export async function runInExtension(
  authority: Authority,
  { desk, lead }: Bench,
  corpusCase: CorpusCase,
  look: (report: Report, rig: Rig) => void | Promise<void>,
): Promise<void> {
  const rig = await createRig(authority);
  const { flags = {} } = corpusCase;
  try {
    const text = await corpusCase.start(rig);
    await lead(rig.connectTo);
    await desk.set({
      resolver: rig.resolver,
      // All hosts stand on this machine.
      addressesAreEvidence: false,
      timeoutMs: flags.timeoutMs ?? 30_000,
      stepTimeoutMs: flags.stepTimeoutMs ?? 10_000,
      maxBodyBytes: flags.maxBodyBytes ?? usualMaxBodyBytes,
    });
    const runId = await desk.start({ text, ...wishOf(flags, rig) });
    const { phase } = await orTooLate(desk.until(runId, overPhases));
    const report = await desk.report(runId);
    if (report === null) throw new Error(`the run is ${phase} and there is no report`);
    await look(report, rig);
  } finally {
    await rig.close();
  }
}

/** Twice as long as a run and its cleaning up can take: whoever waits longer waits for ever. */
const patienceMs = 90_000;

function orTooLate<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the run does not end')), patienceMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function wishOf(flags: CaseFlags, rig: Rig) {
  const client = flags.client?.(rig);
  return {
    choices: {
      plans: plansOf(flags),
      thorough: flags.thorough ?? false,
      local: flags.local ?? false,
      publicDns: flags.resolver !== false,
      faviconService: flags.faviconService ?? false,
      clientId: client?.id ?? null,
    },
    secrets: { clientSecret: client?.secret ?? null, headers: flags.headers?.(rig) ?? {} },
  };
}
