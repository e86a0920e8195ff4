import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Verdict } from '../../lib/kernel/report.ts';
import type { Tone } from '../ui/tone.ts';

/** A verdict on this browser: its colour, sign and words. */
export const browserVerdicts: Readonly<
  Record<Verdict, { readonly tone: Tone; readonly icon: LucideIcon; readonly words: string }>
> = {
  ready: { tone: 'ready', icon: CircleCheck, words: 'Nothing in the way' },
  'sign-in-needed': { tone: 'ready', icon: CircleCheck, words: 'Nothing in the way' },
  degraded: { tone: 'degraded', icon: TriangleAlert, words: 'Works in part' },
  broken: { tone: 'broken', icon: CircleAlert, words: 'Claude cannot work' },
  unknown: { tone: 'neutral', icon: CircleHelp, words: 'Could not be told' },
};
