import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Severity } from '../../lib/kernel/finding.ts';
import type { Tone } from '../ui/tone.ts';

/** A severity’s sign, colour and word. */
export const severityLooks: Readonly<
  Record<Severity, { readonly icon: LucideIcon; readonly tone: Tone; readonly words: string }>
> = {
  blocker: { icon: CircleAlert, tone: 'broken', words: 'Blocker' },
  problem: { icon: CircleAlert, tone: 'broken', words: 'Problem' },
  warning: { icon: TriangleAlert, tone: 'degraded', words: 'Warning' },
  note: { icon: Info, tone: 'neutral', words: 'Note' },
};
