import { say, sayCount } from '../../lib/i18n/say.ts';
import type { ExtensionsSeen, Suspect } from '../../lib/kernel/evidence-browser.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import type { BrowserActions } from './browser-model.ts';
import { powersSentence } from './power-words.ts';

/** The extensions that may touch Claude’s page, the likeliest first. To be able to is no guilt. */
export function SuspectList({
  seen,
  actions,
}: {
  readonly seen: ExtensionsSeen;
  readonly actions: Pick<BrowserActions, 'fix'>;
}) {
  const { suspects, enabled } = seen;
  return (
    <section aria-labelledby="suspects-title" className="grid gap-2">
      <h2 id="suspects-title" className="text-lg font-semibold">
        {say('Extensions that may touch Claude')} <span className="font-normal text-soft">{suspects.length}</span>
      </h2>
      <p className="max-w-prose text-soft">
        {suspects.length === 0
          ? sayCount(enabled, {
              one: 'The one extension that is switched on may not touch Claude’s page.',
              other: 'Of {count} extensions that are switched on, none may touch Claude’s page.',
            })
          : say(
              'To be able to is no proof: only switching them off and on shows whether one of them stands in the way.',
            )}
      </p>
      {suspects.length > 0 && (
        <ul className="m-0 grid list-none divide-y divide-line rounded-md border border-line bg-surface p-0">
          {suspects.map((suspect) => (
            <li key={suspect.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-2">
              <div className="min-w-0 flex-1 basis-56">
                <SuspectName suspect={suspect} />
                <p className="text-xs text-soft">
                  {powersSentence(suspect.powers)}
                  {!suspect.canSwitch && ` ${say('Your organization’s policy holds it.')}`}
                </p>
              </div>
              <Button
                size="small"
                aria-label={say('Details of {name}', { name: plainLine(suspect.name, 80) })}
                onClick={() => {
                  actions.fix({ fix: 'extension-details', extensionId: suspect.id });
                }}
              >
                {say('Details')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** An extension’s name, as it gives it itself, and its version. */
export function SuspectName({ suspect: { name, version } }: { readonly suspect: Pick<Suspect, 'name' | 'version'> }) {
  return (
    <p>
      <Foreign text={plainLine(name, 120)} className="font-medium" />{' '}
      <Foreign text={plainLine(version, 40)} className="text-xs text-soft" />
    </p>
  );
}
