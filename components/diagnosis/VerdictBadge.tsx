import { CircleAlert, CircleCheck, CircleHelp, KeyRound, TriangleAlert, type LucideIcon } from 'lucide-react';
import { msg, say } from '../../lib/i18n/say.ts';
import type { Verdict } from '../../lib/kernel/report.ts';
import { Badge } from '../ui/Badge.tsx';
import type { Tone } from '../ui/tone.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  /** To be said where it is shown. */
  readonly words: string;
}

/** A verdict’s colour, sign and words; “ready” promises nothing about Anthropic’s own view. */
export const verdictLooks: Readonly<Record<Verdict, Look>> = {
  ready: { tone: 'ready', icon: CircleCheck, words: msg('Nothing wrong seen from here') },
  'sign-in-needed': { tone: 'sign-in', icon: KeyRound, words: msg('Sign-in needed') },
  degraded: { tone: 'degraded', icon: TriangleAlert, words: msg('Works in part') },
  broken: { tone: 'broken', icon: CircleAlert, words: msg('Broken') },
  unknown: { tone: 'neutral', icon: CircleHelp, words: msg('Could not be checked') },
};

/** The verdict of a run, as a badge. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { tone, icon, words } = verdictLooks[verdict];
  return (
    <Badge tone={tone} icon={icon}>
      {say(words)}
    </Badge>
  );
}
