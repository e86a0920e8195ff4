import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptyDraft } from '../../../lib/kernel/listing.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import type { Ending } from '../../../lib/runs/run-life.ts';
import { endingOf } from '../../../lib/runs/run-outcome.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { sampleReport } from '../report/sample-report.ts';

vi.stubGlobal('browser', fakeBrowser);
vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
vi.stubGlobal('IDBKeyRange', { bound: (lower: unknown) => ({ lower }) });
const { database, keysIn } = memoryDatabase();
vi.doMock('../../../lib/storage/database.ts', () => ({ database: () => Promise.resolve(database) }));
vi.doMock('../../../entrypoints/background/environment.ts', () => ({ readEnvironment: () => Promise.resolve(null) }));
const received = new Map<string, (message: { data: unknown; sender: unknown }) => Promise<unknown>>();
vi.doMock('../../../lib/messaging/commands.ts', () => ({
  receive: (name: string, answer: never) => received.set(name, answer),
  isFromScreen: () => true,
}));
const { dropAllReports, dropReport, saveReport, timesForgotten } = await import('../../../lib/storage/reports.ts');
const { followAnswers } = await import('../../../entrypoints/background/told-answers.ts');
const { takeBundles } = await import('../../../entrypoints/background/bundle-judging.ts');
const { createRunService } = await import('../../../entrypoints/background/run-service.ts');

const report = sampleReport();
const picture: SeenPicture = { url: 'icon.png', from: 'bundle', type: 'png', base64: 'AA==' };
const keep = (id: string, of: Report = report): Promise<boolean> =>
  saveReport(id, of, 'before', { kind: 'new', since: timesForgotten(), pictures: [picture] });

/** A judging that answers when the test says so. */
function slowJudging() {
  const asked: string[] = [];
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const judge = async (id: string): Promise<{ report: Report; ending: Ending }> => {
    asked.push(id);
    await answered;
    return { report, ending: endingOf(report) };
  };
  return { asked, answer: () => answer(), judge };
}

const noRuns = {
  all: () => Promise.resolve([]),
  get: () => Promise.resolve(null),
  advance: () => Promise.resolve(null),
};
const language = (): Promise<string> => Promise.resolve('en');

beforeEach(async () => {
  await dropAllReports();
});

describe('a report that is being judged again', () => {
  const tell = (judging: ReturnType<typeof slowJudging>) =>
    followAnswers({ book: noRuns as never, judging: { again: judging.judge }, language }).tellListing({
      runId: 'one',
      draft: emptyDraft,
      lookAtLinks: true,
    });

  it.each([
    ['its check', () => dropReport('one')],
    ['everything', () => dropAllReports()],
  ])('does not come back when %s was forgotten meanwhile', async (_what, forget) => {
    await keep('one');
    const judging = slowJudging();
    const told = tell(judging);
    await expect.poll(() => judging.asked).toEqual(['one']);
    await forget();
    judging.answer();
    expect((await told).ok).toBe(false);
    expect([keysIn('entries'), keysIn('reports'), keysIn('pictures')]).toEqual([[], [], []]);
  });

  it('is kept in place of itself, with its pictures, where nothing was forgotten', async () => {
    await keep('one');
    const judging = slowJudging();
    judging.answer();
    expect((await tell(judging)).ok).toBe(true);
    expect([keysIn('entries'), keysIn('reports'), keysIn('pictures')]).toEqual([['one'], ['one'], ['one']]);
  });
});

describe('a bundle that is being judged', () => {
  const judged = (judging: ReturnType<typeof slowJudging>): Promise<unknown> => {
    takeBundles({ book: noRuns as never, judging: { bundle: judging.judge }, language });
    const data = { evidence: {}, pictures: [picture], startedAt: 0, durationMs: 1 };
    return received.get('judgeBundle')?.({ data, sender: {} }) ?? Promise.reject(new Error('nobody listens'));
  };

  it('is not kept, nor its icon, when everything was forgotten meanwhile', async () => {
    const judging = slowJudging();
    const answer = judged(judging);
    await expect.poll(() => judging.asked).toHaveLength(1);
    await dropAllReports();
    judging.answer();
    expect(await answer).toMatchObject({ ok: false, problem: expect.stringContaining('Everything was forgotten') });
    expect([keysIn('entries'), keysIn('reports'), keysIn('pictures')]).toEqual([[], [], []]);
  });
});

describe('a report that is new', () => {
  it('is kept with its pictures, or not at all, however close the forgetting comes', async () => {
    const since = timesForgotten();
    const both = [saveReport('one', report, '', { kind: 'new', since, pictures: [picture] }), dropAllReports()];
    await Promise.all(both);
    expect([keysIn('entries'), keysIn('reports'), keysIn('pictures')]).toEqual([[], [], []]);
    expect(await saveReport('one', report, '', { kind: 'new', since, pictures: [picture] })).toBe(false);
    expect(await keep('two')).toBe(true);
    expect([keysIn('entries'), keysIn('reports'), keysIn('pictures')]).toEqual([['two'], ['two'], ['two']]);
  });
});

describe('what the engine says of a run', () => {
  it.each([
    ['pictures', { kind: 'pictures', runId: 'one', pictures: [picture] }],
    ['part', { kind: 'part', runId: 'one', part: { key: 'typed', evidence: [] } }],
    ['report', { kind: 'finished', runId: 'one', report, ending: endingOf(report) }],
  ])('leaves nothing behind when the run is forgotten while its %s is written down', async (_what, message) => {
    // Known when the message comes, and not any more when it was written down.
    let isKnown = true;
    const run = { id: 'one', outcome: null };
    const book = {
      ...noRuns,
      get: () => {
        const state = isKnown ? run : null;
        if (message.kind !== 'finished' || wasAsked) isKnown = false;
        wasAsked = true;
        return Promise.resolve(state);
      },
    };
    let wasAsked = false;
    const room = { book, waits: { forget: () => undefined }, onActivity: () => undefined };
    await createRunService(room as never).hear(message as never);
    expect(isKnown).toBe(false);
    expect(['parts', 'entries', 'reports', 'pictures'].map(keysIn)).toEqual([[], [], [], []]);
  });
});

describe('another language', () => {
  it('is said of everything that is kept, also of what has no run', async () => {
    await keep('a-bundle');
    const judging = slowJudging();
    judging.answer();
    followAnswers({ book: noRuns as never, judging: { again: judging.judge }, language });
    await fakeBrowser.storage.local.set({ settings: { language: 'de' } });
    await expect
      .poll(() => database.get('entries', 'a-bundle'))
      .toMatchObject({ headline: endingOf(report).outcome.headline });
    expect(judging.asked).toEqual(['a-bundle']);
  });
});
