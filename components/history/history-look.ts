import { CirclePause, CircleSlash, Hand, LoaderCircle, type LucideIcon } from 'lucide-react';
import { msg, say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import type { RunPhase } from '../../lib/runs/run-state.ts';
import { verdictLooks } from '../diagnosis/VerdictBadge.tsx';
import type { Tone } from '../ui/tone.ts';
import type { HistoryItem } from './history-items.ts';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly words: string;
}

const phaseLooks: Readonly<Record<Exclude<RunPhase, 'complete'>, Look>> = {
  starting: { icon: LoaderCircle, tone: 'neutral', words: msg('Under way') },
  running: { icon: LoaderCircle, tone: 'neutral', words: msg('Under way') },
  'needs-permission': { icon: Hand, tone: 'sign-in', words: msg('Waits for you') },
  cancelled: { icon: CircleSlash, tone: 'neutral', words: msg('Cancelled') },
  interrupted: { icon: CirclePause, tone: 'neutral', words: msg('Interrupted') },
};

/** The sign and the colour of a check in lists. */
export function historyLook({ phase, verdict }: HistoryItem): Look {
  return phase === 'complete' ? verdictLooks[verdict ?? 'unknown'] : phaseLooks[phase];
}

/** How a check ended, in a few words. */
export function historyWords(item: HistoryItem): string {
  return item.headline === undefined ? say(historyLook(item).words) : plainLine(item.headline, 200);
}
