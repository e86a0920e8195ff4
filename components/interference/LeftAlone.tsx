import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Suspect } from '../../lib/kernel/evidence-browser.ts';
import { Choice } from '../ui/Choice.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { whyLeftAlone } from './left-alone.ts';
import { powersSentence } from './power-words.ts';
import { SuspectName } from './SuspectList.tsx';

/** Who may be left alone, as a choice. */
export function Exempt({
  suspects,
  exempt,
  onChange,
}: {
  readonly suspects: readonly Suspect[];
  readonly exempt: readonly string[];
  readonly onChange: (exempt: readonly string[]) => void;
}) {
  const switchable = switchableOf(suspects);
  if (switchable.length === 0) return null;
  const spared = switchable.filter(({ id }) => exempt.includes(id));
  return (
    <Disclosure summary={switchedWords(switchable.length - spared.length, spared.length)}>
      <fieldset className="m-0 mt-2 grid min-w-0 gap-x-6 gap-y-3 border-0 p-0 sm:grid-cols-2">
        <legend className="sr-only">{say('Switched by turns')}</legend>
        {switchable.map((suspect) => (
          <Choice
            key={suspect.id}
            label={<SuspectName suspect={suspect} />}
            hint={
              <>
                {powersSentence(suspect.powers)}
                {exempt.includes(suspect.id) && whyLeftAlone(suspect) !== null && (
                  <span className="block text-ink">{whyLeftAlone(suspect)}</span>
                )}
              </>
            }
            checked={!exempt.includes(suspect.id)}
            onChange={(isOn) => {
              onChange(isOn ? exempt.filter((id) => id !== suspect.id) : [...exempt, suspect.id]);
            }}
          />
        ))}
      </fieldset>
    </Disclosure>
  );
}

function switchedWords(switched: number, spared: number): string {
  return spared === 0
    ? sayCount(switched, {
        one: 'One extension is switched by turns: leave some alone',
        other: '{count} extensions are switched by turns: leave some alone',
      })
    : sayCount(
        switched,
        {
          one: 'One extension is switched by turns, {spared} left alone: choose which',
          other: '{count} extensions are switched by turns, {spared} left alone: choose which',
        },
        { spared },
      );
}

/** Those that the browser lets anybody switch. */
export function switchableOf(suspects: readonly Suspect[]): readonly Suspect[] {
  return suspects.filter(({ canSwitch }) => canSwitch);
}

/** What nobody may switch. */
export function Held({ suspects }: { readonly suspects: readonly Suspect[] }) {
  const held = suspects.filter(({ canSwitch }) => !canSwitch);
  if (held.length === 0) return null;
  return (
    <div className="grid gap-1">
      <p className="font-medium">{say('Never touched: your organization’s policy holds them')}</p>
      <ul className="m-0 grid list-disc gap-0.5 ps-4">
        {held.map((suspect) => (
          <li key={suspect.id}>
            <SuspectName suspect={suspect} />
          </li>
        ))}
      </ul>
    </div>
  );
}
