import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noAnswers } from '../../../lib/kernel/account.ts';
import { sampleReport } from '../report/sample-report.ts';

vi.stubGlobal('browser', fakeBrowser);
const { onLanguageChosen } = await import('../../../entrypoints/background/language-chosen.ts');
const { writeSettings } = await import('../../../lib/storage/settings.ts');

beforeEach(() => fakeBrowser.reset());

describe('another language', () => {
  it('is told of when it is chosen, and no other setting', async () => {
    await writeSettings({ language: 'en' });
    const heard = vi.fn();
    onLanguageChosen(heard);
    await writeSettings({ keepReports: 7 });
    expect(heard).not.toHaveBeenCalled();
    await writeSettings({ language: 'de' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    await writeSettings({ language: 'en' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    await fakeBrowser.storage.local.set({ other: 1 });
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe('a report that is put into words again', () => {
  it('stays as it is; its few words are of the language that was chosen', async () => {
    const kept = sampleReport({ tool: { version: '0.0.1' }, account: { ...noAnswers, plan: 'free' } });
    vi.doMock('../../../lib/storage/reports.ts', () => ({ readReport: () => Promise.resolve(kept) }));
    const { judgeKept } = await import('../../../entrypoints/engine/judge-kept.ts');
    const ask = { runId: 'look:1', reportId: 'r', account: 'as-kept', listing: null } as const;
    const around = { calls: {} as never, signal: new AbortController().signal };
    const german = await judgeKept({ ...ask, language: 'de' }, around);
    expect(german.report).toBe(kept);
    expect(german.ending.outcome.headline).toMatch(/ist kein|nichts|kein Fehler/i);
    const english = await judgeKept({ ...ask, language: 'en' }, around);
    expect(english.ending.outcome.headline).toBe('Nothing wrong seen from here');
  });
});
