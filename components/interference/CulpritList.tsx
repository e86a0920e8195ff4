import { saidValue, say } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import { blockingExtensions, type BlockingExtension } from '../../lib/standards/blocking-extensions.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { culpritsOf } from './culprit-words.ts';
import { Say } from '../ui/Say.tsx';
import type { BrowserActions } from './browser-model.ts';

/** Whom the search has named: what it keeps from Claude, how to keep it and still use Claude, and the way to switch it off. */
export function CulpritList({ bisect, actions }: { readonly bisect: BisectState; readonly actions: BrowserActions }) {
  const culprits = culpritsOf(bisect);
  if (culprits.length === 0) return null;
  const what = plainLine(saidValue('symptom', bisect.symptom.words), 300);
  return (
    <>
      <p className="max-w-prose">
        {bisect.symptom.kind === 'request'
          ? say('What is kept from Claude: {what}.', { what })
          : say('What shows it: {what}.', { what })}
      </p>
      <ul className="m-0 grid list-none gap-4 p-0">
        {culprits.map(({ id, name }) => (
          <li key={id} className="grid gap-2 border-s-2 border-line ps-4">
            <h3 className="font-semibold">
              <Say text="Keep {name} and use Claude" with={{ name: <Foreign text={plainLine(name, 80)} /> }} />
            </h3>
            <Steps known={knownAs(bisect, id)} symptom={bisect.symptom} />
            <div className="flex flex-wrap gap-2">
              <Button
                className="min-w-0 wrap-anywhere"
                onClick={() => {
                  actions.fix({ fix: 'extension-details', extensionId: id });
                }}
              >
                {say('Open {name}’s page, to switch it off', { name: plainLine(name, 40) })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How to let Claude through: as the product says it, or in general. */
function Steps({
  known,
  symptom,
}: {
  readonly known: BlockingExtension | null;
  readonly symptom: BisectState['symptom'];
}) {
  return (
    <>
      <ol className="m-0 grid max-w-prose list-decimal gap-0.5 ps-5">
        {(known?.steps.map((step) => saidValue('steps', step)) ?? usualSteps(symptom)).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {known?.source && (
        <p className="text-xs text-soft">
          <Say
            text="As its makers describe it: {link}, read {date}."
            with={{
              link: <ExternalLink href={known.source.url}>{hostOf(known.source.url)}</ExternalLink>,
              date: known.source.readAt,
            }}
          />
        </p>
      )}
    </>
  );
}

function usualSteps(symptom: BisectState['symptom']): readonly string[] {
  return [
    say('Open the tab with Claude, then click this extension’s icon in the toolbar.'),
    say(
      'Look for a switch that turns it off on this site, or for a list of allowed sites, and add claude.ai and anthropic.com.',
    ),
    isOfThePage(symptom)
      ? say('Without such a switch: open its page, and under “Site access” keep it off claude.ai, or switch it off.')
      : say('Without such a switch: switch it off.'),
  ];
}

/** What is done to the page itself ends where an extension is kept off it; what rules do to requests goes on. */
function isOfThePage(symptom: BisectState['symptom']): boolean {
  return symptom.kind === 'page' && symptom.codes.every((code) => ofThePage.includes(code));
}

const ofThePage: readonly string[] = ['client.page-elements-hidden', 'client.page-script-patched'];

function knownAs({ suspects }: BisectState, id: string): BlockingExtension | null {
  const known = suspects.find((each) => each.id === id)?.known ?? null;
  return blockingExtensions.find((each) => each.id === known) ?? null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
