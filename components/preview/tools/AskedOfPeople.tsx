import { Check, CircleSlash, Hand, type LucideIcon } from 'lucide-react';
import { msg, say } from '../../../lib/i18n/say.ts';
import { Foreign } from '../../ui/Foreign.tsx';

/** What a person can choose for a group and for a tool; the names are those on Claude’s screen. */
const choices: readonly { readonly icon: LucideIcon; readonly name: string; readonly words: string }[] = [
  { icon: Check, name: 'Always allow', words: msg('Claude calls it without asking.') },
  { icon: Hand, name: 'Needs approval', words: msg('Claude asks before it calls it.') },
  { icon: CircleSlash, name: 'Blocked', words: msg('Claude cannot call it.') },
];

/** What people are asked about the tools of a connector. */
export function AskedOfPeople() {
  return (
    <div className="grid gap-2">
      <p>{say('In Claude, the tools stand in two groups, and a person chooses for each tool:')}</p>
      <ul className="m-0 grid list-none gap-2 p-0 @md:grid-cols-3">
        {choices.map(({ icon: Icon, name, words }) => (
          <li key={name} className="flex min-w-0 gap-2 rounded-md border border-line bg-surface p-2">
            <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-soft" />
            <span className="min-w-0">
              <span className="block font-medium">
                <Foreign text={name} />
              </span>
              <span className="block text-xs text-soft">{say(words)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
