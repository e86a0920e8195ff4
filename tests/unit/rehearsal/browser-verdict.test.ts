import { describe, expect, it } from 'vitest';
import type { Report } from '../../../lib/kernel/report.ts';
import {
  answer,
  blocker,
  failed,
  incident,
  integrity,
  note,
  reach,
  reportOf,
  stopped,
  traffic,
  type LookParts,
} from '../checks/client/browser-look.ts';

const dead = failed('unreachable', 'net::ERR_INTERNET_DISCONNECTED');
const unnamed = failed('dns', 'net::ERR_NAME_NOT_RESOLVED');
const incidentNow = { updatedAt: null, notices: [incident()] };
const withoutPage: LookParts = {
  browser: { online: true, family: 'chromium', hasPage: false, addressesAreEvidence: true },
  reach: reach({ page: null }),
  'page-traffic': 'prerequisite',
  'page-integrity': 'prerequisite',
  'page-copy': 'prerequisite',
};
const culprit: LookParts = {
  bisect: {
    symptom: 'the request to api.anthropic.com',
    seenBy: 'probe',
    rounds: 4,
    suspects: 9,
    outcome: { kind: 'culprits', groups: [[{ id: blocker.id, name: blocker.name }]] },
  },
  extensions: { enabled: 9, suspects: [blocker] },
};

/** Verdict and cause in a line. */
function come(look: LookParts): string {
  const { verdict, primary } = reportOf(look);
  return `${verdict}: ${primary?.code ?? 'nothing'}`;
}

function explained({ findings }: Report): Record<string, string> {
  return Object.fromEntries(findings.flatMap(({ id, explainedBy }) => (explainedBy ? [[id, explainedBy]] : [])));
}

describe('what a look at this browser comes to', () => {
  it('is “ready” where nothing stands in the way', () => {
    const report = reportOf();
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('ready');
    expect(report.primary).toBeNull();
    expect(report.stop).toBeNull();
  });

  it.each<readonly [string, LookParts, string]>([
    ['a proven block', { reach: reach({}, { page: { page: stopped } }) }, 'broken: client.request-blocked'],
    [
      'a block that is only likely',
      { reach: reach({}, { page: { page: failed('reset', 'net::ERR_CONNECTION_RESET', true) } }) },
      'degraded: client.request-blocked',
    ],
    [
      'a problem',
      { 'page-integrity': integrity({ hidden: [{ what: 'x', how: 'display', by: 'injected' }] }) },
      'degraded: client.page-elements-hidden',
    ],
    [
      'trackers alone',
      {
        'page-traffic': traffic(note({ kind: 'blocked', said: 'NS_ERROR_ABORT' }, { need: null, extra: 'telemetry' })),
      },
      'ready: nothing',
    ],
    [
      'a name that is missing, for a reason that is only likely',
      { reach: reach({}, { 'directory-registry': { outside: unnamed, page: unnamed } }) },
      'broken: client.network-filter',
    ],
    [
      'a proxy that lets nothing through',
      { reach: reach({ outside: failed('proxy', 'net::ERR_PROXY_CONNECTION_FAILED') }) },
      'broken: client.proxy-controlled',
    ],
    [
      'an incident from which nothing here suffers',
      { 'claude-status': incidentNow },
      'degraded: client.service-incident',
    ],
    [
      'an incident from which the directory suffers',
      {
        'claude-status': incidentNow,
        reach: reach({}, { 'directory-registry': { outside: answer({ status: 503 }), page: answer({ status: 503 }) } }),
      },
      'broken: client.service-incident',
    ],
    ['no open page of Claude’s', withoutPage, 'unknown: nothing'],
    [
      'no open page of Claude’s, and a fault all the same',
      { ...withoutPage, reach: reach({ outside: failed('refused', 'net::ERR_CONNECTION_REFUSED'), page: null }) },
      'broken: client.claude-unreachable',
    ],
    [
      'a page that is open and cannot be seen',
      { ...withoutPage, browser: { online: true, family: 'chromium', hasPage: true, addressesAreEvidence: true } },
      'unknown: nothing',
    ],
    ['suspects alone', { extensions: { enabled: 9, suspects: [blocker] } }, 'ready: nothing'],
    [
      'offline',
      {
        browser: { online: false, family: 'firefox', hasPage: true, addressesAreEvidence: true },
        reach: reach({ outside: dead, page: dead }),
      },
      'unknown: client.offline',
    ],
    [
      'nothing allowed',
      {
        reach: reach({ outside: { kind: 'not-allowed' }, page: null }),
        'page-traffic': 'permission',
        'page-integrity': 'permission',
        'page-copy': 'permission',
        'site-settings': 'permission',
        'claude-status': 'consent',
        extensions: 'permission',
        bisect: 'not-asked',
      },
      'unknown: nothing',
    ],
    [
      'a proven block beside a likely one and a problem',
      {
        reach: reach({ outside: answer({ leadsTo: 'https://portal.example/' }) }, { page: { page: stopped } }),
        'site-settings': { cookies: 'block', javascript: null, popups: null, thirdPartyCookies: null },
      },
      'broken: client.request-blocked',
    ],
  ])('%s', (_what, look, wanted) => {
    expect(come(look)).toBe(wanted);
  });

  it('lets a connection that is not there explain everything that does not come through', () => {
    const report = reportOf({
      browser: { online: false, family: 'chromium', hasPage: true, addressesAreEvidence: true },
      reach: reach({ outside: dead, page: dead }),
    });
    expect(explained(report)).toEqual({
      'client.claude-unreachable': 'client.offline',
      'client.directory-unreachable': 'client.offline',
    });
  });

  it('lets the extension that was found explain what it does, and names it as the cause', () => {
    const report = reportOf({
      ...culprit,
      reach: reach({}, { 'directory-registry': { page: stopped } }),
      'page-traffic': traffic(
        note({ kind: 'headers', direction: 'response', added: [], removed: ['set-cookie'], changed: [] }),
      ),
      'site-settings': { cookies: 'block', javascript: null, popups: null, thirdPartyCookies: null },
    });
    expect(report.primary?.code).toBe('client.extension-culprit');
    expect(explained(report)).toEqual({
      'client.request-blocked': 'client.extension-culprit',
      'client.headers-altered': 'client.extension-culprit',
    });
    expect(report.verdict).toBe('broken');
  });

  it('lets Claude’s own incident explain its directory’s failure, and not what is blocked here', () => {
    const report = reportOf({
      'claude-status': { updatedAt: null, notices: [incident()] },
      reach: reach(
        {},
        {
          'directory-registry': { outside: answer({ status: 503 }), page: answer({ status: 503 }) },
          page: { page: stopped },
        },
      ),
    });
    expect(explained(report)).toEqual({ 'client.directory-unreachable': 'client.service-incident' });
    expect(report.findings.find(({ code }) => code === 'client.service-incident')?.severity).toBe('blocker');
  });

  it('says that what nobody could see was not seen', () => {
    const { passed, skipped } = reportOf({
      browser: { online: true, family: 'firefox', hasPage: false, addressesAreEvidence: true },
      reach: reach({ page: null }),
      'page-traffic': 'prerequisite',
      'page-integrity': 'prerequisite',
      'page-copy': 'prerequisite',
      'site-settings': 'vantage',
      'claude-status': 'consent',
      extensions: 'permission',
      bisect: 'not-asked',
    });
    expect([...passed].sort()).toEqual([
      'client.claude-unreachable',
      'client.clock-skew',
      'client.directory-unreachable',
      'client.network-filter',
      'client.offline',
    ]);
    const because = Object.fromEntries(skipped.map((skip) => [skip.code, skip.because]));
    expect(because).toMatchObject({
      'client.request-blocked': 'prerequisite',
      'client.telemetry-blocked': 'prerequisite',
      'client.page-script-patched': 'prerequisite',
      'client.cookies-blocked': 'vantage',
      'client.third-party-cookies-blocked': 'vantage',
      'client.service-incident': 'consent',
      'client.extension-suspect': 'permission',
      'client.proxy-controlled': 'permission',
      'client.extension-culprit': 'not-asked',
      'client.stale-cache': 'prerequisite',
    });
  });
});
