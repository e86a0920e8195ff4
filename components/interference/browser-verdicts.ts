import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert, type LucideIcon } from 'lucide-react';
import { msg } from '../../lib/i18n/say.ts';
import type { Verdict } from '../../lib/kernel/report.ts';
import type { Tone } from '../ui/tone.ts';
import type { Standing } from './standing.ts';

/** What a look comes to, as a badge: its colour, sign and words. */
export interface VerdictLook {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  /** To be said where it is shown. */
  readonly words: string;
}

/** How a verdict on this browser is shown; `standing` where more is known than the verdict says. */
export function verdictLook(verdict: Verdict, standing: Standing = 'plain'): VerdictLook {
  return standing === 'plain' ? browserVerdicts[verdict] : standings[standing];
}

const browserVerdicts: Readonly<Record<Verdict, VerdictLook>> = {
  ready: { tone: 'ready', icon: CircleCheck, words: msg('Nothing in the way') },
  'sign-in-needed': { tone: 'ready', icon: CircleCheck, words: msg('Nothing in the way') },
  degraded: { tone: 'degraded', icon: TriangleAlert, words: msg('Works in part') },
  broken: { tone: 'broken', icon: CircleAlert, words: msg('Claude cannot work') },
  unknown: { tone: 'neutral', icon: CircleHelp, words: msg('Not clear yet') },
};

const standings: Readonly<Record<Exclude<Standing, 'plain'>, VerdictLook>> = {
  'no-page': { tone: 'neutral', icon: CircleHelp, words: msg('Claude’s page not looked at') },
  past: { tone: 'degraded', icon: TriangleAlert, words: msg('Works after a reload') },
  incident: { tone: 'degraded', icon: TriangleAlert, words: msg('Trouble at Claude') },
};
