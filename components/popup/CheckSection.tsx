import { say } from '../../lib/i18n/say.ts';
import { useState } from 'react';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { ChoiceFields } from '../diagnosis/ChoiceFields.tsx';
import { ConnectorField } from '../diagnosis/ConnectorField.tsx';
import { readingOf } from '../diagnosis/typed-reading.ts';
import { verdictLooks } from '../diagnosis/VerdictBadge.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { classes } from '../ui/classes.ts';
import { toneText } from '../ui/tone.ts';
import type { PopupActions, PopupModel } from './popup-model.ts';

/** The field for a connector, with the ones that were checked last. */
export function CheckSection({ model, actions }: { readonly model: PopupModel; readonly actions: PopupActions }) {
  const [text, setText] = useState('');
  const { run, recent, sight, choices, resolver } = model;
  const isFirst = run === null && recent.length === 0;
  // Something above already leads.
  const { exam, bisect } = model.browser;
  const isAlone = run === null && exam === null && bisect === null;
  const isLeading = isAlone && sight?.kind !== 'seen' && sight?.kind !== 'not-allowed';
  return (
    <section aria-label={say('Check a connector')} className="grid gap-3 p-4">
      {isFirst && !model.onClaude && <FirstRun />}
      <ConnectorField
        value={text}
        local={choices.local}
        label={run === null && sight?.kind !== 'seen' ? say('The connector’s address') : say('Check another connector')}
        primary={isLeading}
        autoFocus={isLeading && !model.onClaude}
        onChange={setText}
        onCheck={(typed) => {
          actions.check(typed, null);
          // What was understood stands with the check from now on.
          if (readingOf(typed, choices).kind === 'connector') setText('');
        }}
      />
      {text !== '' && (
        <Disclosure summary={say('More ways to look')}>
          <div className="py-1">
            <ChoiceFields choices={choices} resolver={resolver} onChange={actions.choose} />
          </div>
        </Disclosure>
      )}
      {recent.length > 0 && <Recent runs={recent} onPick={actions.pick} />}
    </section>
  );
}

function FirstRun() {
  return (
    <div className="grid gap-1">
      <h2 className="text-base font-semibold">{say('Why does the connector not work?')}</h2>
      <p>
        {say(
          'Type or paste its address. It is asked what Claude asks, in the same order, and you see where Claude stops.',
        )}
      </p>
      <p>{say('Requests go to the connector and its sign-in service alone, and nothing is changed there.')}</p>
      <p className="text-soft">{say('A configuration or a “claude mcp add” command can be pasted as well.')}</p>
    </div>
  );
}

function Recent({ runs, onPick }: { readonly runs: readonly RunState[]; readonly onPick: (run: RunState) => void }) {
  return (
    <div className="grid gap-1">
      <h2 className="text-xs text-soft">{say('Checked before')}</h2>
      <ul className="-mx-2 grid">
        {runs.map((run) => (
          <li key={run.id}>
            <RecentRun run={run} onPick={onPick} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function RecentRun({ run, onPick }: { readonly run: RunState; readonly onPick: (run: RunState) => void }) {
  const look = verdictLooks[run.phase === 'complete' ? (run.outcome?.verdict ?? 'unknown') : 'unknown'];
  const words = run.phase === 'complete' ? say(look.words) : isOver(run) ? say('Not finished') : say('Under way');
  const Icon = look.icon;
  return (
    <button
      type="button"
      className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-start hover:bg-well"
      title={run.url ?? run.typed}
      onClick={() => {
        onPick(run);
      }}
    >
      <Icon aria-hidden size={16} className={classes('shrink-0', toneText[look.tone])} />
      <span className="min-w-0 flex-1 truncate">
        <Foreign text={run.host ?? run.typed} />
      </span>
      <span className="shrink-0 text-xs text-soft">{words}</span>
    </button>
  );
}
