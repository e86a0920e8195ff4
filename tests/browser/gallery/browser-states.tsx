import type { BrowserModel, BrowserTabKey } from '../../../components/interference/browser-model.ts';
import { say } from '../../../lib/i18n/say.ts';
import { noWishes } from '../../../lib/permissions/exam-needs.ts';
import type { ExamState } from '../../../lib/interference/exam-state.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { doctorState } from './doctor-states.tsx';
import type { GalleryState } from './gallery-state.ts';
import { panelState } from './panel-states.tsx';
import { popupState } from './popup-states.tsx';
import { bisects } from './sample-bisects.ts';
import { browserReports, exam, noBrowser } from './sample-browser.ts';

const done = (report: Report, patch: Partial<ExamState> = {}): Partial<BrowserModel> => ({
  exam: exam({ report, ...patch }),
});

const looks: Readonly<Record<string, Partial<BrowserModel>>> = {
  'needs-permission': { exam: exam({ phase: 'needs-permission', endedAt: null }) },
  declined: { exam: exam({ phase: 'needs-permission', endedAt: null }), declined: true },
  'needs-more': {
    exam: exam({
      phase: 'needs-permission',
      endedAt: null,
      wishes: { ...noWishes, extensions: true, statusPage: true },
    }),
    declined: true,
  },
  looking: { exam: exam({ phase: 'looking', endedAt: null }) },
  'looking-further': {
    exam: exam({
      phase: 'looking',
      endedAt: null,
      wishes: { statusPage: true, extensions: true, siteSettings: true, reload: true },
    }),
  },
  failed: {
    exam: exam({
      phase: 'failed',
      problem: say(
        'The browser put Connector Doctor to rest in the middle of the look, so nothing came of it. Check this browser again.',
      ),
    }),
  },
  clean: done(browserReports.clean),
  'clean-in-part': done(browserReports.cleanInPart),
  blocked: done(browserReports.blocked),
  listed: done(browserReports.blockedAndListed),
  'no-page': done(browserReports.noPage),
  past: done(browserReports.past),
  filtered: done(browserReports.filtered),
  offline: done(browserReports.offline),
  'not-allowed': done(browserReports.notAllowed),
  named: done(browserReports.named),
  stale: done(browserReports.stale),
  popups: done(browserReports.popups),
  incident: done(browserReports.incident),
  'after-a-fix': {
    ...done(browserReports.clean, {
      before: {
        verdict: 'degraded',
        faults: ['This tab runs an old copy of Claude’s code'],
        fix: say('Claude’s page is being loaded anew, past the cache.'),
      },
    }),
    fixed: {
      done: say('Claude’s page is being loaded anew, past the cache.'),
      undo: say('Nothing has to be taken back.'),
    },
  },
  'by-hand': {
    ...done(browserReports.stale),
    family: 'firefox',
    byHand: say(
      'Firefox opens its list of extensions to nobody but you: press Ctrl+Shift+A (⌘+Shift+A on a Mac), and choose the extension there.',
    ),
  },
  problem: {
    ...done(browserReports.blocked),
    problem: say('Connector Doctor did not answer. Close this page, open it again, and try once more.'),
  },
};

const searches: Readonly<Record<string, Partial<BrowserModel>>> = Object.fromEntries(
  Object.entries(bisects).map(([name, bisect]) => [
    `search-${name}`,
    {
      ...done(name === 'one' ? browserReports.named : browserReports.blockedAndListed),
      bisect,
      family: bisect.mode === 'guided' ? ('firefox' as const) : ('chromium' as const),
    },
  ]),
);

const afterwards: Partial<ExamState> = {
  startedAt: Date.parse('2026-11-21T12:05:00Z'),
  endedAt: Date.parse('2026-11-21T12:05:02Z'),
};

/** What a later look says of whom a search has named. */
const mended: Readonly<Record<string, Partial<BrowserModel>>> = {
  'search-mended': { ...done(browserReports.clean, afterwards), bisect: bisects.one },
};

const all = { ...looks, ...searches, ...mended };

/** The look at this browser and the search for an extension, on every screen that shows them. */
export const browserStates: readonly GalleryState[] = [
  ...Object.entries(all).map(([name, patch]) =>
    // What was found before a search is told by it.
    popupState(`popup/browser-${name}`, {
      onClaude: true,
      sight: { kind: 'quiet' },
      browser: { ...noBrowser, ...patch, ...(name in searches && { exam: null }) },
    }),
  ),
  ...Object.entries({ start: {}, ...all }).map(([name, patch]) =>
    doctorState(`doctor/browser-${name}`, {
      route: { kind: 'browser', find: false, tab: 'answer' },
      browser: { ...noBrowser, ...patch },
    }),
  ),
  doctorState('doctor/foreign-browser', {
    opened: {
      kind: 'report',
      name: 'connector-doctor claude.ai 2026-11-21.json',
      report: browserReports.blocked,
      written: browserReports.blocked,
    },
  }),
  ...findStates(),
  ...tabStates(),
  doctorState('doctor/start-searching', { browser: { ...noBrowser, bisect: bisects.searching } }),
  panelState('panel/searching', { bisect: bisects.searching }),
];

/** Before the search begins. */
function findStates(): readonly GalleryState[] {
  const models: Readonly<Record<string, Partial<BrowserModel>>> = {
    listed: done(browserReports.blockedAndListed),
    unlisted: done(browserReports.blocked),
    unseen: done(browserReports.clean),
    guided: { ...done(browserReports.blockedAndListed), family: 'firefox' },
    declined: { ...done(browserReports.blocked), declined: true },
  };
  return Object.entries(models).map(([name, patch]) =>
    doctorState(`doctor/find-${name}`, {
      route: { kind: 'browser', find: true, tab: 'answer' },
      browser: { ...noBrowser, ...patch },
    }),
  );
}

/** What was seen, and the report. */
function tabStates(): readonly GalleryState[] {
  const models: Readonly<Record<string, readonly [BrowserTabKey, Report]>> = {
    'seen-clean': ['seen', browserReports.clean],
    'seen-blocked': ['seen', browserReports.blocked],
    'seen-filtered': ['seen', browserReports.filtered],
    report: ['report', browserReports.blocked],
  };
  return Object.entries(models).map(([name, [tab, report]]) =>
    doctorState(`doctor/browser-${name}`, {
      route: { kind: 'browser', find: false, tab },
      browser: { ...noBrowser, ...done(report) },
    }),
  );
}
