import { Check, CircleHelp, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { toneText, type Tone } from '../ui/tone.ts';
import type { OutcomeWords } from './look-words.ts';

const signs: Readonly<Record<Tone, LucideIcon>> = {
  neutral: Info,
  ready: Check,
  'sign-in': CircleHelp,
  degraded: TriangleAlert,
  broken: X,
};

/** What became of a request, with its sign, and the browser’s own word under it. */
export function OutcomeSign({ outcome: { tone, words, said } }: { readonly outcome: OutcomeWords }) {
  const Icon = signs[tone];
  return (
    <div className="flex items-start gap-1.5">
      <Icon aria-hidden size={16} strokeWidth={2.5} className={classes('mt-0.5 shrink-0', toneText[tone])} />
      <div className="min-w-0">
        <p>{words}</p>
        {said !== null && said !== '' && (
          <p className="text-xs text-soft">
            <Foreign text={said} mono />
          </p>
        )}
      </div>
    </div>
  );
}
