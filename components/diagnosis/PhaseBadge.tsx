import { CirclePause, CircleSlash, Hand, Stethoscope, type LucideIcon } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { Badge } from '../ui/Badge.tsx';
import { VerdictBadge } from './VerdictBadge.tsx';

/** Where a run stands: its verdict once it has one, else its phase. */
export function PhaseBadge({ run }: { readonly run: RunState }) {
  if (run.phase === 'complete' && run.outcome) return <VerdictBadge verdict={run.outcome.verdict} />;
  const { icon, words } = phaseLook(run);
  return (
    <Badge tone="neutral" icon={icon}>
      {words}
    </Badge>
  );
}

function phaseLook(run: RunState): { readonly icon: LucideIcon; readonly words: string } {
  if (run.phase === 'needs-permission') return { icon: Hand, words: say('Waits for you') };
  if (run.phase === 'cancelled') return { icon: CircleSlash, words: say('Cancelled') };
  if (isOver(run)) return { icon: CirclePause, words: say('Interrupted') };
  return { icon: Stethoscope, words: say('Looking') };
}
