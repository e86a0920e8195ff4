import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DoctorMemory } from '../../../components/doctor/doctor-model.ts';

const kept: string[] = [];
const dropped: string[] = [];
let opened: { readonly name: string; readonly go: () => void }[] = [];
let judging: Promise<void> = Promise.resolve();
vi.doMock('../../../lib/bundles/open-bundle.ts', () => ({
  // It does not look at its signal: a cancelled reading may end all the same.
  openBundle: (_file: unknown, name: string) =>
    new Promise((resolve) => {
      opened.push({ name, go: () => resolve({ evidence: { name }, pictures: [] }) });
    }),
}));
vi.doMock('../../../lib/messaging/commands.ts', () => ({
  send: async (_command: string, { evidence }: { readonly evidence: { readonly name: string } }) => {
    kept.push(evidence.name);
    await judging;
    return { ok: true, value: { reportId: `report of ${evidence.name}` } };
  },
}));
vi.doMock('../../../lib/storage/reports.ts', () => ({ dropReport: (id: string) => Promise.resolve(dropped.push(id)) }));
const { openHanded } = await import('../../../components/doctor/open-file.ts');

function page() {
  let memory: Partial<DoctorMemory> = {};
  const at = { place: '#' };
  const went: string[] = [];
  const hands = {
    opening: { current: null },
    whereabouts: () => at.place,
    remember: (patch: Partial<DoctorMemory>) => void (memory = { ...memory, ...patch }),
    changed: () => undefined,
    go: (route: { readonly kind: string; readonly id?: string }) => void went.push(route.id ?? route.kind),
  };
  return { at, went, hands, memory: () => memory };
}

const openFile = (file: File, hands: Parameters<typeof openHanded>[2]) =>
  openHanded({ kind: 'file', file }, null, hands);
const bundle = (name: string): File => new File(['PK\u0003\u0004'], name);
const reading = (name: string) => expect.poll(() => opened.find((each) => each.name === name)).toBeDefined();
const end = (name: string): void => opened.find((each) => each.name === name)?.go();

beforeEach(() => {
  kept.length = 0;
  dropped.length = 0;
  opened = [];
  judging = Promise.resolve();
});

describe('opening a file on the doctor page', () => {
  it('leads to the report, where the person has stayed', async () => {
    const { went, hands, memory } = page();
    const done = openFile(bundle('one.mcpb'), hands);
    await reading('one.mcpb');
    end('one.mcpb');
    await done;
    expect(went).toEqual(['report of one.mcpb']);
    expect(memory().reading).toBeNull();
  });

  it('only offers the report, where the person went elsewhere meanwhile', async () => {
    const { at, went, hands, memory } = page();
    const done = openFile(bundle('one.mcpb'), hands);
    await reading('one.mcpb');
    at.place = '#run=1&tab=readiness';
    end('one.mcpb');
    await done;
    expect(went).toEqual([]);
    const notice = memory().reading;
    if (notice?.kind !== 'read') throw new Error('nothing is offered');
    notice.show();
    expect(went).toEqual(['report of one.mcpb']);
  });

  it('ends the reading of an earlier one, which neither leads anywhere nor is kept', async () => {
    const { went, hands, memory } = page();
    const first = openFile(bundle('one.mcpb'), hands);
    await reading('one.mcpb');
    const second = openFile(bundle('two.mcpb'), hands);
    await reading('two.mcpb');
    end('one.mcpb');
    await first;
    expect(memory().reading).toMatchObject({ kind: 'reading', name: 'two.mcpb' });
    end('two.mcpb');
    await second;
    expect([went, kept]).toEqual([['report of two.mcpb'], ['two.mcpb']]);
  });

  it('keeps nothing of what was cancelled while it was being judged', async () => {
    const { went, hands, memory } = page();
    let answer: () => void = () => undefined;
    judging = new Promise((resolve) => (answer = resolve));
    const done = openFile(bundle('one.mcpb'), hands);
    await reading('one.mcpb');
    end('one.mcpb');
    await expect.poll(() => kept).toEqual(['one.mcpb']);
    const notice = memory().reading;
    if (notice?.kind === 'reading') notice.cancel();
    answer();
    await done;
    expect([went, dropped, memory().reading]).toEqual([[], ['report of one.mcpb'], null]);
  });
});
