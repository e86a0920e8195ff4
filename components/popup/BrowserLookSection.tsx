import { CircleHelp, Check, X, type LucideIcon } from 'lucide-react';
import type { HostCheck } from '../../lib/page/browser-check.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { classes } from '../ui/classes.ts';
import { toneText, type Tone } from '../ui/tone.ts';
import type { BrowserLook } from './popup-model.ts';

/** What the look at this browser has found. */
export function BrowserLookSection({
  look,
  onAllow,
}: {
  readonly look: BrowserLook;
  /** Called in the click itself with the hosts that were not asked; null where that is not possible. */
  readonly onAllow: ((hosts: readonly string[]) => void) | null;
}) {
  if (look.kind === 'not-asked') return null;
  if (look.kind === 'looking') {
    return (
      <p role="status" className="text-soft">
        Asking Claude’s own addresses from this browser…
      </p>
    );
  }
  if (look.kind === 'problem') return <Notice tone="degraded" title={look.words} announce />;
  const { check } = look;
  const left = check.hosts.filter(({ outcome }) => outcome.kind === 'not-allowed').map(({ host }) => host);
  return (
    <div role="status" className="grid gap-2">
      <h3 className="font-semibold">This browser</h3>
      <p>{check.words}</p>
      {check.online && (
        <ul className="grid gap-1">
          {check.hosts.map((host) => (
            <HostRow key={host.host} check={host} />
          ))}
        </ul>
      )}
      {check.online && left.length > 0 && onAllow && (
        <Button
          className="justify-self-start"
          onClick={() => {
            onAllow(left);
          }}
        >
          Allow {left.length === 1 ? 'this host' : `these ${left.length} hosts`} and look again
        </Button>
      )}
    </div>
  );
}

function HostRow({ check }: { readonly check: HostCheck }) {
  const { tone, icon: Icon, words } = lookOf(check);
  return (
    <li className="flex items-start gap-2 text-xs">
      <Icon aria-hidden size={14} strokeWidth={2.5} className={classes('mt-px shrink-0', toneText[tone])} />
      <span className="min-w-0">
        <Foreign text={check.host} className="font-medium" /> <span className="text-soft">({check.purpose})</span>:{' '}
        {words}
      </span>
    </li>
  );
}

function lookOf({ outcome }: HostCheck): { readonly tone: Tone; readonly icon: LucideIcon; readonly words: string } {
  if (outcome.kind === 'reached') return { tone: 'ready', icon: Check, words: 'reached' };
  if (outcome.kind === 'not-allowed')
    return { tone: 'neutral', icon: CircleHelp, words: 'not asked, without your permission' };
  return { tone: 'broken', icon: X, words: outcome.detail === '' ? 'not reached' : `not reached (${outcome.detail})` };
}
