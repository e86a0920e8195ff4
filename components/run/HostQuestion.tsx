import { say } from '../../lib/i18n/say.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Say } from '../ui/Say.tsx';
import type { RunActions } from './run-model.ts';
import { missingHosts, waitsForConnector } from './run-needs.ts';

/** The answers to a run that waits for hosts: yes, or what is possible without them. */
export function HostAnswers({
  run,
  actions,
}: {
  readonly run: RunState;
  readonly actions: Pick<RunActions, 'allow' | 'cancel' | 'goOnWithout'>;
}) {
  const hosts = missingHosts(run);
  const [host] = hosts;
  const isConnector = waitsForConnector(run);
  return (
    <>
      <Button
        variant="primary"
        onClick={() => {
          actions.allow(run);
        }}
      >
        {hosts.length === 1 && host !== undefined ? (
          <span>
            <Say text="Allow {host}" with={{ host: <Foreign text={host} /> }} />
          </span>
        ) : (
          say('Allow these {count} hosts', { count: hosts.length })
        )}
      </Button>
      <Button
        onClick={() => {
          if (isConnector) actions.cancel(run);
          else actions.goOnWithout(run);
        }}
      >
        {isConnector ? say('Cancel') : say('Go on without')}
      </Button>
    </>
  );
}

/** Which hosts they are; a single one stands in the button already. */
export function HostList({ run }: { readonly run: RunState }) {
  const hosts = missingHosts(run);
  if (hosts.length < 2) return null;
  return (
    <ul className="m-0 grid list-disc ps-4">
      {hosts.map((name) => (
        <li key={name}>
          <Foreign text={name} />
        </li>
      ))}
    </ul>
  );
}
