import { beginGuide, type GuideProgress } from '../../../lib/help/guide-life.ts';
import { guides } from '../../../lib/guides/catalog.ts';
import type { GuideId } from '../../../lib/guides/guide-id.ts';
import { stepsFor } from '../../../lib/help/guide-steps.ts';

/** The ids of a guide’s steps, for its first reader. */
export function stepIds(guide: GuideId): readonly string[] {
  return stepsFor(guides[guide], guides[guide].readers[0]).map(({ id }) => id);
}

/** A guide at its third step, but for what is given. */
export function guideProgress(patch: Partial<GuideProgress>): GuideProgress {
  const guide = patch.guide ?? 'reconnect';
  const steps = stepIds(guide);
  const connector = { name: 'Acme', url: 'https://mcp.acme.dev/mcp' };
  const [first = '', second = '', third = ''] = steps;
  return {
    ...beginGuide({ guide, reader: guides[guide].readers[0], steps, connector, now: 1_000 }),
    current: third,
    ticks: {
      [first]: { by: 'person', at: 1_000 },
      [second]: { by: 'sight', at: 2_000, sight: { kind: 'page', place: 'connectors' } },
    },
    ...patch,
  };
}
