import { useEffect, useState } from 'react';
import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { stepsFor } from '../../lib/help/guide-steps.ts';
import type { HeldPermission } from '../../lib/permissions/held.ts';
import { useShown } from '../run/use-shown.ts';
import { useGuides } from '../state/guide-store.ts';
import {
  freshPlayerMemory,
  playerActions,
  shownProgress,
  type PlayerMemory,
  type PlayerSurroundings,
} from './player-actions.ts';
import type { PlayerActions, PlayerModel } from './player-model.ts';
import { runMessage } from './run-message.ts';
import { runSince } from './run-since.ts';
import { usePageReading } from './use-page-reading.ts';
import { watchStep, type Watched } from './watch.ts';

/** A guide at work: what it shows, and what can be done. What is seen of the step that stands large ticks it. */
export function usePlayer(
  id: GuideId,
  surroundings: PlayerSurroundings,
): { readonly model: PlayerModel; readonly actions: PlayerActions } {
  const [memory, setMemory] = useState(freshPlayerMemory);
  const { isUnkept } = useGuides();
  const guide = guides[id];
  const progress = shownProgress(id);
  const steps = stepsFor(guide, progress?.reader ?? guide.readers[0]);
  const step = steps.find((each) => each.id === progress?.current) ?? null;
  const { beside, runs, browser } = surroundings;
  const wantsReading = step?.verify?.kind === 'no-error-on-page' && progress !== null;
  const [looked, readPage] = usePageReading(
    wantsReading ? `${id} ${step.id} ${String(progress.currentSince)}` : null,
    beside,
  );
  const run = progress === null ? null : runSince(runs, progress, memory.started);
  const shown = useShown(run?.id ?? null, runs);
  const last = progress === null ? null : runSince(runs, { ...progress, currentSince: 0 }, memory.started);
  const lastShown = useShown(last?.id ?? null, runs);
  const watched: Watched =
    step === null || progress === null
      ? { watch: { kind: 'person' }, sight: null }
      : watchStep({
          step,
          progress,
          besideUrl: beside.url,
          allowed: browser.held.some(coversClaude),
          declined: memory.declinedClaude,
          looked,
          run,
          report: shown.kind === 'run' ? shown.report : null,
          exam: browser.exam,
        });
  const actions = playerActions({
    ...surroundings,
    id,
    readPage,
    remember: (patch: Partial<PlayerMemory>) => {
      setMemory((before) => ({ ...before, ...patch }));
    },
  });
  const sight = watched.sight;
  useEffect(() => {
    if (sight !== null && step !== null) actions.act({ kind: 'seen', step: step.id, sight });
    // What is seen is told once for a step; all else is made anew with each drawing.
  }, [sight?.kind, step?.id]);
  return {
    model: {
      id,
      guide,
      progress,
      steps,
      connector: progress?.connector ?? surroundings.connector,
      watch: watched.watch,
      message: runMessage(guide, lastShown.kind === 'run' ? lastShown.report : null),
      isClaudeBeside: beside.url !== null && new URL(beside.url).hostname === 'claude.ai',
      declined: run !== null && run.id === memory.declinedRun,
      online: surroundings.online,
      problem: memory.problem,
      isUnkept,
    },
    actions,
  };
}

/** Patterns that let Claude’s page be seen. */
function coversClaude({ kind, name }: HeldPermission): boolean {
  return kind === 'origin' && ['https://claude.ai/*', 'https://*/*', '*://*/*', '<all_urls>'].includes(name);
}
