import { CircleAlert, CircleCheck, Info, KeyRound, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { toneGround, toneText, type Tone } from './tone.ts';

const icons: Readonly<Record<Tone, LucideIcon>> = {
  neutral: Info,
  ready: CircleCheck,
  'sign-in': KeyRound,
  degraded: TriangleAlert,
  broken: CircleAlert,
};

/**
 * Something that a person should know here and now: what it is, what it means, what to do. `announce` when it appears by itself, so
 * that screen readers say it.
 */
export function Notice({
  tone = 'neutral',
  title,
  announce = false,
  actions,
  children,
}: {
  readonly tone?: Tone;
  readonly title: string;
  readonly announce?: boolean;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div
      role={announce ? 'status' : undefined}
      className={classes('flex gap-2 rounded-md border p-3', toneGround[tone])}
    >
      <Icon aria-hidden size={16} className={classes('mt-0.5 shrink-0', toneText[tone])} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-semibold">{title}</p>
        {children !== undefined && <div className="grid gap-1 text-ink">{children}</div>}
        {actions !== undefined && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
