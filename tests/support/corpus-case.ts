import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { ClientIdentity } from '../../lib/kernel/probe.ts';
import type { Report, Verdict } from '../../lib/kernel/report.ts';
import type { StepNumber } from '../../lib/kernel/step.ts';
import type { Rig } from './rig.ts';

/** What a person would add to the command line for a case. */
export interface CaseFlags {
  readonly local?: boolean;
  readonly thorough?: boolean;
  readonly quick?: boolean;
  /** False: without `--resolver`. */
  readonly resolver?: boolean;
  /** False: without `--cacert`. */
  readonly trusted?: boolean;
  readonly active?: boolean;
  /** `headless`: sign in by following the authorization server's redirects. */
  readonly signIn?: 'headless';
  readonly client?: (rig: Rig) => Partial<ClientIdentity>;
  readonly faviconService?: boolean;
  readonly headers?: (rig: Rig) => Readonly<Record<string, string>>;
  readonly stepTimeoutMs?: number;
  readonly timeoutMs?: number;
  readonly maxBodyBytes?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server as people meet it, and everything that the doctor should say about it: what is not listed must not be found. */
export interface CorpusCase {
  readonly name: string;
  /** The case of the collection that it replays (`C085`), or the code of the catalogue that it stands for. */
  readonly origin: string;
  /** Puts up the servers and answers with what the person types. */
  start(rig: Rig): Promise<string>;
  readonly flags?: CaseFlags;
  readonly expect: {
    readonly verdict: Verdict;
    readonly primary: FindingCode | null;
    readonly stop: StepNumber | null;
    /** Sorted; a code that is found twice stands twice. */
    readonly findings: readonly FindingCode[];
  };
  /** Anything else that must hold. */
  readonly also?: (rig: Rig, report: Report) => void;
}
