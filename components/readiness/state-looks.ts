import { Circle, CircleAlert, CircleCheck, type LucideIcon } from 'lucide-react';
import type { ReadinessState } from '../../lib/preview/readiness/readiness-shape.ts';
import type { Tone } from '../ui/tone.ts';

/** The sign and the colour of each state; its words are `stateTitles`. */
export const stateLooks: Readonly<Record<ReadinessState, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  unmet: { icon: CircleAlert, tone: 'broken' },
  confirm: { icon: Circle, tone: 'neutral' },
  met: { icon: CircleCheck, tone: 'ready' },
};
