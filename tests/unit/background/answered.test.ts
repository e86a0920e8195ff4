import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const origin = 'chrome-extension://ours';
vi.stubGlobal('browser', fakeBrowser);
vi.stubGlobal('location', { origin });
const { answered } = await import('../../../entrypoints/background/answered.ts');

const { id } = fakeBrowser.runtime;
const screen = { id, url: `${origin}/popup.html` };
const done = { ok: true, value: 'done' } as const;

describe('a command', () => {
  it('is carried out for our own screens', async () => {
    expect(await answered(screen, () => Promise.resolve(done))).toEqual(done);
    const refused = { ok: false, problem: 'There is no such check any more.' } as const;
    expect(await answered(screen, () => Promise.resolve(refused))).toEqual(refused);
  });

  it.each([
    ['our script on a page of others', { id, url: 'https://claude.ai/settings' }],
    ['a page whose address begins like ours', { id, url: `${origin}.example/popup.html` }],
    ['another extension', { id: 'another', url: `${origin}/popup.html` }],
    ['nobody known', {}],
  ])('is not carried out for %s', async (_whose, sender) => {
    const command = vi.fn(() => Promise.resolve(done));
    expect(await answered(sender, command)).toEqual({ ok: false, problem: expect.stringContaining('own pages') });
    expect(command).not.toHaveBeenCalled();
  });

  it('that goes wrong is answered with the browser’s words', async () => {
    const failing = (): Promise<never> => Promise.reject(new Error('No tab with id: 7.'));
    const problem = 'The browser did not let Connector Doctor do this: No tab with id: 7.';
    expect(await answered(screen, failing)).toEqual({ ok: false, problem });
  });
});
