import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { msg } from '../../lib/i18n/say.ts';
import type { Severity } from '../../lib/kernel/finding.ts';
import type { Tone } from '../ui/tone.ts';

/** A severity’s sign, colour and word. */
export const severityLooks: Readonly<
  Record<Severity, { readonly icon: LucideIcon; readonly tone: Tone; readonly words: string }>
> = {
  blocker: { icon: CircleAlert, tone: 'broken', words: msg('Blocker') },
  problem: { icon: CircleAlert, tone: 'broken', words: msg('Problem') },
  warning: { icon: TriangleAlert, tone: 'degraded', words: msg('Warning') },
  note: { icon: Info, tone: 'neutral', words: msg('Note') },
};
