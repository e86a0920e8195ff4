import { CompareView } from '../../../components/compare/CompareView.tsx';
import type { CompareModel } from '../../../components/compare/compare-model.ts';
import { historyItems } from '../../../components/history/history-items.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { sampleFinding } from '../../unit/report/sample-report.ts';
import { reportWithTools, tool } from '../../unit/report/compare/compared.ts';
import type { GalleryState } from './gallery-state.ts';
import { reports } from './doctor-reports.ts';
import { outcome, run } from './sample-runs.ts';

const nothing = (): void => undefined;
const now = Date.parse('2026-11-21T12:00:00Z');

const kept = historyItems(
  [
    run({ id: 'own', host: 'mcp.acme.dev', outcome: outcome({}), startedAt: now - 60_000 }),
    run({ id: 'earlier', host: 'mcp.acme.dev', outcome: outcome({}), startedAt: now - 86_400_000 }),
    run({ id: 'other', host: 'staging.acme.dev', url: 'https://staging.acme.dev/mcp', startedAt: now - 3_600_000 }),
  ],
  [],
);

const properties = { query: { type: 'string', description: 'What to look for' }, limit: { type: 'integer' } };
const noTitle = sampleFinding({
  code: 'tools.title-missing',
  severity: 'warning',
  step: 11,
  title: 'Two tools have no title',
  detail: '“drop” and “list” are shown by their names.',
  values: { count: 2, names: '“drop”, “list”', more: 0 },
});

/** The same connector on two days, its tools changed between. */
const before = version(
  '1.4.2',
  '2026-11-20T09:30:00.000Z',
  [
    tool('search', properties, { title: 'Search', annotations: { readOnlyHint: true } }),
    tool('drop', { id: { type: 'string' } }),
    tool('list', { folder: { type: 'string' } }),
    tool('archive', { ids: { type: 'array', items: { type: 'string' } } }),
  ],
  {
    findings: [
      noTitle,
      sampleFinding({ severity: 'problem', title: 'The server answers slowly', code: 'http.waf-block' }),
    ],
    passed: ['tools.hint-missing'],
  },
);

const after = version(
  '2.0.0',
  '2026-11-21T11:59:00.000Z',
  [
    tool('list_notes', { folder: { type: 'string' } }, { description: 'Does list with care' }),
    tool(
      'search',
      {
        query: { type: 'string', description: 'The words to look for in titles and texts' },
        limit: { type: 'string' },
      },
      {
        title: 'Search the notes',
        annotations: { readOnlyHint: false },
        description:
          'Searches titles and texts of all notes that the person can see, the newest first. At most fifty come back.',
      },
    ),
    tool('share', { id: { type: 'string' } }, { title: 'Share a note' }),
  ],
  {
    verdict: 'degraded',
    findings: [
      {
        ...noTitle,
        values: { ...noTitle.values, names: '“list_notes”', count: 1 },
        title: 'One tool has no title',
        detail: '“list_notes” is shown by its name.',
      },
      sampleFinding({
        code: 'tools.hint-missing',
        severity: 'problem',
        title: 'Three tools do not say whether they change anything',
        detail: 'Claude asks before each call of a tool that does not say so.',
      }),
    ],
    passed: ['http.waf-block'],
  },
);

function version(name: string, createdAt: string, tools: readonly Json[], members: Partial<Report>): Report {
  const report = reportWithTools(tools, { createdAt, vantage: 'extension', ...members });
  const { facts } = report;
  const server = facts.server && { ...facts.server, version: name };
  const counted = facts.tools && { ...facts.tools, count: tools.length, estimatedTokens: 1_200 + name.length * 37 };
  return { ...report, facts: { ...facts, server, tools: counted } };
}

const long = 'a_tool_with_a_name_that_is_very_long_and_has_no_place_to_break_it_anywhere_at_all_'.repeat(3);
const rtl = 'ابحث_في_الملفات \u202eexe.pdf';
const markup = '<img src=x onerror=alert(1)>\u001b[2J';

/** Everything at its longest, and text that tries to be more than text. */
const overflowing: readonly [Report, Report] = [
  version(
    '1',
    '2026-11-20T09:30:00.000Z',
    [
      ...Array.from({ length: 120 }, (_, index) => tool(`${long}${String(index)}`, properties)),
      tool(rtl, { [markup]: { type: 'string', description: 'a '.repeat(900) } }, { title: markup }),
    ],
    {},
  ),
  version(
    '2'.repeat(300),
    '2026-11-21T11:59:00.000Z',
    [
      ...Array.from({ length: 60 }, (_, index) => tool(`${long}${String(index)}`, { query: { type: 'number' } })),
      tool(rtl, { [markup]: { type: 'object', description: 'b '.repeat(900) } }, { title: long }),
    ],
    {
      target: { url: `https://${'a-very-long-name.'.repeat(8)}dev/${'path/'.repeat(60)}`, host: 'x' },
      findings: Array.from({ length: 30 }, (_, index) =>
        sampleFinding({ id: `http.waf-block#${String(index)}`, title: `${rtl} ${long}`, detail: markup }),
      ),
    },
  ),
];

/** A cause that is gone with what followed from it, one that came, and one that stayed: on one day, minutes apart. */
const mended: readonly [Report, Report] = [
  {
    ...reports.broken,
    createdAt: '2026-11-21T11:58:04.000Z',
    findings: [
      ...reports.broken.findings,
      ...(['http.waf-block', 'tools.hint-missing'] as const).map((code) =>
        sampleFinding({
          id: code,
          code,
          severity: 'problem',
          title: `What follows from it: ${code}`,
          ...(reports.broken.primary && { explainedBy: reports.broken.primary.id }),
        }),
      ),
      { ...noTitle, id: 'stays', severity: 'problem' },
    ],
  },
  {
    ...reports.degraded,
    createdAt: '2026-11-21T11:58:49.000Z',
    target: reports.broken.target,
    findings: [
      ...reports.degraded.findings,
      {
        ...noTitle,
        id: 'stays',
        severity: 'problem',
        values: { ...noTitle.values, names: '“list_notes”', count: 1 },
        title: 'One tool has no title',
        detail: '“list_notes” is shown by its name.',
      },
      sampleFinding({
        id: 'c',
        code: 'url.credential-in-query',
        severity: 'warning',
        title: 'New, and follows from what stayed',
        explainedBy: 'stays',
      }),
    ],
  },
];

const usual: CompareModel = {
  own: after,
  choices: { same: kept.slice(1, 2), others: kept.slice(2) },
  chosen: 'earlier',
  opened: null,
  other: before,
  isGone: false,
  swapped: false,
  now,
};

const models: Readonly<Record<string, CompareModel>> = {
  changed: usual,
  'cause-by-cause': { ...usual, own: mended[1], other: mended[0] },
  'other-way-round': { ...usual, swapped: true },
  equal: { ...usual, other: { ...after, createdAt: before.createdAt } },
  file: {
    ...usual,
    chosen: null,
    opened: { kind: 'report', name: 'connector-doctor mcp.acme.dev 2026-11-20.json', report: before, written: before },
  },
  'file-problem': {
    ...usual,
    chosen: null,
    opened: {
      kind: 'problem',
      name: 'notes.json',
      words: 'It is JSON, but not a report of Connector Doctor (the member “schema” does not say so).',
    },
    other: null,
  },
  'locked-file': {
    ...usual,
    chosen: null,
    opened: { kind: 'locked', name: null, problem: null, isTrying: false, unlock: nothing },
    other: null,
  },
  'kept-nowhere': { ...usual, chosen: null, other: null, choices: null },
  'nothing-yet': { ...usual, chosen: null, other: null, choices: { same: [], others: [] } },
  'no-earlier-one': { ...usual, chosen: null, other: null, choices: { same: [], others: kept.slice(2) } },
  'without-tools': { ...usual, other: { ...before, evidence: {}, vantage: 'cli', tool: { version: '0.0.9' } } },
  overflowing: { ...usual, own: overflowing[1], other: overflowing[0] },
};

/** The comparison on the doctor page in all its states. */
export const compareStates: readonly GalleryState[] = Object.entries(models).map(([name, model]) => ({
  name: `compare/${name}`,
  width: 960,
  show: () => (
    <main className="p-4">
      <CompareView model={model} actions={{ choose: nothing, open: nothing, close: nothing, swap: nothing }} />
    </main>
  ),
}));
