import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BundleOverview } from '../../../components/bundle/BundleOverview.tsx';
import { bundleReport } from '../../../lib/bundle-report.ts';
import { openBundle } from '../../../lib/bundles/open-bundle.ts';
import { bundle, bundleWith } from '../checks/bundle/bundle-parts.ts';

async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { evidence } = await openBundle(new Blob([bytes]), 'weather.mcpb');
  const report = bundleReport(evidence, { startedAt: 0, durationMs: 1, vantage: 'extension', environment: null });
  const markup = renderToStaticMarkup(createElement(BundleOverview, { report, onFindings: () => undefined }));
  return markup.replace(/<[^>]+>/g, '\n');
}

/** Whether each of them stands there, after the one before. */
function inThisOrder(text: string, ...parts: readonly string[]): boolean {
  const places = parts.map((part) => text.indexOf(part));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}

describe('the overview of a bundle', () => {
  it('says second that the directory takes none, where only its rules mind the bundle', async () => {
    const text = await textOf(bundle({ 'README.md': null }));
    const head = 'Can be installed; the directory takes no bundles any more';
    const order = ['Bundles are no longer accepted', 'To be found in the directory', 'What do I do?', 'Install it'];
    expect(inThisOrder(text, head, ...order, 'The bundle has no README.md')).toBe(true);
    expect(text).not.toContain('What is wrong?');
  });

  it('says first what keeps the bundle from being installed', async () => {
    const text = await textOf(bundle({ 'manifest.json': null }));
    const order = ['This bundle cannot be installed', 'What is wrong?', 'Bundles are no longer accepted'];
    expect(inThisOrder(text, ...order)).toBe(true);
  });

  it('warns of an apostrophe in the name', async () => {
    expect(await textOf(bundleWith({ display_name: 'Ann’s Notes' }))).toContain('The name holds ’. Of connectors');
  });
});
