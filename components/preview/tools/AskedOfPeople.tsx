import { Check, CircleSlash, Hand, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../../lib/i18n/say.ts';
import { Foreign } from '../../ui/Foreign.tsx';

/** What people are asked about the tools of a connector; the choices are named as on Claude’s screen. */
export function AskedOfPeople() {
  return (
    <div className="grid gap-2">
      <p>{say('In Claude, the tools stand in two groups, and a person chooses for each tool:')}</p>
      <ul className="m-0 grid list-none gap-2 p-0 @md:grid-cols-3">
        <Answer icon={Check} name={<Foreign text="Always allow" />} words={say('Claude calls it without asking.')} />
        <Answer icon={Hand} name={<Foreign text="Needs approval" />} words={say('Claude asks before it calls it.')} />
        <Answer icon={CircleSlash} name={<Foreign text="Blocked" />} words={say('Claude cannot call it.')} />
      </ul>
    </div>
  );
}

function Answer({
  icon: Icon,
  name,
  words,
}: {
  readonly icon: LucideIcon;
  readonly name: ReactNode;
  readonly words: string;
}) {
  return (
    <li className="flex min-w-0 gap-2 rounded-md border border-line bg-surface p-2">
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-soft" />
      <span className="min-w-0">
        <span className="block font-medium">{name}</span>
        <span className="block text-xs text-soft">{words}</span>
      </span>
    </li>
  );
}
