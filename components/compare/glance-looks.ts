import { CircleCheck, Dot, TriangleAlert, type LucideIcon } from 'lucide-react';
import { msg } from '../../lib/i18n/say.ts';
import type { GlanceLine } from '../../lib/report/compare/glance.ts';
import type { Tone } from '../ui/tone.ts';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  /** What the sign means, for those who do not see it; to be said where it is shown. */
  readonly name: string | null;
}

/** How a line of the glance looks. */
export const glanceLooks: Readonly<Record<GlanceLine['tone'], Look>> = {
  worse: { icon: TriangleAlert, tone: 'broken', name: msg('Worse:') },
  better: { icon: CircleCheck, tone: 'ready', name: msg('Better:') },
  plain: { icon: Dot, tone: 'neutral', name: null },
};
