import { describe, expect, it } from 'vitest';
import { browserAnnouncement } from '../../../components/interference/announcement.ts';
import {
  bisectMeaning,
  bisectTitle,
  bisectTone,
  culpritsOf,
  isUnderWay,
  leftOutOfSearch,
  progressOf,
  progressWords,
} from '../../../components/interference/bisect-words.ts';
import { needsOfLook, noWishes, standingWishes } from '../../../lib/permissions/exam-needs.ts';
import { leftAloneByDefault, whyLeftAlone } from '../../../components/interference/left-alone.ts';
import { culpritNow, pastCulprits } from '../../../components/interference/culprit-now.ts';
import { leftOutOf } from '../../../components/interference/left-out.ts';
import { needWords, outcomeWords, sortedNotes, troubleWords } from '../../../components/interference/look-words.ts';
import { nextStepOf } from '../../../components/interference/next-step.ts';
import { powersSentence } from '../../../components/interference/power-words.ts';
import { shownBrowser } from '../../../components/popup/popup-runs.ts';
import { permissionsOf } from '../../../lib/permissions/permission-sets.ts';
import { observedIn } from '../../../lib/interference/observed-in-report.ts';
import type { Suspect } from '../../../lib/kernel/evidence-browser.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { bisects } from '../../browser/gallery/sample-bisects.ts';
import { browserReports as reports, exam, report, suspects } from '../../browser/gallery/sample-browser.ts';

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
    expect(browserAnnouncement(exam({ report: reports.noPage }), null)).toBe('Claude’s page not looked at.');
    expect(browserAnnouncement(exam({ report: reports.incident }), null)).toMatch(/^Trouble at Claude\. /);
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

describe('the words of the search', () => {
  it('say how far it is', () => {
    expect(progressWords({ ...bisects.first, likelyLeft: 5, mostLeft: 25 })).toBe('Look 1, usually 4 more');
    expect(progressWords({ ...bisects.first, likelyLeft: 1, mostLeft: 9 })).toBe('Look 1');
    expect(progressWords({ ...bisects.first, likelyLeft: 1, mostLeft: 1 })).toBe('Look 1, the last one');
  });

  it('say whom it has found already, and let the line never shrink', () => {
    expect(progressWords(bisects.searchingAnother)).toMatch(
      /^“uBlock Origin” found\. Looking whether there is another: look \d+$/,
    );
    expect(progressWords(bisects.asking)).toMatch(/^Try 3, usually \d more$/);
    const [suspect] = bisects.first.search.suspects;
    let before = 0;
    for (let made = 0; made < 40; made += 1) {
      const round = { on: [suspect ?? ''], saw: 'works', by: 'probe' } as const;
      const rounds = Array.from({ length: made }, () => round);
      const { value, max } = progressOf({ search: { ...bisects.first.search, rounds } });
      expect(value / max).toBeGreaterThanOrEqual(before);
      expect(value / max).toBeLessThan(1);
      before = value / max;
    }
  });

  it('name who was not tried where nobody was found, and say how many are off', () => {
    expect(bisectTitle(bisects.spared)).toBe('It is none of these 7 extensions');
    expect(bisectMeaning(bisects.spared)).toContain(
      'Not tried: “uBlock Origin” (left out); “Safe Browsing for Work” (held by your organization).',
    );
    const all = {
      ...bisects.notAnExtension,
      suspects: bisects.notAnExtension.suspects.filter((each) => each.canSwitch),
    };
    expect(bisectTitle(all)).toBe('It is not an extension');
    expect(bisectMeaning(bisects.asking)).toMatch(/^4 extensions are off now\./);
    expect(browserAnnouncement(null, bisects.asking)).toBe('Your turn: does it work now?');
  });

  it('call what was found past once a later look is clean, or who was named is off', () => {
    const later = (of: Report) => exam({ report: of, startedAt: (bisects.one.endedAt ?? 0) + 1 });
    expect(culpritNow(bisects.one, null)).toBe('stands');
    expect(culpritNow(bisects.one, exam({ report: reports.clean }))).toBe('stands');
    expect(culpritNow(bisects.one, later(reports.blocked))).toBe('stands');
    expect(culpritNow(bisects.one, later(reports.noPage))).toBe('stands');
    expect(culpritNow(bisects.one, later(reports.clean))).toBe('clean');
    const others = suspects.slice(1);
    const off = report({ ...observedIn(reports.blocked), extensions: { enabled: 11, suspects: others } }, {});
    expect(culpritNow(bisects.one, later(off))).toBe('off');
    expect(pastCulprits(bisects.one, 'clean')).toMatch(
      /^“uBlock Origin” stood in Claude’s way \(found \d\d:\d\d\)\. Nothing is in the way now\.$/,
    );
  });

  it('take no look for an all-clear of what only the person saw', () => {
    const { findings } = bisects.one;
    if (findings === null) throw new Error('the sample has named somebody');
    const byPerson = { ...bisects.one, findings: { ...findings, seenBy: 'person' } } as const;
    const clean = exam({ report: reports.clean, startedAt: (bisects.one.endedAt ?? 0) + 1 });
    expect(culpritNow(byPerson, clean)).toBe('stands');
  });

  it('name whom it has found, and how that was seen', () => {
    expect(bisectTitle(bisects.one)).toBe('“uBlock Origin” stands in Claude’s way');
    expect(bisectMeaning(bisects.one)).toMatch(
      /^With it off, Claude works; with it on, it fails \(\d+ looks\)\. It is on again now, so Claude still fails until/,
    );
    expect(bisectTitle(bisects.each)).toBe('Two causes: “uBlock Origin” and “Dark Pages”');
    expect(bisectTitle(bisects.together)).toMatch(/^“.*” and “.*” together stand in Claude’s way$/);
    expect(
      culpritsOf(bisects.together)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Dark Pages', 'uBlock Origin']);
    expect(bisectTone(bisects.one)).toBe('broken');
  });

  it('accuse nobody without an answer', () => {
    for (const name of ['notAnExtension', 'stopped', 'interrupted', 'error', 'gone', 'inconsistent'] as const) {
      const bisect = bisects[name];
      expect(culpritsOf(bisect), name).toEqual([]);
      const untried = leftOutOfSearch(bisect);
      for (const { name: suspect } of bisect.suspects.filter((each) => !untried.includes(each))) {
        expect(`${bisectTitle(bisect)} ${bisectMeaning(bisect)}`, name).not.toContain(suspect);
      }
      expect(bisectMeaning(bisect), name).toContain('Everything is switched as it was before.');
    }
    expect(bisectMeaning(bisects.error)).toContain('The tab with Claude was closed.');
  });

  it('make a name harmless', () => {
    const [group] = bisects.one.findings?.outcome.kind === 'culprits' ? bisects.one.findings.outcome.groups : [];
    const evil = {
      ...bisects.one,
      findings: { ...bisects.one.findings, outcome: culprits(`a\u202eb${'c'.repeat(500)}`) },
    };
    expect(group).toHaveLength(1);
    expect(bisectTitle(evil as typeof bisects.one)).toContain('a‹U+202E›b');
    expect(bisectTitle(evil as typeof bisects.one).length).toBeLessThan(140);
  });

  it('keep the way back in sight until everything is back', () => {
    for (const name of [
      'first',
      'searching',
      'asking',
      'waiting',
      'restoring',
      'switchingBack',
      'notRestored',
    ] as const) {
      expect(isUnderWay(bisects[name]), name).toBe(true);
    }
    for (const name of ['one', 'stopped', 'interrupted', 'error'] as const) {
      expect(isUnderWay(bisects[name]), name).toBe(false);
    }
  });
});

describe('announcements', () => {
  it('say what came of the look, and how far the search is', () => {
    expect(browserAnnouncement(null, null)).toBe('');
    expect(browserAnnouncement(exam({ phase: 'looking' }), null)).toBe('Looking at this browser.');
    expect(browserAnnouncement(exam({ report: reports.blocked }), null)).toBe(
      'Claude cannot work. Something in this browser blocks requests that Claude needs.',
    );
    expect(browserAnnouncement(exam({ report: reports.clean }), null)).toBe('Nothing in the way.');
    expect(browserAnnouncement(exam({ report: reports.blocked }), bisects.first)).toMatch(
      /^Looking for the extension\. Look 1, usually \d more\.$/,
    );
    expect(browserAnnouncement(null, bisects.one)).toBe('“uBlock Origin” stands in Claude’s way.');
  });
});

describe('the popup', () => {
  const at = Date.parse('2026-11-21T12:01:00Z');
  const shown = exam({ report: reports.blocked });

  it('shows a look where Claude is open, for half an hour', () => {
    const browser = { exam: shown, bisect: null };
    expect(shownBrowser(browser, { now: at, onClaude: true })).toEqual(browser);
    expect(shownBrowser(browser, { now: at, onClaude: false }).exam).toBeNull();
    expect(shownBrowser(browser, { now: at + 31 * 60_000, onClaude: true }).exam).toBeNull();
  });

  it('shows a search everywhere and alone as long as something is off', () => {
    for (const bisect of [bisects.searching, bisects.notRestored]) {
      const browser = { exam: shown, bisect };
      expect(shownBrowser(browser, { now: at + 99 * 60_000, onClaude: false })).toEqual({ exam: null, bisect });
    }
  });

  it('shows what a search brought, and a look only where that tells more', () => {
    const onClaude = { now: at, onClaude: true };
    const later = { startedAt: at - 1_000, endedAt: at };
    const { one } = bisects;
    expect(shownBrowser({ exam: shown, bisect: one }, onClaude)).toEqual({ exam: null, bisect: one });
    const clean = exam({ ...later, report: reports.clean });
    expect(shownBrowser({ exam: clean, bisect: one }, onClaude)).toEqual({ exam: clean, bisect: one });
    const same = exam({ ...later, report: reports.named });
    expect(shownBrowser({ exam: same, bisect: one }, onClaude)).toEqual({ exam: null, bisect: one });
    expect(shownBrowser({ exam: null, bisect: one }, { now: at, onClaude: false }).bisect).toBeNull();
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

function culprits(name: string) {
  return { kind: 'culprits', groups: [[{ id: 'x', name }]] } as const;
}

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
