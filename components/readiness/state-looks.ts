import { Circle, CircleAlert, CircleCheck, type LucideIcon } from 'lucide-react';
import { msg } from '../../lib/i18n/say.ts';
import type { ReadinessState, RequirementGroup } from '../../lib/preview/readiness/readiness-shape.ts';
import type { Tone } from '../ui/tone.ts';

/** The sign, the colour and the word of each state. */
export const stateLooks: Readonly<
  Record<ReadinessState, { readonly icon: LucideIcon; readonly tone: Tone; readonly words: string }>
> = {
  unmet: { icon: CircleAlert, tone: 'broken', words: msg('Not met') },
  confirm: { icon: Circle, tone: 'neutral', words: msg('For you to confirm') },
  met: { icon: CircleCheck, tone: 'ready', words: msg('Met') },
};

/** What each group of requirements is about. */
export const requirementGroupWords: Readonly<Record<RequirementGroup, string>> = {
  server: msg('The server'),
  tools: msg('The tools'),
  listing: msg('The listing'),
  review: msg('The review'),
  policy: msg('The directory’s policy'),
};
