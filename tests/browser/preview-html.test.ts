import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { previewDocument } from '../../lib/preview/drawing/html-document.ts';
import { hostilePreview } from '../support/hostile-preview.ts';
import type { ScriptPayload } from '../support/script-payloads.ts';
import { batchesOf, hostileStage, type HostileStage } from './hostile-stage.ts';

/** So many payloads stand in one file as tools. */
const toolsAtATime = 16;

let stage: HostileStage;

beforeAll(async () => {
  stage = await hostileStage('html');
});

afterAll(() => stage.close());

beforeEach(() => {
  stage.deeds();
});

function documentOf(payload: ScriptPayload, beside?: readonly ScriptPayload[]): string {
  const { preview, pictures } = hostilePreview(payload, beside);
  return previewDocument(preview, pictures);
}

const harmless: ScriptPayload = { id: 'harmless', text: 'Acme' };
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
/** A drawing has some hundred elements: what is looked at is no page of an error. */
const fewestElements = 300;

describe('the exported page', () => {
  // Each payload in each place, and no policy that would hold back what gets through.
  it('runs and loads nothing of over a hundred payloads in all places, even without its policy', async () => {
    const page = await stage.watchedPage();
    for (const batch of stage.batches) {
      const documents = batch.map((payload) => documentOf(payload, []).replace(policy, ''));
      expect(documents.filter((html) => policy.test(html))).toEqual([]);
      const elements = await stage.openTogether(page, documents);
      // A payload tells itself: by its number, and by the frame whose path is in the address of what it asks for.
      expect({ first: batch[0]?.id, deeds: stage.deeds() }).toEqual({ first: batch[0]?.id, deeds: [] });
      expect(elements.filter((count) => count > fewestElements)).toHaveLength(batch.length);
    }
    await page.close();
    expect(stage.payloads.length).toBeGreaterThan(100);
  });

  it('runs and loads nothing of them, opened from a file as it is exported', async () => {
    const page = await stage.watchedPage();
    for (const [first = harmless, ...others] of batchesOf(stage.payloads, toolsAtATime)) {
      const html = documentOf(first, others);
      expect(html).toMatch(policy);
      expect(await stage.openFile(page, html)).toBeGreaterThan(fewestElements);
      expect({ first: first.id, deeds: stage.deeds() }).toEqual({ first: first.id, deeds: [] });
    }
    await page.close();
  });

  it('is stopped by its policy where markup gets in all the same', async () => {
    const page = await stage.watchedPage();
    const [head] = documentOf(harmless).split('<main>');
    expect(head).toMatch(policy);
    for (const batch of stage.batches) {
      await stage.openTogether(
        page,
        batch.map(({ text }) => `${head ?? ''}<main><p>${text}</p></main></body></html>`),
      );
    }
    await page.close();
    // What the policy of a page in a file cannot stop is that it leads elsewhere.
    expect(stage.deeds().filter((deed) => deed.startsWith('ran'))).toEqual([]);
  });

  it('would be caught if something ran: the same payloads do, shown without care', async () => {
    const page = await stage.watchedPage();
    for (const batch of stage.batches) {
      await stage.openTogether(
        page,
        batch.map(({ text }) => `<!doctype html><body><p>${text}</p></body>`),
      );
    }
    await page.close();
    const deeds = stage.deeds();
    const numbers = deeds.flatMap((deed) => /^(?:ran |asked \/hit\?)(\d+)/.exec(deed)?.[1] ?? []);
    expect(new Set(numbers).size).toBeGreaterThan(100);
    const kinds = new Set(deeds.map((deed) => deed.split(' ')[0]));
    expect([...kinds].sort()).toEqual(['asked', 'dialog', 'ran', 'requested']);
  });

  it('shows its style and its pictures under its own policy', async () => {
    const page = await stage.watchedPage();
    const { preview } = hostilePreview(harmless);
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const pictures = [0, 1].map(() => ({ url: 'x', from: 'link' as const, type: 'png', base64: png }));
    await stage.openFile(page, previewDocument(preview, pictures));
    const seen = await page.evaluate(() => ({
      ground: getComputedStyle(document.querySelector('.cd-preview[data-theme=dark]') ?? document.body).backgroundColor,
      loaded: [...document.images].every((image) => image.naturalWidth === 1),
      count: document.images.length,
    }));
    expect(seen).toMatchObject({ ground: 'rgb(36, 33, 30)', loaded: true });
    expect(seen.count).toBeGreaterThan(20);
    expect(stage.deeds()).toEqual([]);
    await page.close();
  });
});
