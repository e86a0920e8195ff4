import { describe, expect, it } from 'vitest';
import { runSince } from '../../../components/guide/run-since.ts';
import { watchStep, type WatchFacts } from '../../../components/guide/watch.ts';
import { knownConnector } from '../../../components/sidepanel/panel-model.ts';
import { readPanelRoute, writePanelRoute, type PanelRoute } from '../../../components/sidepanel/panel-route.ts';
import type { GuideStep, Verification } from '../../../lib/guides/guide.ts';
import { beginGuide, type GuideProgress } from '../../../lib/help/guide-life.ts';
import type { ExamState } from '../../../lib/interference/exam-state.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import type { PageReading, PageSighting } from '../../../lib/page/sighting.ts';
import type { RunState } from '../../../lib/runs/run-state.ts';
import { run } from '../../browser/gallery/sample-runs.ts';

const url = 'https://mcp.acme.dev/mcp';
const begun: GuideProgress = beginGuide({
  guide: 'reconnect',
  reader: 'user',
  steps: ['step'],
  connector: { name: 'Acme', url },
  now: 1_000,
});

function step(verify: Verification | null): GuideStep {
  return { id: 'step', do: '', note: null, place: 'directory', seen: '', verify, readers: null, copy: null };
}

function watch(verify: Verification | null, patch: Partial<WatchFacts> = {}) {
  const facts = { besideUrl: null, allowed: true, declined: false, looked: null, run: null, report: null, exam: null };
  return watchStep({ step: step(verify), progress: begun, ...facts, ...patch });
}

const page = { kind: 'page', place: 'connectors' } as const;
const noError = { kind: 'no-error-on-page' } as const;
const check = { kind: 'check', gone: [] } as const;
const there = 'https://claude.ai/customize/connectors';
const quiet: PageReading = { isRead: true, sighting: null };
const sighting: PageSighting = {
  page: there,
  sentence: 'Couldn’t reach the MCP server',
  stage: null,
  oauthError: null,
  reference: null,
  connectorUrl: null,
  connectorName: null,
  seenAt: 1,
};
const fine = { verdict: 'ready', run: { status: 'complete' }, findings: [], primary: null } as unknown as Report;

describe('what is seen of a step', () => {
  it('is the page beside, once it is the place and may be looked at', () => {
    expect(watch(page, { besideUrl: there })).toMatchObject({ sight: page });
    expect(watch(page, { besideUrl: 'https://claude.ai/new' })).toEqual({
      watch: { kind: 'watching', place: 'connectors' },
      sight: null,
    });
    expect(watch(page, { besideUrl: there, allowed: false })).toEqual({
      watch: { kind: 'not-allowed', declined: false },
      sight: null,
    });
  });

  it('is nothing where the person took it back, left, or ticked it', () => {
    const states: readonly Partial<GuideProgress>[] = [
      { takenBack: ['step'] },
      { phase: 'left' },
      { ticks: { step: { by: 'person', at: 1 } } },
    ];
    for (const patch of states) {
      expect(watch(page, { besideUrl: there, progress: { ...begun, ...patch } })).toEqual({
        watch: { kind: 'person' },
        sight: null,
      });
    }
  });

  it('is that no error stands there only by the person’s word and where the page was read', () => {
    const looked = (reading: PageReading, wished: boolean) =>
      watch(noError, { besideUrl: there, looked: { reading, wished } });
    expect(looked(quiet, true).sight).toEqual(noError);
    expect(looked(quiet, false)).toEqual({ watch: { kind: 'ready', look: 'page' }, sight: null });
    expect(looked({ isRead: false, sighting: null }, true)).toEqual({ watch: { kind: 'no-page' }, sight: null });
    expect(looked({ isRead: true, sighting }, true)).toEqual({
      watch: { kind: 'error-on-page', sentence: sighting.sentence },
      sight: null,
    });
  });

  it('is that no error stands there only on the page on which it would stand', () => {
    const looked = { reading: quiet, wished: true };
    const at = (besideUrl: string | null) => watch(noError, { besideUrl, looked });
    expect(at('https://claude.ai/customize/connectors?server=1').sight).toEqual(noError);
    expect(at('https://claude.ai/directory').sight).toEqual(noError);
    for (const url of ['https://claude.ai/recents', 'https://claude.ai/new', 'https://evil.example/directory', null]) {
      expect(at(url), String(url)).toEqual({ watch: { kind: 'elsewhere', place: 'directory' }, sight: null });
    }
    const error = { reading: { isRead: true, sighting }, wished: true };
    expect(watch(noError, { besideUrl: 'https://claude.ai/new', looked: error }).watch.kind).toBe('error-on-page');
  });

  it('is what a check comes to, when it has ended and its report is there', () => {
    const nowhere = { ...begun, connector: { name: null, url: null } };
    expect(watch(check, { progress: nowhere }).watch).toEqual({ kind: 'no-address' });
    expect(watch(check).watch).toEqual({ kind: 'ready', look: 'check' });
    expect(watch(check, { run: run({ phase: 'running' }) }).watch).toMatchObject({ kind: 'under-way' });
    expect(watch(check, { run: run({}) }).watch).toMatchObject({ kind: 'under-way', run: null });
    expect(watch(check, { run: run({ phase: 'cancelled' }), report: fine }).watch).toMatchObject({ kind: 'unseen' });
    expect(watch(check, { run: run({}), report: fine }).sight).toEqual({ kind: 'check', host: 'mcp.acme.dev' });
  });

  it('is what a look at this browser comes to that was made for it', () => {
    const exam = {
      phase: 'done',
      startedAt: 2_000,
      wishes: { statusPage: false },
      report: { ...fine, passed: ['client.service-incident'], skipped: [] },
    } as unknown as ExamState;
    const status = { kind: 'status-page' } as const;
    expect(watch(status, { exam }).watch).toEqual({ kind: 'ready', look: 'status-page' });
    const asked = { ...exam, wishes: { ...exam.wishes, statusPage: true } };
    expect(watch(status, { exam: asked }).sight).toEqual(status);
    expect(watch(status, { exam: { ...asked, startedAt: 900 } }).watch).toEqual({ kind: 'ready', look: 'status-page' });
  });
});

describe('the check that counts for a step', () => {
  const at = (id: string, patch: Partial<RunState>): RunState => run({ id, startedAt: 2_000, ...patch });
  it('is the newest of the guide’s connector since the step stands large, wherever it was started', () => {
    const runs = [
      at('other', { url: 'https://other.dev/mcp', typed: 'other.dev' }),
      at('new', { url: `${url}/` }),
      at('old', {}),
    ];
    expect(runSince(runs, begun, null)?.id).toBe('new');
    expect(runSince([at('early', { startedAt: 999 })], begun, null)).toBeNull();
    expect(runSince([at('mine', { url: 'https://mcp.acme.dev/redacted', typed: 'redacted' })], begun, 'mine')?.id).toBe(
      'mine',
    );
  });
});

describe('the connector that a new guide is about', () => {
  it('is the one that Claude’s page names, else that of the last check, but for addresses that lack their secrets', () => {
    const named = { ...sighting, connectorName: 'Tickets', connectorUrl: 'https://tickets.dev/mcp' };
    const last = run({ claude: { ...sighting, connectorName: 'Acme' } });
    expect(knownConnector(last, named)).toEqual({ name: 'Tickets', url: 'https://tickets.dev/mcp' });
    expect(knownConnector(last, sighting)).toEqual({ name: 'Acme', url });
    expect(knownConnector({ ...last, hadSecrets: true }, null)).toEqual({ name: 'Acme', url: null });
    expect(knownConnector(null, null)).toEqual({ name: null, url: null });
  });
});

describe('the addresses of the panel', () => {
  const texts = { search: 'my words', explain: 'my error' };
  it.each<PanelRoute>([
    { kind: 'home' },
    { kind: 'guides' },
    { kind: 'plans' },
    { kind: 'guide', id: 'reconnect' },
    { kind: 'question', id: 'what-are-connectors' },
    { kind: 'search', text: 'my words' },
    { kind: 'explain', text: 'my error' },
  ])('lead to $kind and back, and hold no text of the person’s', (route) => {
    const hash = writePanelRoute(route);
    expect(readPanelRoute(hash, texts)).toEqual(route);
    expect(hash).not.toContain('my');
  });

  it('that are none lead home, or to all guides', () => {
    expect(readPanelRoute('#nonsense', texts)).toEqual({ kind: 'home' });
    expect(readPanelRoute('', texts)).toEqual({ kind: 'home' });
    expect(readPanelRoute('#guide=none', texts)).toEqual({ kind: 'guides' });
  });
});
