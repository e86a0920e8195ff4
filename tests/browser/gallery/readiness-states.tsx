import { useState } from 'react';
import { linksOf, reportedListing } from '../../../components/readiness/reported-listing.ts';
import type { ReadinessActions, ReadinessModel } from '../../../components/readiness/readiness-model.ts';
import { ReadinessView } from '../../../components/readiness/ReadinessView.tsx';
import { emptyDraft, type ListingDraft, type ScreenshotFacts } from '../../../lib/kernel/listing.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { readDescription } from '../../../lib/parsing/description.ts';
import { listingCounts } from '../../../lib/parsing/listing-counts.ts';
import { readiness } from '../../../lib/preview/readiness/readiness.ts';
import { requirementIds } from '../../../lib/preview/readiness/readiness-shape.ts';
import { sampleFailure, sampleFinding, sampleResponse } from '../../unit/report/sample-report.ts';
import { notAnAddress, overflowing, reports } from './doctor-reports.ts';
import { doctorState, runningAt } from './doctor-states.tsx';
import type { GalleryState } from './gallery-state.ts';

interface State extends Partial<Pick<ReadinessModel, 'deed' | 'online' | 'isUnkept'>> {
  readonly report: Report;
  readonly draft?: ListingDraft;
  readonly isForeign?: boolean;
}

const nothing = (): void => undefined;

/** Below the heading of a report, as the doctor page has it; ticks and fields work. */
function Shown({ report, draft: first = emptyDraft, isForeign = false, ...rest }: State) {
  const [draft, setDraft] = useState(first);
  const actions: ReadinessActions = {
    change: (patch) => {
      setDraft((before) => ({ ...before, ...patch }));
    },
    look: nothing,
    putIn: nothing,
    copy: nothing,
    save: nothing,
    addPictures: nothing,
    removePicture: nothing,
    showFinding: nothing,
    showPreview: nothing,
    signIn: isForeign ? null : nothing,
  };
  const model: ReadinessModel = {
    report,
    readiness: readiness(report, {
      draft,
      links: linksOf(draft, reportedListing(report)),
      descriptionFaults: readDescription(draft.description).faults,
    }),
    draft,
    runId: isForeign ? null : 'shown',
    online: true,
    isUnkept: false,
    deed: null,
    pictureOf: ({ name, type }) => (name.startsWith('kept') || type === null ? null : drawnPicture),
    ...rest,
  };
  return (
    <main className="p-4">
      <h1 className="sr-only" lang="en">
        mcp.acme.dev
      </h1>
      <ReadinessView model={model} actions={actions} />
    </main>
  );
}

const drawnPicture = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100"><rect width="160" height="100" fill="#0d5c60"/><rect x="14" y="16" width="132" height="14" rx="4" fill="#bfe3e0"/><rect x="14" y="40" width="80" height="44" rx="4" fill="#7fbcb9"/></svg>',
)}`;

const shot = (name: string, type: string | null, width: number, height: number): ScreenshotFacts => ({
  name,
  type,
  width,
  height,
  bytes: 184_000,
  digest: name,
});

const told: ListingDraft = {
  name: 'Acme Invoices',
  tagline: 'Find, check and send invoices without leaving the conversation.',
  description: 'Ask for **open invoices**, their customers and days.\n\nTry:\n\n- Which are overdue?',
  categories: ['Finance', 'Productivity'],
  documentationUrl: 'https://acme.dev/docs/connector',
  privacyPolicyUrl: 'https://acme.dev/privacy',
  supportContact: 'help@acme.dev',
  confirmed: ['works-in-claude', 'slug', 'terms'],
  screenshots: [],
};

const complete: ListingDraft = {
  ...told,
  confirmed: requirementIds,
  screenshots: [
    shot('overview.png', 'png', 1600, 1000),
    shot('detail.png', 'png', 1280, 800),
    shot('kept from before.png', 'png', 1200, 800),
  ],
};

const faulty: ListingDraft = {
  ...told,
  name: 'Acme’s “Invoices” 🧾',
  tagline: 'Finds, checks, sends, books and explains invoices of every kind. '.repeat(4),
  description: `Invoices <b>for everybody</b>. [Open it](javascript:alert(1)).\n\n${'And a long tail. '.repeat(130)}`,
  categories: ['Finance', 'Productivity', 'Sales', 'Support', 'Communication', 'Data'],
  documentationUrl: 'http://acme.dev/docs',
  privacyPolicyUrl: 'https://acme.dev/privacy',
  supportContact: 'ask us anywhere',
  confirmed: [],
  screenshots: [
    shot('overview.png', 'png', 1600, 1000),
    shot('too small.png', 'png', 800, 600),
    shot('photo.jpg', 'jpeg', 1600, 1000),
    shot('notes.txt', null, 0, 0),
  ],
};

const long: ListingDraft = {
  ...told,
  name: 'Rechnungsverwaltungsprogramm_für_Kleinunternehmen_und_Vereine_'.repeat(4),
  tagline: 'a_word_without_an_end_'.repeat(30),
  description: 'A text that goes on. '.repeat(900),
  categories: ['eine_sehr_lange_Kategorie_ohne_Trennstelle_'.repeat(4)],
  documentationUrl: `https://a-very-long-name.example-hosting.dev/${'a-path-that-goes-on/'.repeat(20)}`,
  privacyPolicyUrl: `https://acme.dev/${'0123456789abcdef'.repeat(20)}`,
  screenshots: [shot(`${'ein_sehr_langer_dateiname_'.repeat(8)}.png`, 'png', 1600, 1000)],
};

const rightToLeft: ListingDraft = {
  ...told,
  name: 'البحث في الفواتير \u202eexe.pdf',
  tagline: 'ابحث عن الفواتير حسب الرقم أو العميل.',
  description: 'ابحث عن الفواتير حسب الرقم أو العميل أو التاريخ.',
  categories: ['مالية', 'إنتاجية'],
  screenshots: [shot('صورة الشاشة.png', 'png', 1600, 1000)],
};

/** A report in which the listing was told, and its pages were looked at: one answers, one does not, one cannot be reached. */
function lookedAt(report: Report, draft: ListingDraft): Report {
  const ids = ['l1', 'l2', 'l3'] as const;
  const page = {
    textLength: 2_400,
    asksForPassword: false,
    hasScript: false,
    saysAbsent: false,
    speaksOfPrivacy: true,
  };
  const sight = (which: string, url: string, id: string): Json => ({
    which,
    url,
    exchange: { exchange: id },
    refused: null,
    page,
  });
  const links = [
    sight('documentation', draft.documentationUrl, ids[0]),
    sight('privacy', draft.privacyPolicyUrl, ids[1]),
    sight('support', draft.supportContact, ids[2]),
  ];
  const counts = listingCounts(draft) as unknown as Json;
  const value = { draft: draft as unknown as Json, counts, descriptionFaults: [], links };
  return {
    ...report,
    exchanges: [
      ...report.exchanges,
      sampleResponse({ id: ids[0], status: 200, url: draft.documentationUrl, finalUrl: draft.documentationUrl }),
      sampleResponse({ id: ids[1], status: 404, url: draft.privacyPolicyUrl, finalUrl: draft.privacyPolicyUrl }),
      sampleFailure({ id: ids[2], url: draft.supportContact, reason: 'dns' }),
    ],
    evidence: { ...(report.evidence as object), 'directory-listing': { status: 'observed', value } },
  };
}

const linked: ListingDraft = { ...told, supportContact: 'https://help.acme.dev/' };

/** Many findings about the tools. */
const unmet: Report = {
  ...reports.degraded,
  findings: [
    ...reports.degraded.findings,
    ...Array.from({ length: 6 }, (_, index) =>
      sampleFinding({
        id: index === 0 ? 'tools.title-missing' : `tools.title-missing#${String(index + 1)}`,
        code: 'tools.title-missing',
        severity: 'problem',
        step: 11,
        values: { tool: `tool_${String(index)}`, count: 1 },
        title: `The tool tool_${String(index)} has no title`,
      }),
    ),
  ],
};

const states: Readonly<Record<string, State>> = {
  untold: { report: reports.signedIn },
  told: { report: reports.degraded, draft: told },
  'all-met': { report: { ...reports.degraded, findings: [], passed: allPassed() }, draft: complete },
  'many-unmet': { report: unmet, draft: faulty },
  'looked-at': { report: lookedAt(reports.signedIn, linked), draft: linked, deed: { kind: 'looked' } },
  looking: { report: reports.signedIn, draft: linked, deed: { kind: 'looking' } },
  declined: { report: reports.signedIn, draft: linked, deed: { kind: 'declined' } },
  problem: {
    report: reports.signedIn,
    draft: linked,
    deed: { kind: 'problem', of: 'look', words: 'This check is not known any more.' },
  },
  offline: { report: reports.signedIn, draft: linked, online: false },
  saved: {
    report: reports.signedIn,
    draft: told,
    deed: { kind: 'saved', name: 'connector-doctor mcp.acme.dev 2026-11-21.readiness.md' },
  },
  unkept: { report: reports.signedIn, draft: told, isUnkept: true },
  'unread-pictures': {
    report: reports.signedIn,
    draft: complete,
    deed: { kind: 'unread', names: ['film of the whole screen.png', 'folder'] },
  },
  'sign-in-needed': { report: reports.signInNeeded, draft: told },
  'not-reached': { report: reports.broken },
  'not-an-address': { report: notAnAddress },
  'long-names': { report: overflowing, draft: long },
  'right-to-left': { report: reports.signedIn, draft: rightToLeft },
  foreign: { report: lookedAt(reports.signedIn, linked), draft: linked, isForeign: true },
};

function allPassed(): Report['passed'] {
  const { passed, findings } = reports.degraded;
  return [...passed, ...findings.map(({ code }) => code)];
}

/** The checklist of the directory in all its states. */
export const readinessStates: readonly GalleryState[] = [
  ...Object.entries(states).map(([name, state]) => ({
    name: `readiness/${name}`,
    width: 960,
    show: () => <Shown {...state} />,
  })),
  doctorState('doctor/readiness-running', runningAt('readiness')),
];
