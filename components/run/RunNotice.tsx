import { say } from '../../lib/i18n/say.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Say } from '../ui/Say.tsx';
import { HostAnswers, HostList } from './HostQuestion.tsx';
import type { RunActions } from './run-model.ts';
import { commandOf, refusedWords, waitsForConnector, whyHostsWords } from './run-needs.ts';

/** What a run that is not simply going on or over wants the person to know: a question, or why it ended early. */
export function RunNotice({
  run,
  model,
  actions,
}: {
  readonly run: RunState;
  /** `declined`: the person has just said no. */
  readonly model: { readonly declined: boolean; readonly online: boolean };
  readonly actions: RunActions;
}) {
  if (run.phase === 'needs-permission') return <Question run={run} declined={model.declined} actions={actions} />;
  if (run.phase === 'interrupted') {
    return (
      <Notice
        title={say('This check ended early')}
        actions={
          <Button
            variant="primary"
            onClick={() => {
              actions.again(run);
            }}
          >
            {say('Go on')}
          </Button>
        }
      >
        {say(
          'The browser was closed, or put it to sleep. What had been seen by then is kept; to go on, everything is asked again.',
        )}
      </Notice>
    );
  }
  if (run.phase === 'cancelled') {
    return <Notice title={say('You ended this check')}>{say('What had been seen by then is kept.')}</Notice>;
  }
  if (run.phase !== 'complete' && !model.online) {
    return (
      <Notice tone="degraded" title={say('This browser is offline')} announce>
        {say(
          'What is asked now fails for that reason, and says nothing about the connector. Check again when the network is back.',
        )}
      </Notice>
    );
  }
  return null;
}

/** Why hosts are needed, which, and what is possible without. */
function Question({
  run,
  declined,
  actions,
}: {
  readonly run: RunState;
  readonly declined: boolean;
  readonly actions: RunActions;
}) {
  const isConnector = waitsForConnector(run);
  return (
    <Notice
      tone="sign-in"
      title={declined ? refusedWords(isConnector) : say('The check waits for your permission')}
      announce
      actions={<HostAnswers run={run} actions={actions} />}
    >
      <p className="max-w-prose">{whyHostsWords(isConnector, declined)}</p>
      {isConnector && declined && (
        <p>
          <Say
            text="The command line needs no permission: {command}"
            with={{ command: <Foreign text={commandOf(run)} mono /> }}
          />
        </p>
      )}
      <HostList run={run} />
    </Notice>
  );
}
