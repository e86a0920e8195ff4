import { browserReport } from '../../../lib/browser-report.ts';
import type { ExamState } from '../../../lib/interference/exam-state.ts';
import type { BrowserObservations } from '../../../lib/kernel/browser-observations.ts';
import type {
  BrowserEvidenceMap,
  ReachLook,
  ReachOutcome,
  Suspect,
  TrafficNote,
} from '../../../lib/kernel/evidence-browser.ts';
import type { Observation } from '../../../lib/kernel/observation.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { pageNeeds } from '../../../lib/standards/claude-page-needs.ts';
import type { BrowserActions, BrowserModel } from '../../../components/interference/browser-model.ts';
import { noWishes } from '../../../lib/permissions/exam-needs.ts';

const nothing = (): void => undefined;

export const browserActions: BrowserActions = {
  examine: nothing,
  dismissExam: nothing,
  fix: nothing,
  search: nothing,
  answer: nothing,
  restore: nothing,
  leave: nothing,
  dismissBisect: nothing,
};

export const noBrowser: BrowserModel = {
  exam: null,
  bisect: null,
  family: 'chromium',
  declined: false,
  fixed: null,
  byHand: null,
  problem: null,
};

const answered: ReachOutcome = { kind: 'answered', status: 200, ip: '160.79.104.10', leadsTo: null, clockAheadS: 0 };
const blocked: ReachOutcome = {
  kind: 'failed',
  reason: 'blocked-by-client',
  said: 'net::ERR_BLOCKED_BY_CLIENT',
  wasSent: false,
};
const offNet: ReachOutcome = {
  kind: 'failed',
  reason: 'unreachable',
  said: 'net::ERR_INTERNET_DISCONNECTED',
  wasSent: false,
};
const noName: ReachOutcome = { kind: 'failed', reason: 'dns', said: 'net::ERR_NAME_NOT_RESOLVED', wasSent: false };

/** Every need with a probe; `odd` says what some of them met instead of an answer. */
function looks(odd: Readonly<Record<string, Partial<Pick<ReachLook, 'page' | 'outside'>>>> = {}): readonly ReachLook[] {
  return pageNeeds.flatMap(({ id, purpose, probe }) =>
    probe === null ? [] : [{ need: id, purpose, url: probe.url, outside: answered, page: answered, ...odd[id] }],
  );
}

export const suspects: readonly Suspect[] = [
  {
    id: 'cjpalhdlnbpafiamejdnhcphjbkeiagm',
    name: 'uBlock Origin',
    version: '1.67.0',
    powers: ['block-requests', 'every-site'],
    known: 'ublock-origin',
    canSwitch: true,
  },
  {
    id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    name: 'Safe Browsing for Work',
    version: '4.2',
    powers: ['alter-requests', 'every-site', 'debugger'],
    known: null,
    canSwitch: false,
  },
  {
    id: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
    name: 'ابحث في الملفات \u202eexe',
    version: '0.0.1-beta.20251121.with-a-very-long-name',
    powers: ['user-scripts', 'read-and-change-page'],
    known: null,
    canSwitch: true,
  },
  ...['Dark Pages', 'Coupon Finder', 'Grammar Helper', 'Tab Tidy', 'Clipboard Plus', 'Home VPN'].map(
    (name, index): Suspect => ({
      id: String.fromCharCode(99 + index).repeat(32),
      name,
      version: `${index + 1}.0`,
      powers: index === 5 ? ['proxy'] : index % 2 === 0 ? ['every-site'] : ['read-and-change-page', 'clear-data'],
      known: null,
      canSwitch: true,
    }),
  ),
];

const tracker: TrafficNote = {
  url: 'https://a-api.anthropic.com/v1/t',
  need: null,
  purpose: null,
  extra: 'telemetry',
  type: 'xmlhttprequest',
  what: { kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' },
  times: 14,
};

const usual: BrowserEvidenceMap = {
  browser: { online: true, family: 'chromium', hasPage: true, addressesAreEvidence: true },
  reach: { looks: looks() },
  'page-traffic': { isWhole: true, requests: 86, notes: [] },
  'page-integrity': { runsScripts: true, keepsCookies: true, replaced: [], hidden: [], refusedByPolicy: [] },
  'page-copy': { compared: 6, differing: [], gone: [] },
  'site-settings': {
    cookies: 'allow',
    javascript: 'allow',
    popups: { here: 'block', elsewhere: 'block' },
    thirdPartyCookies: 'block',
  },
  'claude-status': { updatedAt: '2026-11-21T11:58:00Z', notices: [] },
  extensions: { enabled: 12, suspects },
  bisect: { symptom: '', seenBy: 'probe', rounds: 0, suspects: 0, outcome: { kind: 'gone' } },
};

type Unseen = Partial<Record<keyof BrowserEvidenceMap, 'consent' | 'permission' | 'prerequisite' | 'vantage'>>;

const byWordAlone: Unseen = {
  'site-settings': 'consent',
  'claude-status': 'consent',
  extensions: 'consent',
  bisect: 'prerequisite',
};

/** The report of a look in which all was as usual, but for what is given. */
export function report(seen: Partial<BrowserEvidenceMap>, unseen: Unseen = byWordAlone): Report {
  const keys = Object.keys(usual) as readonly (keyof BrowserEvidenceMap)[];
  const observations = Object.fromEntries(
    keys.map((key): [string, Observation<unknown>] => {
      const because = unseen[key];
      if (because !== undefined && !(key in seen)) return [key, { status: 'unavailable', because }];
      return [key, { status: 'observed', value: seen[key] ?? usual[key] }];
    }),
  ) as unknown as BrowserObservations;
  return browserReport(observations, {
    startedAt: Date.parse('2026-11-21T11:59:00Z'),
    durationMs: 1_240,
    consents: [],
    environment: { browser: 'Chromium 156', os: 'Linux', language: 'en' },
    claude: null,
  });
}

export const browserReports = {
  clean: report({}, { bisect: 'prerequisite' }),
  cleanInPart: report({ 'page-traffic': { isWhole: false, requests: 3, notes: [] } }),
  blocked: report({
    reach: { looks: looks({ 'directory-registry': { page: blocked }, 'connector-list': { page: blocked } }) },
    'page-traffic': {
      isWhole: true,
      requests: 61,
      notes: [
        {
          url: 'https://api.anthropic.com/mcp-registry/v0/servers',
          need: 'directory-registry',
          purpose: 'directory',
          extra: null,
          type: 'xmlhttprequest',
          what: { kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' },
          times: 3,
        },
        {
          url: 'https://claude.ai/api/organizations/…/mcp/remote_servers',
          need: 'connector-list',
          purpose: 'connectors',
          extra: null,
          type: 'xmlhttprequest',
          what: {
            kind: 'headers',
            direction: 'response',
            added: ['content-security-policy'],
            removed: ['access-control-allow-origin'],
            changed: [],
          },
          times: 1,
        },
        tracker,
      ],
    },
  }),
  blockedAndListed: report(
    {
      reach: { looks: looks({ 'directory-registry': { page: blocked } }) },
      extensions: { enabled: 12, suspects },
    },
    { 'claude-status': 'consent', 'site-settings': 'consent', bisect: 'prerequisite' },
  ),
  named: report(
    {
      reach: { looks: looks({ 'directory-registry': { page: blocked } }) },
      bisect: {
        symptom: 'the request to api.anthropic.com for the connectors directory',
        seenBy: 'probe',
        rounds: 5,
        suspects: 8,
        outcome: { kind: 'culprits', groups: [[{ id: suspects[0]?.id ?? '', name: 'uBlock Origin' }]] },
      },
    },
    { 'claude-status': 'consent', 'site-settings': 'consent' },
  ),
  noPage: report({
    browser: { ...usual.browser, hasPage: false },
    reach: { looks: looks().map((look) => ({ ...look, page: null })) },
    'page-traffic': { isWhole: false, requests: 0, notes: [] },
  }),
  past: report({
    'page-traffic': {
      isWhole: true,
      requests: 61,
      notes: [
        {
          url: 'https://api.anthropic.com/mcp-registry/v0/servers',
          need: 'directory-registry',
          purpose: 'directory',
          extra: null,
          type: 'xmlhttprequest',
          what: { kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' },
          times: 3,
        },
      ],
    },
  }),
  filtered: report({
    browser: { ...usual.browser, hasPage: false },
    reach: {
      looks: looks().map((look, index) => ({
        ...look,
        page: null,
        outside: index === 0 ? noName : { ...answered, leadsTo: 'https://blocked.filter.example/why?id=1' },
      })),
    },
    'page-traffic': { isWhole: false, requests: 0, notes: [] },
  }),
  offline: report({
    browser: { ...usual.browser, online: false },
    reach: { looks: looks().map((look) => ({ ...look, page: offNet, outside: offNet })) },
    'page-traffic': { isWhole: false, requests: 0, notes: [] },
  }),
  notAllowed: report({
    reach: { looks: looks().map((look) => ({ ...look, page: null, outside: { kind: 'not-allowed' } })) },
    'page-traffic': { isWhole: false, requests: 0, notes: [] },
  }),
  stale: report({ 'page-copy': { compared: 6, differing: ['main-4c1f.js'], gone: ['connectors-77a0.js'] } }),
  popups: report(
    {
      'site-settings': {
        cookies: 'allow',
        javascript: 'allow',
        popups: { here: 'block', elsewhere: 'ask' },
        thirdPartyCookies: null,
      },
    },
    { bisect: 'prerequisite' },
  ),
  incident: report(
    {
      'claude-status': {
        updatedAt: '2026-11-21T11:50:00Z',
        notices: [
          {
            kind: 'incident',
            title: 'Elevated errors on claude.ai',
            state: 'investigating',
            impact: 'major',
            components: ['claude.ai'],
            since: '2026-11-21T11:20:00Z',
            url: 'https://status.claude.com/incidents/x',
          },
        ],
      },
    },
    { extensions: 'consent', 'site-settings': 'consent', bisect: 'prerequisite' },
  ),
};

/** A look that is over, but for what is given. */
export function exam(patch: Partial<ExamState>): ExamState {
  return {
    id: 'exam',
    phase: 'done',
    tabId: 7,
    wishes: noWishes,
    startedAt: Date.parse('2026-11-21T11:59:00Z'),
    endedAt: Date.parse('2026-11-21T11:59:02Z'),
    problem: null,
    report: null,
    before: null,
    ...patch,
  };
}
