import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { toneGround, type Tone } from './tone.ts';

/** A short word on a tinted ground, with its icon. */
export function Badge({
  tone,
  icon: Icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={classes(
        'inline-flex min-h-6 items-center gap-1 rounded-full border px-2 text-xs font-semibold',
        toneGround[tone],
      )}
    >
      {Icon && <Icon aria-hidden size={14} strokeWidth={2.5} className="shrink-0" />}
      {children}
    </span>
  );
}
