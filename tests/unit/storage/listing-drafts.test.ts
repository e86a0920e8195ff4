import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptyDraft, type ListingDraft } from '../../../lib/kernel/listing.ts';

vi.stubGlobal('browser', fakeBrowser);
const { draftOf, dropListings, dropOldListings, isUntold, mostDraftText, readListing, watchListings, writeListing } =
  await import('../../../lib/storage/listing-drafts.ts');

const url = 'https://mcp.acme.dev/mcp';
const told: ListingDraft = {
  name: 'Acme',
  tagline: 'Notes for teams',
  description: 'Reads **notes**.',
  categories: ['productivity'],
  documentationUrl: 'https://acme.dev/docs',
  privacyPolicyUrl: 'https://acme.dev/privacy',
  supportContact: 'help@acme.dev',
  confirmed: ['tested'],
  screenshots: [{ name: 'one.png', type: 'png', width: 1200, height: 800, bytes: 12_345 }],
};

const keep = (of: string, draft: ListingDraft, updatedAt = 1): Promise<void> =>
  writeListing(of, { draft, updatedAt, writer: 'page', turn: 1 });

beforeEach(() => fakeBrowser.reset());

describe('what an author tells of a listing', () => {
  it('is kept for each connector, and forgotten when nothing of it is left', async () => {
    expect(await readListing(url)).toBeNull();
    await keep(url, told, 5);
    await keep('https://other.dev/', { ...emptyDraft, name: 'Other' });
    expect(await readListing(url)).toEqual({ draft: told, updatedAt: 5, writer: 'page', turn: 1 });
    await keep(url, emptyDraft);
    expect(await readListing(url)).toBeNull();
    expect((await readListing('https://other.dev/'))?.draft.name).toBe('Other');
  });

  it('goes with everything else, and leaves alone what is no listing', async () => {
    await fakeBrowser.storage.local.set({ settings: { any: 1 } });
    await keep(url, told);
    await dropListings();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ settings: { any: 1 } });
  });

  it('is kept for the 50 connectors that were changed last', async () => {
    for (let index = 0; index < 60; index += 1) await keep(`https://s${index}.acme.dev/`, told, index);
    await dropOldListings();
    expect(await readListing('https://s9.acme.dev/')).toBeNull();
    expect(await readListing('https://s10.acme.dev/')).not.toBeNull();
    expect(await readListing('https://s59.acme.dev/')).not.toBeNull();
  });

  it('is told to whoever watches, with its address, until they stop', async () => {
    const seen: unknown[] = [];
    const stop = watchListings((of, kept) => seen.push([of, kept?.draft.name ?? null]));
    await keep(url, told);
    await fakeBrowser.storage.local.set({ other: 1 });
    await dropListings();
    await vi.waitFor(() =>
      expect(seen).toEqual([
        [url, 'Acme'],
        [url, null],
      ]),
    );
    stop();
    await keep(url, told);
    expect(seen).toHaveLength(2);
  });

  it('is not kept for an address that nobody has', async () => {
    await keep('', told);
    await keep(`https://a.dev/${'x'.repeat(5_000)}`, told);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});

describe('a draft out of anything', () => {
  it('is a draft, is bounded, and is the same when it is read once more', () => {
    const anyDraft = fc.record(
      {
        name: fc.anything(),
        tagline: fc.string(),
        description: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('🙂'.repeat(10_001))),
        categories: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.string(), fc.anything()), { maxLength: 40 })),
        documentationUrl: fc.anything(),
        confirmed: fc.array(fc.string(), { maxLength: 300 }),
        screenshots: fc.oneof(
          fc.anything(),
          fc.array(
            fc.record({ name: fc.oneof(fc.string(), fc.anything()), width: fc.oneof(fc.double(), fc.anything()) }),
          ),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anyDraft, fc.anything()), (value) => {
        const draft = draftOf(value);
        expect(Object.keys(draft).sort()).toEqual(Object.keys(emptyDraft).sort());
        expect(draftOf(draft)).toEqual(draft);
        for (const text of [draft.name, draft.tagline, draft.description]) {
          expect(text.length).toBeLessThanOrEqual(mostDraftText);
        }
        expect(draft.categories.length).toBeLessThanOrEqual(20);
        expect(draft.confirmed.length).toBeLessThanOrEqual(200);
        expect(draft.screenshots.every(({ width, bytes }) => width >= 0 && bytes >= 0)).toBe(true);
      }),
    );
  });

  it('never ends in half a character', () => {
    const { description } = draftOf({ description: `a${'🙂'.repeat(10_000)}` });
    expect(description).toHaveLength(mostDraftText - 1);
    expect(description.isWellFormed()).toBe(true);
  });

  it('knows whether anything was told', () => {
    expect(isUntold(emptyDraft)).toBe(true);
    expect(isUntold({ ...emptyDraft, confirmed: ['tested'] })).toBe(false);
    expect(draftOf(told)).toEqual(told);
  });
});
