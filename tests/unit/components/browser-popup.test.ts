import { describe, expect, it } from 'vitest';
import { browserAnnouncement } from '../../../components/interference/announcement.ts';
import { answerWords } from '../../../components/interference/exam-words.ts';
import { nextStepOf } from '../../../components/interference/next-step.ts';
import { shownBrowser } from '../../../components/popup/popup-runs.ts';
import { pageUnseenWords } from '../../../lib/report/words/page-unseen-words.ts';
import { bisects } from '../../browser/gallery/sample-bisects.ts';
import { browserReports as reports, exam } from '../../browser/gallery/sample-browser.ts';

describe('the answer in the popup', () => {
  const answer = (of: typeof reports.clean) => answerWords(of, nextStepOf(of));

  it('says what to do where no click does it', () => {
    expect(answer(reports.offline).deed).toBe('Connect this computer to the network, then look again.');
    expect(answer(reports.filtered).deed).toMatch(/^Open blocked\.filter\.example .*\.$/);
    for (const of of [reports.blocked, reports.stale, reports.clean, reports.incident]) {
      expect(answer(of).deed).toBeNull();
    }
  });

  it('leaves the browser’s own codes to the details', () => {
    expect(reports.blocked.findings[0]?.detail).toContain('net::ERR_BLOCKED_BY_CLIENT');
    expect(answer(reports.blocked).text).not.toContain('net::');
    expect(answer(reports.blocked).text).toMatch(/connectors\.$/);
  });

  it('clears this browser of Claude’s own trouble, and of nothing that was not looked at', () => {
    expect(answer(reports.incident).text).toMatch(/^Nothing in this browser stands in the way, .* status page says/);
    expect(answer(reports.noPage)).toMatchObject({ title: null, text: pageUnseenWords() });
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
    expect(browserAnnouncement(null, bisects.asking)).toMatch(
      /^Your turn: does it work now\? Try 3, usually \d more\.$/,
    );
  });

  it('do not accuse those of whom a later look says that they are in nobody’s way', () => {
    const after = Date.parse('2026-11-21T12:05:00Z');
    const clean = exam({ report: reports.clean, startedAt: after, endedAt: after });
    expect(browserAnnouncement(clean, bisects.one)).toMatch(
      /^“uBlock Origin” stood in Claude’s way \(found .*\)\. Nothing is in the way now\. Nothing in the way\.$/,
    );
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
