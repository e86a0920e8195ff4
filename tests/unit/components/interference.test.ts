import { describe, expect, it } from 'vitest';
import { bisectMeaning, isUnderWay } from '../../../components/interference/bisect-words.ts';
import { needsOfLook, noWishes, standingWishes } from '../../../lib/permissions/exam-needs.ts';
import { leftAloneByDefault, whyLeftAlone } from '../../../components/interference/left-alone.ts';
import { leftOutOf } from '../../../components/interference/left-out.ts';
import { needWords, outcomeWords, sortedNotes, troubleWords } from '../../../components/interference/look-words.ts';
import { nextStepOf } from '../../../components/interference/next-step.ts';
import { powersSentence } from '../../../components/interference/power-words.ts';
import { permissionsOf } from '../../../lib/permissions/permission-sets.ts';
import { observedIn } from '../../../lib/interference/observed-in-report.ts';
import type { Suspect } from '../../../lib/kernel/evidence-browser.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { bisects } from '../../browser/gallery/sample-bisects.ts';
import { browserReports as reports, report } from '../../browser/gallery/sample-browser.ts';

describe('the next step after a look', () => {
  it('is the search where an extension can be the reason, and no longer once they were all off', () => {
    expect(reports.blocked.primary?.code).toBe('client.request-blocked');
    expect(nextStepOf(reports.blocked)).toEqual({ kind: 'find' });
    const outcome = { kind: 'not-an-extension' } as const;
    const searched = report(
      {
        ...observedIn(reports.blocked),
        bisect: { symptom: 'a request', seenBy: 'probe', rounds: 1, suspects: 8, outcome },
      },
      {},
    );
    expect(nextStepOf(searched)).toEqual({ kind: 'again' });
  });

  it('is what mends the cause', () => {
    expect(nextStepOf(reports.stale)).toEqual({ kind: 'fix', fix: 'clear-cache', extensionId: null });
    expect(nextStepOf(reports.popups)).toEqual({ kind: 'fix', fix: 'site-settings', extensionId: null });
    expect(nextStepOf(reports.named)).toEqual({
      kind: 'fix',
      fix: 'extension-details',
      extensionId: 'cjpalhdlnbpafiamejdnhcphjbkeiagm',
    });
  });

  it('is Claude’s page where none was open, a reload where it gets through now, and the status page at an incident', () => {
    expect(nextStepOf(reports.noPage)).toEqual({ kind: 'open-claude' });
    expect(nextStepOf(reports.past)).toEqual({ kind: 'reload' });
    expect(nextStepOf(reports.incident)).toEqual({ kind: 'status-page' });
  });

  it('is to see more where nothing was found and not all was seen', () => {
    expect(nextStepOf(reports.cleanInPart)).toEqual({ kind: 'reload' });
    expect(nextStepOf(reports.clean)).toEqual({ kind: 'again' });
    expect(nextStepOf(reports.offline)).toEqual({ kind: 'again' });
    expect(nextStepOf(reports.notAllowed)).toEqual({ kind: 'again' });
  });
});

describe('what was left out', () => {
  const titles = (of: typeof reports.clean): readonly string[] => leftOutOf(of).map(({ title }) => title);

  it('is named with the click that makes up for it', () => {
    expect(titles(reports.clean)).toEqual([]);
    expect(leftOutOf(reports.cleanInPart).map(({ action }) => action?.wishes)).toEqual([
      { reload: true },
      { extensions: true },
      { statusPage: true },
      { siteSettings: true },
    ]);
    expect(titles(reports.filtered)[0]).toBe('Claude’s page itself');
  });

  it('holds nothing that this browser cannot tell', () => {
    expect(titles(report({}, { 'site-settings': 'vantage', bisect: 'prerequisite' }))).toEqual([]);
  });
});

describe('what a look asks to be allowed', () => {
  const all = { statusPage: true, extensions: true, siteSettings: true, reload: true };

  it.each(['chromium', 'firefox'] as const)('stands in the manifest of %s', (family) => {
    const { required, optional } = permissionsOf(family);
    for (const name of needsOfLook(all, family).permissions) expect([...required, ...optional]).toContain(name);
  });

  it('is nothing but Claude’s hosts without a further wish', () => {
    expect(needsOfLook(noWishes, 'chromium')).toEqual({
      origins: ['https://claude.ai/*', 'https://*.anthropic.com/*'],
      permissions: [],
    });
    expect(needsOfLook(noWishes, 'firefox').permissions).toEqual(['webRequest']);
    expect(needsOfLook(all, 'chromium').permissions).toEqual(['management', 'contentSettings']);
    expect(needsOfLook(all, 'chromium').origins).toContain('https://status.claude.com/*');
  });

  it('is wished for by itself as long as an earlier word holds', () => {
    const held = [
      { kind: 'permission', name: 'management' },
      { kind: 'origin', name: 'https://contentSettings/*' },
    ] as const;
    expect(standingWishes([], { askStatusPage: false })).toEqual(noWishes);
    expect(standingWishes(held, { askStatusPage: true })).toEqual({ ...noWishes, extensions: true, statusPage: true });
  });
});

describe('the words of what was seen', () => {
  it('tell a block from a failure further out', () => {
    const said = 'net::ERR_BLOCKED_BY_CLIENT';
    expect(outcomeWords({ kind: 'failed', reason: 'blocked-by-client', said, wasSent: false })).toMatchObject({
      tone: 'broken',
      words: 'Blocked in this browser',
      said,
    });
    expect(outcomeWords({ kind: 'failed', reason: 'timeout', said: '', wasSent: true }).words).toBe('Failed');
    const answered = { kind: 'answered', ip: null, leadsTo: null, clockAheadS: null } as const;
    expect(outcomeWords({ ...answered, status: 403 })).toEqual({ tone: 'ready', words: 'Answered', said: '403' });
    expect(outcomeWords({ ...answered, status: 0 }).said).toBeNull();
  });

  it('list what was done to headers, and no more than 200 characters of it', () => {
    const added = Array.from({ length: 80 }, (_, index) => `x-header-${index}`);
    const { said } = troubleWords({ kind: 'headers', direction: 'response', added, removed: ['vary'], changed: [] });
    expect(said).toMatch(/^added: x-header-0, /);
    expect(said).toHaveLength(200);
  });

  it('are calm about headers that anybody may change, and about no others', () => {
    const none = { kind: 'headers', added: [], removed: [], changed: [] } as const;
    const added = ['dnt', 'Sec-GPC'];
    const request = { ...none, direction: 'request' } as const;
    expect(troubleWords({ ...request, added, changed: ['user-agent'] })).toEqual({
      tone: 'neutral',
      words: 'It was changed on the way, which harms nothing',
      said: 'added: dnt, Sec-GPC; changed: user-agent',
    });
    expect(troubleWords({ ...none, direction: 'response', removed: ['etag'] }).tone).toBe('neutral');
    expect(troubleWords({ ...request, added, removed: ['cookie'] }).tone).toBe('degraded');
    expect(troubleWords({ ...request, added: ['x-unheard-of'] }).tone).toBe('degraded');
    // What is harmless in one direction need not be so in the other.
    expect(troubleWords({ ...none, direction: 'response', added: ['user-agent'] }).tone).toBe('degraded');
  });

  it('set apart what connectors can do without', () => {
    const { notes } = observedIn(reports.blocked)['page-traffic'] ?? { notes: [] };
    const { needed, harmless } = sortedNotes(notes);
    expect(needed.map(({ need }) => need)).toEqual(['directory-registry', 'connector-list']);
    expect(harmless.map(({ extra }) => extra)).toEqual(['telemetry']);
    expect(needWords('directory-registry', null)).toBe('Needed for the connectors directory');
    expect(needWords(null, 'telemetry')).toContain('connectors work without it');
  });

  it('say what an extension may do, and never that it does', () => {
    expect(powersSentence(['block-requests', 'read-and-change-page', 'every-site'])).toBe(
      'It may: block requests; read and change every page.',
    );
    expect(powersSentence([])).toBe('What it may do is not known.');
  });
});

describe('whom the search leaves alone by default', () => {
  const plain = { version: '1', powers: ['every-site'], known: null, canSwitch: true } as const;
  const vpn: Suspect = { ...plain, id: 'vpn', name: 'Fast Tunnel', powers: ['proxy'] };
  const guard: Suspect = { ...plain, id: 'ihcjicgdanjaechkgeegckofjjedodee', name: 'Malwarebytes Browser Guard' };
  const unlisted: Suspect = { ...plain, id: 'unlisted', name: 'Acme Online Security Pro' };
  const blocker: Suspect = { ...plain, id: 'blocker', name: 'Quiet Blocker', powers: ['block-requests'] };

  it('is what protects the person or carries a VPN, with the reason', () => {
    const all = [blocker, vpn, guard, unlisted];
    expect(leftAloneByDefault(all, reports.blocked)).toEqual(['vpn', guard.id, 'unlisted']);
    expect(whyLeftAlone(vpn)).toContain('VPN');
    expect(whyLeftAlone({ ...guard, id: 'other', name: 'Acme VPN' })).toContain('VPN');
    expect(whyLeftAlone(guard)).toContain('protects');
    expect(whyLeftAlone(blocker)).toBeNull();
  });

  it('is not the proxy where a proxy is what stands in the way', () => {
    const { primary } = reports.blocked;
    if (primary === null) throw new Error('the sample has a cause');
    const byProxy: Report = { ...reports.blocked, primary: { ...primary, code: 'client.proxy-controlled' } };
    expect(leftAloneByDefault([vpn, guard], byProxy)).toEqual([guard.id]);
  });
});

describe('what was not put back', () => {
  it('says whether the permission for it is missing', () => {
    expect(bisectMeaning(bisects.notAllowed)).toContain('management');
    expect(bisectMeaning(bisects.notRestored)).not.toContain('management');
    expect(isUnderWay(bisects.notAllowed)).toBe(true);
  });

  it('is named once the person has left it so, and stands in nobody’s way', () => {
    expect(isUnderWay(bisects.leftAsIs)).toBe(false);
    expect(bisectMeaning(bisects.leftAsIs)).toContain('Left as you wished: “uBlock Origin” and');
    expect(bisectMeaning(bisects.leftAsIs)).not.toContain('Everything is switched');
    expect(bisectMeaning(bisects.stopped)).toContain('Everything is switched');
  });
});
