import { describe, expect, it } from 'vitest';
import { browserAnnouncement } from '../../../components/interference/announcement.ts';
import {
  bisectMeaning,
  bisectTitle,
  bisectTone,
  isUnderWay,
  leftOutOfSearch,
  progressOf,
  progressWords,
} from '../../../components/interference/bisect-words.ts';
import { culpritNow, pastCulprits } from '../../../components/interference/culprit-now.ts';
import { culpritsOf } from '../../../components/interference/culprit-words.ts';
import { observedIn } from '../../../lib/interference/observed-in-report.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { bisects } from '../../browser/gallery/sample-bisects.ts';
import { browserReports as reports, exam, report, suspects } from '../../browser/gallery/sample-browser.ts';

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
  });

  it('say of a look what its verdict alone would not', () => {
    expect(browserAnnouncement(exam({ report: reports.noPage }), null)).toBe('Claude’s page not looked at.');
    expect(browserAnnouncement(exam({ report: reports.incident }), null)).toMatch(/^Trouble at Claude\. /);
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
    expect(bisectMeaning(bisects.error)).toContain('The tab with Claude was closed, so ');
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

function culprits(name: string) {
  return { kind: 'culprits', groups: [[{ id: 'x', name }]] } as const;
}
