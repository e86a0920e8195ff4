import { browserReport } from '../../../../lib/browser-report.ts';
import type { BrowserObservations } from '../../../../lib/kernel/browser-observations.ts';
import type {
  BrowserEvidenceMap,
  PageIntegrity,
  ReachLook,
  ReachOutcome,
  StatusNotice,
  Suspect,
  TrafficNote,
  TrafficTrouble,
} from '../../../../lib/kernel/evidence-browser.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { SkipReason } from '../../../../lib/kernel/finding.ts';
import type { FailureReason } from '../../../../lib/kernel/exchange.ts';
import type { Observation, UnavailableBecause } from '../../../../lib/kernel/observation.ts';
import type { Report } from '../../../../lib/kernel/report.ts';

/** What a test says of a look: values, or why there is none; what it leaves out is as on a browser in which nothing is wrong. */
export type LookParts = { readonly [K in keyof BrowserEvidenceMap]?: BrowserEvidenceMap[K] | UnavailableBecause };

export const answered: ReachOutcome = { kind: 'answered', status: 200, ip: null, leadsTo: null, clockAheadS: 0 };

export function answer(more: Partial<Extract<ReachOutcome, { kind: 'answered' }>>): ReachOutcome {
  return { kind: 'answered', status: 200, ip: null, leadsTo: null, clockAheadS: null, ...more };
}

export function failed(reason: FailureReason, said: string, wasSent = false): ReachOutcome {
  return { kind: 'failed', reason, said, wasSent };
}

/** Another extension stopped it. */
export const stopped = failed('blocked-by-client', 'net::ERR_BLOCKED_BY_CLIENT');

const hosts: Readonly<Record<string, string>> = {
  'directory-registry': 'https://api.anthropic.com/mcp-registry/v0/servers',
  'connector-list': 'https://claude.ai/api/organizations/…/mcp/remote_servers',
  'page-code': 'https://assets-proxy.anthropic.com/',
  page: 'https://claude.ai/favicon.ico',
};

export function reachLook(need: string, more: Partial<ReachLook> = {}): ReachLook {
  const url = hosts[need] ?? `https://claude.ai/${need}`;
  return { need, purpose: 'page', url, outside: answered, page: answered, ...more };
}

/** Every look the same, but for these. */
export function reach(
  all: Partial<ReachLook> = {},
  other: Readonly<Record<string, Partial<ReachLook>>> = {},
): BrowserEvidenceMap['reach'] {
  return { looks: Object.keys(hosts).map((need) => reachLook(need, { ...all, ...other[need] })) };
}

export function note(what: TrafficTrouble, more: Partial<TrafficNote> = {}): TrafficNote {
  return {
    url: 'https://claude.ai/api/organizations/…/mcp/remote_servers',
    need: 'connector-list',
    purpose: 'connectors',
    extra: null,
    type: 'xmlhttprequest',
    what,
    times: 1,
    ...more,
  };
}

export function traffic(...notes: TrafficNote[]): BrowserEvidenceMap['page-traffic'] {
  return { isWhole: true, requests: 20, notes };
}

export function integrity(more: Partial<PageIntegrity> = {}): PageIntegrity {
  return { runsScripts: true, keepsCookies: true, replaced: [], hidden: [], refusedByPolicy: [], ...more };
}

export const blocker: Suspect = {
  id: 'cjpalhdlnbpafiamejdnhcphjbkeiagm',
  name: 'Strict Blocker',
  version: '1.2.3',
  powers: ['block-requests', 'every-site'],
  known: null,
  canSwitch: true,
};

export function incident(more: Partial<StatusNotice> = {}): StatusNotice {
  return {
    kind: 'incident',
    title: 'Elevated errors',
    state: 'investigating',
    impact: 'major',
    components: ['claude.ai'],
    since: '2026-11-21T09:30:00.000Z',
    url: null,
    ...more,
  };
}

const healthy: BrowserEvidenceMap = {
  browser: { online: true, family: 'chromium', hasPage: true, addressesAreEvidence: true },
  reach: reach(),
  'page-traffic': traffic(),
  'page-integrity': integrity(),
  'page-copy': { compared: 3, differing: [], gone: [] },
  'site-settings': {
    cookies: 'allow',
    javascript: 'allow',
    popups: { here: 'block', elsewhere: 'block' },
    thirdPartyCookies: 'allow',
  },
  'claude-status': { updatedAt: null, notices: [] },
  extensions: { enabled: 4, suspects: [] },
  bisect: { symptom: '', seenBy: 'probe', rounds: 1, suspects: 4, outcome: { kind: 'not-an-extension' } },
};

export function observationsOf(parts: LookParts): BrowserObservations {
  const entries = Object.entries({ ...healthy, ...parts }).map(([key, value]): [string, Observation<unknown>] => [
    key,
    typeof value === 'string' ? { status: 'unavailable', because: value } : { status: 'observed', value },
  ]);
  return Object.fromEntries(entries) as BrowserObservations;
}

export function reportOf(parts: LookParts = {}): Report {
  return browserReport(observationsOf(parts), {
    startedAt: Date.parse('2026-11-21T12:00:00Z'),
    durationMs: 1800,
    consents: [],
    environment: null,
    claude: null,
  });
}

/** What a look brings back, and what is to be found in it of one code. */
export interface Case {
  readonly what: string;
  readonly look: LookParts;
  /** `severity confidence` of each finding of the code, in order; empty where it must not be found. */
  readonly found: readonly string[];
  /** Words that stand in what is said. */
  readonly says?: readonly RegExp[];
  /** Why nothing can be said of the code. */
  readonly skipped?: SkipReason;
}

/** By code. */
export type Cases = Readonly<Partial<Record<FindingCode, readonly Case[]>>>;
