import { createBrowserPorts } from '../../lib/adapters/browser/ports.ts';
import { diagnose, type DiagnoseOptions } from '../../lib/doctor.ts';
import { languageOf } from '../../lib/i18n/language.ts';
import { loadLanguage } from '../../lib/i18n/load-language.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { EngineEnd } from '../../lib/messaging/engine-channel.ts';
import type { EngineRun } from '../../lib/messaging/engine-messages.ts';
import { claudeMember } from '../../lib/runs/claude-member.ts';
import { consentsOf } from '../../lib/runs/consents.ts';
import type { Ending } from '../../lib/runs/run-life.ts';
import { endingOf } from '../../lib/runs/run-outcome.ts';
import { createProgressTeller } from './progress-teller.ts';

/** A report, and what is written down of it. */
export interface Examined {
  readonly report: Report;
  readonly ending: Ending;
}

interface Surroundings extends Pick<EngineEnd, 'calls' | 'tell'> {
  /** The person has cancelled the run. */
  readonly signal: AbortSignal;
}

/** People need minutes to sign in. */
const signInTimeoutMs = 300_000;

/** Examines one connector, and tells of it while it goes on. */
export async function examine(run: EngineRun, { calls, tell, signal }: Surroundings): Promise<Examined> {
  const { runId, text, settings } = run;
  await loadLanguage(languageOf(run.language));
  const ports = await createBrowserPorts({
    calls,
    runId,
    addressesAreEvidence: settings.addressesAreEvidence,
  });
  const options = optionsOf(run, signal);
  const teller = createProgressTeller({
    about: { ...options, startedAt: ports.clock.now() },
    tell: (progress) => tell({ kind: 'progress', runId, progress }),
  });
  const pictures: SeenPicture[] = [];
  try {
    const report = await diagnose(text, ports, {
      ...options,
      onProgress: teller.onProgress,
      onPart: (part) => {
        tell({ kind: 'part', runId, part });
        teller.onPart(part);
      },
      onPicture: (picture) => pictures.push(picture),
    });
    if (pictures.length > 0) tell({ kind: 'pictures', runId, pictures });
    return { report, ending: endingOf(report) };
  } finally {
    teller.stop();
  }
}

function optionsOf({ choices, secrets, settings, claude, account, environment }: EngineRun, signal: AbortSignal) {
  const { plans, thorough, local, publicDns, faviconService, clientId } = choices;
  const { stepTimeoutMs, maxBodyBytes } = settings;
  return {
    plans,
    thorough,
    local,
    faviconService,
    resolver: publicDns ? settings.resolver : null,
    consents: consentsOf(choices, settings),
    connectTo: !settings.addressesAreEvidence,
    headers: secrets.headers,
    client: { id: clientId, secret: secrets.clientSecret, metadataUrl: null },
    headlessConsent: false,
    timeoutMs: plans.includes('signed-in') ? Math.max(settings.timeoutMs, signInTimeoutMs) : settings.timeoutMs,
    stepTimeoutMs,
    maxBodyBytes,
    signal,
    abortedStatus: 'cancelled',
    vantage: 'extension',
    environment,
    claude: claudeMember(claude),
    account,
  } satisfies DiagnoseOptions;
}
