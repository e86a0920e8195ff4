import type { RunState } from '../../lib/runs/run-state.ts';
import { missingHosts, waitsForConnector } from '../popup/popup-runs.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { RunActions } from './run-model.ts';

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
        title="This check ended early"
        actions={
          <Button
            variant="primary"
            onClick={() => {
              actions.again(run);
            }}
          >
            Go on
          </Button>
        }
      >
        The browser was closed, or put it to sleep. What had been seen by then is kept; to go on, everything is asked
        again.
      </Notice>
    );
  }
  if (run.phase === 'cancelled') {
    return <Notice title="You ended this check">What had been seen by then is kept.</Notice>;
  }
  if (run.phase !== 'complete' && !model.online) {
    return (
      <Notice tone="degraded" title="This browser is offline" announce>
        What is asked now fails for that reason, and says nothing about the connector. Check again when the network is
        back.
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
  const hosts = missingHosts(run);
  const isConnector = waitsForConnector(run);
  const [host] = hosts;
  return (
    <Notice
      tone="sign-in"
      title={declined ? 'Not allowed' : 'The check waits for your permission'}
      announce
      actions={
        <>
          <Button
            variant="primary"
            onClick={() => {
              actions.allow(run);
            }}
          >
            {hosts.length === 1 && host !== undefined ? (
              <span>
                Allow <Foreign text={host} />
              </span>
            ) : (
              `Allow these ${hosts.length} hosts`
            )}
          </Button>
          <Button
            onClick={() => {
              if (isConnector) actions.cancel(run);
              else actions.goOnWithout(run);
            }}
          >
            {isConnector ? 'Cancel' : 'Go on without'}
          </Button>
        </>
      }
    >
      <p className="max-w-prose">{whyWords(isConnector, declined)}</p>
      {isConnector && declined && (
        <p>
          The command line needs no permission: <Foreign text={`npx connector-doctor check ${run.url ?? 'URL'}`} mono />
        </p>
      )}
      {hosts.length > 1 && (
        <ul className="m-0 grid list-disc ps-4">
          {hosts.map((name) => (
            <li key={name}>
              <Foreign text={name} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function whyWords(isConnector: boolean, declined: boolean): string {
  if (isConnector && declined) {
    return 'The browser lets Connector Doctor ask only hosts that you allowed, so without this nothing can be asked.';
  }
  if (declined) return 'The check can go on without it, and will say what could not be seen.';
  return isConnector
    ? 'To ask this connector anything, the browser needs your permission. It is asked without your cookies.'
    : 'The connector sends people there to sign in. To look whether that works, the browser needs your permission for it as well.';
}
