import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { advanceGuide, beginGuide, type GuideProgress } from '../../../lib/help/guide-life.ts';
import type { GuideId } from '../../../lib/guides/guide-id.ts';
import type { PanelTarget } from '../../../lib/storage/panel-wish.ts';

vi.stubGlobal('browser', fakeBrowser);
const { dropAllGuideProgress, dropGuideProgress, readGuideProgress, watchGuideProgress, writeGuideProgress } =
  await import('../../../lib/storage/guide-progress.ts');
const { keepGuide } = await import('../../../components/state/guide-store.ts');
const { wishForPanel } = await import('../../../lib/storage/panel-wish.ts');
const { takePanelWishes } = await import('../../../lib/storage/take-panel-wish.ts');

beforeEach(() => fakeBrowser.reset());

const steps = ['first', 'second'];
const begun = (guide: GuideId, now: number): GuideProgress =>
  beginGuide({ guide, reader: 'user', steps, connector: { name: null, url: null }, now });

describe('how far guides are', () => {
  it('is read with the one that was worked on last first, without what is no progress', async () => {
    await writeGuideProgress(begun('reconnect', 1));
    await writeGuideProgress(begun('firewall', 2));
    await fakeBrowser.storage.local.set({
      'guide:mobile': { guide: 'mobile' },
      'guide:firewalls': begun('firewall', 3),
      'guide:odd': 7,
      'run:a': { guide: 'mobile' },
    });
    expect((await readGuideProgress()).map(({ guide }) => guide)).toEqual(['firewall', 'reconnect']);
    expect((await readGuideProgress())[1]).toEqual(begun('reconnect', 1));
  });

  it('is told whenever it changes, until nobody wants to know', async () => {
    const told: string[][] = [];
    const stop = watchGuideProgress((all) => told.push(all.map(({ guide, current }) => `${guide} ${current ?? '-'}`)));
    await vi.waitFor(() => expect(told.at(-1)).toEqual([]));
    const first = begun('reconnect', 1);
    await writeGuideProgress(first);
    await writeGuideProgress(begun('firewall', 2));
    await writeGuideProgress(advanceGuide(first, { kind: 'tick', step: 'first' }, { steps, now: 3 }));
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['reconnect second', 'firewall first']));
    await dropGuideProgress('firewall');
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['reconnect second']));
    stop();
    const before = told.length;
    await dropAllGuideProgress();
    expect(await readGuideProgress()).toEqual([]);
    expect(told).toHaveLength(before);
  });
});

describe('what the panel shall show', () => {
  it('is told once, whether it was wished for before the panel opened or afterwards', async () => {
    const told: PanelTarget[] = [];
    await wishForPanel({ kind: 'guide', id: 'reconnect' }, 1);
    const stop = takePanelWishes(1, (target) => told.push(target));
    await vi.waitFor(() => expect(told).toEqual([{ kind: 'guide', id: 'reconnect' }]));
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5);
    await wishForPanel({ kind: 'plans' }, null);
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ kind: 'plans' }));
    stop();
    vi.restoreAllMocks();
  });

  it('is not told to the panel of another window, nor a minute later, nor where it is no wish', async () => {
    const told: PanelTarget[] = [];
    await wishForPanel({ kind: 'plans' }, 2);
    const stop = takePanelWishes(1, (target) => told.push(target));
    await fakeBrowser.storage.session.set({
      'panel-wish': { target: { kind: 'plans' }, windowId: 1, at: Date.now() - 61_000 },
    });
    await fakeBrowser.storage.session.set({
      'panel-wish': { target: { kind: 'guide', id: 'none' }, windowId: 1, at: Date.now() },
    });
    await fakeBrowser.storage.session.set({
      'panel-wish': { target: { kind: 'home' }, windowId: 1, at: Date.now() + 10 },
    });
    await vi.waitFor(() => expect(told).toEqual([{ kind: 'home' }]));
    stop();
  });
});

describe('an address', () => {
  const kept = async (url: string): Promise<string | null | undefined> => {
    await keepGuide({ ...begun('reconnect', 1), connector: { name: null, url } });
    return (await readGuideProgress())[0]?.connector.url;
  };

  it('is kept with how far its guide is', async () => {
    expect(await kept('https://mcp.acme.dev/notion/mcp')).toBe('https://mcp.acme.dev/notion/mcp');
  });

  it.each([
    'https://mcp.acme.dev/api/mcp/s/NmYtQzJlPkRs/mcp',
    'https://mcp.acme.dev/k/sekretpass/mcp',
    'https://mcp.acme.dev/mcp;token=abcdefghij',
    'https://mcp.acme.dev/mcp?api_key=abcdefghij',
    'https://me:hunter2@mcp.acme.dev/mcp',
  ])('is not kept where a secret may be in it: %s', async (url) => {
    expect(await kept(url)).toBeNull();
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('acme');
  });
});
