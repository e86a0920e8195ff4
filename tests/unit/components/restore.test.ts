import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { bisects } from '../../browser/gallery/sample-bisects.ts';

/** What happens after the click, in order. */
let deeds: string[] = [];

const fake = {
  runtime: {
    id: 'connector-doctor',
    getManifest: () => ({}),
    sendMessage: ({ type }: { readonly type: string }, answer: (response: unknown) => void) => {
      deeds.push(type);
      answer({ res: { ok: true, value: null } });
    },
  },
  permissions: {
    contains: () => Promise.resolve(false),
    request: ({ permissions }: { readonly permissions: readonly string[] }) => {
      deeds.push(`asked for ${permissions.join()}`);
      return Promise.resolve(true);
    },
  },
};
vi.stubGlobal('browser', fake);
vi.stubGlobal('chrome', fake);
const { browserActions } = await import('../../../components/interference/browser-actions.ts');

beforeEach(() => {
  deeds = [];
});

describe('the click that puts everything back', () => {
  it('asks for the permission before what was left is put back', async () => {
    click(bisects.notAllowed);
    await vi.waitFor(() => {
      expect(deeds).toEqual(['asked for management', 'stopBisect']);
    });
  });

  it('ends first what is under way: a popup may close over the question', async () => {
    click(bisects.searching);
    await vi.waitFor(() => {
      expect(deeds).toEqual(['stopBisect', 'asked for management']);
    });
  });
});

function click(bisect: BisectState): void {
  browserActions({
    family: 'chromium',
    tabId: null,
    exam: null,
    bisect,
    held: [],
    settings: { askStatusPage: false },
    remember: () => undefined,
    askElsewhere: null,
  }).restore();
}
