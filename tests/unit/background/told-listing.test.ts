import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptyDraft } from '../../../lib/kernel/listing.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { endingOf } from '../../../lib/runs/run-outcome.ts';
import { sampleReport } from '../report/sample-report.ts';

vi.stubGlobal('browser', fakeBrowser);
const reports = new Map<string, Report>();
vi.doMock('../../../lib/storage/reports.ts', () => ({
  readReport: (id: string) => Promise.resolve(reports.get(id) ?? null),
  listReports: () => Promise.resolve([]),
}));
vi.doMock('../../../entrypoints/background/report-keeping.ts', () => ({
  keepReport: (id: string, report: Report) => {
    reports.set(id, report);
    return Promise.resolve('kept');
  },
}));
const { followAnswers } = await import('../../../entrypoints/background/told-answers.ts');
const { createPermissionWaits } = await import('../../../entrypoints/background/permission-waits.ts');

function room() {
  const judged = sampleReport({ note: 'judged with the listing' });
  const again = vi.fn(() => Promise.resolve({ report: judged, ending: endingOf(judged) }));
  const advance = vi.fn(() => Promise.resolve());
  const told = followAnswers({
    book: { advance, all: () => Promise.resolve([]) } as never,
    judging: { again },
    language: () => Promise.resolve('en'),
  });
  return { told, again, advance, judged };
}

const draft = { ...emptyDraft, name: 'Acme Notes' };

describe('a listing that the author tells', () => {
  it('has the kept report judged again with it, and kept in place of the earlier one', async () => {
    reports.set('run-1', sampleReport());
    const { told, again, advance, judged } = room();
    expect(await told.tellListing({ runId: 'run-1', draft, lookAtLinks: true })).toEqual({ ok: true, value: null });
    expect(again).toHaveBeenCalledWith('run-1', 'as-kept', 'en', { draft, lookAtLinks: true });
    expect(reports.get('run-1')).toBe(judged);
    expect(advance).toHaveBeenCalledWith('run-1', expect.objectContaining({ kind: 'judged-again' }));
  });

  it.each([
    ['that is gone', 'gone', null],
    ['of a browser', 'look', sampleReport({ subject: 'browser' })],
  ])('is not joined to a report %s', async (_what, id, report) => {
    if (report !== null) reports.set(id, report);
    const { told, again } = room();
    const answer = await told.tellListing({ runId: id, draft, lookAtLinks: false });
    expect(answer).toEqual({ ok: false, problem: 'This check is not known any more.' });
    expect(again).not.toHaveBeenCalled();
  });

  it('waits for no permission: the click that leads there has asked for it', async () => {
    const onChange = vi.fn();
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false as never);
    const { permission } = createPermissionWaits(onChange);
    expect(await permission({ runId: 'look:run-1:x', url: 'https://acme.dev/privacy' })).toBe('declined');
    expect(onChange).not.toHaveBeenCalled();
  });
});
