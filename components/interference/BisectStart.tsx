import { useState } from 'react';
import { observedIn } from '../../lib/interference/observed-in-report.ts';
import { symptomOf } from '../../lib/interference/symptom.ts';
import type { Suspect } from '../../lib/kernel/evidence-browser.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { counted } from './bisect-words.ts';
import { seenIn } from './browser-evidence.ts';
import { leftAloneByDefault, whyLeftAlone } from './left-alone.ts';
import type { BrowserActions, BrowserModel } from './browser-model.ts';
import { powersSentence } from './power-words.ts';
import { SuspectName } from './SuspectList.tsx';

/** Before the search begins: what will happen, who is left alone, and the click. */
export function BisectStart({
  report,
  model,
  actions,
  onLeave,
}: {
  /** What the look has found; null when there was none. */
  readonly report: Report | null;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
  readonly onLeave: () => void;
}) {
  const seen = report === null ? null : seenIn(report, 'extensions');
  // Without a look there will be one first.
  const isBlind = report !== null && symptomOf(observedIn(report)) === null;
  const [chosen, setExempt] = useState<readonly string[] | null>(null);
  const exempt =
    chosen ?? (seen === null || report === null ? [] : leftAloneByDefault(switchableOf(seen.suspects), report));
  const [askPerson, setAskPerson] = useState(false);
  return (
    <section aria-labelledby="find-title" className="grid gap-4 rounded-md border border-line bg-surface p-5">
      <h2 id="find-title" className="text-lg font-semibold">
        Find the extension
      </h2>
      {model.family === 'firefox' ? (
        <GuidedWords isAsked={seen === null} />
      ) : (
        <AutomaticWords isAsked={seen === null} />
      )}
      {seen === null && (
        <p className="max-w-prose">
          Which extensions that will be is not known yet. List them first, to see them and to leave some out: a VPN, a
          proxy or what protects you would be switched off with the others.
        </p>
      )}
      {isBlind && (
        <p className="max-w-prose">
          No look of ours shows what fails here, so after each step you are asked to try Claude and say whether it
          works.
        </p>
      )}
      {model.declined && (
        <Notice tone="degraded" title="The search cannot begin without that permission" announce>
          The browser calls it “{managementWords[model.family]}”. It can be given back in the options afterwards.
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {seen === null && (
          <Button
            variant="primary"
            onClick={() => {
              actions.examine({ extensions: true });
            }}
          >
            List the extensions first
          </Button>
        )}
        <Button
          variant={seen === null ? 'secondary' : 'primary'}
          onClick={() => {
            actions.search({ exempt, askPerson: askPerson || isBlind });
          }}
        >
          Begin the search
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          Not now
        </Button>
      </div>
      {!isBlind && (
        <Choice
          label="Ask me after each step whether Claude works"
          hint="For trouble that “Check this browser” does not find."
          checked={askPerson}
          onChange={setAskPerson}
        />
      )}
      {seen !== null && <Exempt suspects={seen.suspects} exempt={exempt} onChange={setExempt} />}
      {seen !== null && <Held suspects={seen.suspects} />}
    </section>
  );
}

/** As the browsers themselves call the permission. */
const managementWords = {
  chromium: 'manage your apps, extensions and themes',
  firefox: 'monitor extension usage and manage themes',
} as const;

/** What the browser asks first, before the person meets its question. */
function AskedFirst({ family }: { readonly family: keyof typeof managementWords }) {
  return (
    <li>
      The browser asks you first whether Connector Doctor may “{managementWords[family]}”. That is what lets it{' '}
      {family === 'firefox' ? 'see which are on' : 'switch them'}; you can take it back in the options.
    </li>
  );
}

function AutomaticWords({ isAsked }: { readonly isAsked: boolean }) {
  return (
    <ul className="m-0 grid max-w-prose list-disc gap-1 ps-4">
      {isAsked && <AskedFirst family="chromium" />}
      <li>
        Extensions that may touch Claude are switched off and on by turns: mostly for about a minute, and where you are
        asked whether Claude works, until you answer. Other sites do without them meanwhile, and some of them lose what
        they had not saved when they start again.
      </li>
      <TabWords isGuided={false} />
      <li>
        Everything is put back at the end, and when you stop. If the browser is closed in the middle, it is put back at
        its next start.
      </li>
      <li>Do not remove Connector Doctor in the middle: what is off then would stay off until you switch it on.</li>
    </ul>
  );
}

function TabWords({ isGuided }: { readonly isGuided: boolean }) {
  return (
    <li>
      The tab with Claude is loaded anew where that is needed: what you typed there and did not send is lost. Stay on
      Claude in it: when it shows another site, the search ends{' '}
      {isGuided ? 'and you are told what to switch back' : 'and puts everything back'}, and that site is not loaded
      anew.
    </li>
  );
}

function GuidedWords({ isAsked }: { readonly isAsked: boolean }) {
  return (
    <>
      <ul className="m-0 grid max-w-prose list-disc gap-1 ps-4">
        {isAsked && <AskedFirst family="firefox" />}
        <li>
          Firefox lets only you switch extensions. You are told which ones to switch off and on; open the list of them
          with Ctrl+Shift+A (on a Mac: ⌘+Shift+A). Connector Doctor sees when you have, looks, and goes on.
        </li>
        <TabWords isGuided />
        <li>At the end, and when you stop, you are told what to switch back.</li>
      </ul>
      <p className="max-w-prose text-soft">
        Quicker, but it names nobody: in the menu, Help &gt; Troubleshoot Mode starts Firefox without any extension. If
        Claude works there, it is one of them.
      </p>
    </>
  );
}

/** Who may be left alone. */
function Exempt({
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
  const searched = counted(switchable.length - spared.length);
  const are = switchable.length - spared.length === 1 ? 'is' : 'are';
  return (
    <Disclosure
      summary={
        <>
          {searched.charAt(0).toUpperCase() + searched.slice(1)} {are} switched by turns
          {spared.length === 0 ? ': leave some alone' : `, ${spared.length} left alone: choose which`}
        </>
      }
    >
      <fieldset className="m-0 mt-2 grid min-w-0 gap-x-6 gap-y-3 border-0 p-0 sm:grid-cols-2">
        <legend className="sr-only">Switched by turns</legend>
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

function switchableOf(suspects: readonly Suspect[]): readonly Suspect[] {
  return suspects.filter(({ canSwitch }) => canSwitch);
}

/** What nobody may switch. */
function Held({ suspects }: { readonly suspects: readonly Suspect[] }) {
  const held = suspects.filter(({ canSwitch }) => !canSwitch);
  if (held.length === 0) return null;
  return (
    <div className="grid gap-1">
      <p className="font-medium">Never touched: your organization’s policy holds them</p>
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
