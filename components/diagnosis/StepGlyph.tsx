import { Check, KeyRound, Minus, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { StepMark, StepState } from '../../lib/kernel/step-mark.ts';
import { classes } from '../ui/classes.ts';

interface Look {
  readonly ground: string;
  /** Without an icon the number stands there. */
  readonly icon: LucideIcon | null;
}

const looks: Readonly<Record<StepState, Look>> = {
  waiting: { ground: 'border-line bg-transparent text-soft', icon: null },
  asking: { ground: 'border-accent bg-accent-soft text-accent animate-asking', icon: null },
  passed: { ground: 'border-transparent bg-ready-soft text-ready', icon: Check },
  stopped: { ground: 'border-broken bg-broken text-surface', icon: X },
  fault: { ground: 'border-broken bg-broken-soft text-broken', icon: X },
  warning: { ground: 'border-transparent bg-degraded-soft text-degraded', icon: TriangleAlert },
  'needs-sign-in': { ground: 'border-transparent bg-sign-in-soft text-sign-in', icon: KeyRound },
  'not-needed': { ground: 'border-transparent bg-transparent text-soft', icon: Minus },
  'not-reached': { ground: 'border-dashed border-edge bg-transparent text-soft', icon: null },
  'not-seen': { ground: 'border-dotted border-edge bg-well text-soft', icon: null },
};

/** The mark of one step: a circle whose sign, line and colour say the same. Its words stand beside it, or in a label. */
export function StepGlyph({ mark, size = 'normal' }: { readonly mark: StepMark; readonly size?: 'normal' | 'large' }) {
  const { ground, icon: Icon } = looks[mark.state];
  return (
    <span
      aria-hidden
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full border font-semibold transition-colors',
        size === 'large' ? 'size-7 text-sm' : 'size-[22px] text-xs',
        ground,
      )}
    >
      {Icon ? <Icon size={size === 'large' ? 16 : 13} strokeWidth={2.5} /> : mark.step}
    </span>
  );
}
