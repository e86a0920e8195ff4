import { msg, say } from '../../lib/i18n/say.ts';
import { useState } from 'react';
import { observedIn } from '../../lib/interference/observed-in-report.ts';
import { symptomOf } from '../../lib/interference/symptom.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Notice } from '../ui/Notice.tsx';
import { seenIn } from './browser-evidence.ts';
import { leftAloneByDefault } from './left-alone.ts';
import { Exempt, Held, switchableOf } from './LeftAlone.tsx';
import type { BrowserActions, BrowserModel } from './browser-model.ts';

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
        {say('Find the extension')}
      </h2>
      {model.family === 'firefox' ? (
        <GuidedWords isAsked={seen === null} />
      ) : (
        <AutomaticWords isAsked={seen === null} />
      )}
      {seen === null && (
        <p className="max-w-prose">
          {say(
            'Which extensions that will be is not known yet. List them first, to see them and to leave some out: a VPN, a proxy or what protects you would be switched off with the others.',
          )}
        </p>
      )}
      {isBlind && (
        <p className="max-w-prose">
          {say(
            'No look of ours shows what fails here, so after each step you are asked to try Claude and say whether it works.',
          )}
        </p>
      )}
      {model.declined && (
        <Notice tone="degraded" title={say('The search cannot begin without that permission')} announce>
          {say('The browser calls it “{permission}”. It can be given back in the options afterwards.', {
            permission: say(managementWords[model.family]),
          })}
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
            {say('List the extensions first')}
          </Button>
        )}
        <Button
          variant={seen === null ? 'secondary' : 'primary'}
          onClick={() => {
            actions.search({ exempt, askPerson: askPerson || isBlind });
          }}
        >
          {say('Begin the search')}
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          {say('Not now')}
        </Button>
      </div>
      {!isBlind && (
        <Choice
          label={say('Ask me after each step whether Claude works')}
          hint={say('For trouble that “Check this browser” does not find.')}
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
  chromium: msg('manage your apps, extensions and themes'),
  firefox: msg('monitor extension usage and manage themes'),
} as const;

/** What the browser asks first, before the person meets its question. */
function AskedFirst({ family }: { readonly family: keyof typeof managementWords }) {
  const permission = say(managementWords[family]);
  return (
    <li>
      {family === 'firefox'
        ? say(
            'The browser asks you first whether Connector Doctor may “{permission}”. That is what lets it see which are on; you can take it back in the options.',
            { permission },
          )
        : say(
            'The browser asks you first whether Connector Doctor may “{permission}”. That is what lets it switch them; you can take it back in the options.',
            { permission },
          )}
    </li>
  );
}

function AutomaticWords({ isAsked }: { readonly isAsked: boolean }) {
  return (
    <ul className="m-0 grid max-w-prose list-disc gap-1 ps-4">
      {isAsked && <AskedFirst family="chromium" />}
      <li>
        {say(
          'Extensions that may touch Claude are switched off and on by turns: mostly for about a minute, and where you are asked whether Claude works, until you answer. Other sites do without them meanwhile, and some of them lose what they had not saved when they start again.',
        )}
      </li>
      <TabWords isGuided={false} />
      <li>
        {say(
          'Everything is put back at the end, and when you stop. If the browser is closed in the middle, it is put back at its next start.',
        )}
      </li>
      <li>
        {say('Do not remove Connector Doctor in the middle: what is off then would stay off until you switch it on.')}
      </li>
    </ul>
  );
}

function TabWords({ isGuided }: { readonly isGuided: boolean }) {
  return (
    <li>
      {say('The tab with Claude is loaded anew where that is needed: what you typed there and did not send is lost.')}{' '}
      {isGuided
        ? say(
            'Stay on Claude in it: when it shows another site, the search ends and you are told what to switch back, and that site is not loaded anew.',
          )
        : say(
            'Stay on Claude in it: when it shows another site, the search ends and puts everything back, and that site is not loaded anew.',
          )}
    </li>
  );
}

function GuidedWords({ isAsked }: { readonly isAsked: boolean }) {
  return (
    <>
      <ul className="m-0 grid max-w-prose list-disc gap-1 ps-4">
        {isAsked && <AskedFirst family="firefox" />}
        <li>
          {say(
            'Firefox lets only you switch extensions. You are told which ones to switch off and on; open the list of them with Ctrl+Shift+A (on a Mac: ⌘+Shift+A). Connector Doctor sees when you have, looks, and goes on.',
          )}
        </li>
        <TabWords isGuided />
        <li>{say('At the end, and when you stop, you are told what to switch back.')}</li>
      </ul>
      <p className="max-w-prose text-soft">
        {say(
          'Quicker, but it names nobody: in the menu, Help > Troubleshoot Mode starts Firefox without any extension. If Claude works there, it is one of them.',
        )}
      </p>
    </>
  );
}
