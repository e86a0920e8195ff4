import { StepRow } from '../diagnosis/StepRow.tsx';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { missingHosts, waitsForConnector } from './popup-runs.ts';
import type { RunSectionProps } from './popup-model.ts';

/** A run that waits for hosts which only the person can allow: why, which, and what is possible without. */
export function Waiting({ run, model, actions }: RunSectionProps) {
  const hosts = missingHosts(run);
  const isConnector = waitsForConnector(run);
  const [host] = hosts;
  return (
    <>
      {!isConnector && <StepRow marks={run.marks} />}
      {model.declined ? (
        <Notice
          tone="degraded"
          title={isConnector ? 'Without this permission nothing can be asked' : 'Not allowed'}
          announce
        >
          {isConnector ? (
            <p>
              The browser lets Connector Doctor ask only hosts that you allowed. The command line needs no permission:{' '}
              <Foreign text={`npx connector-doctor check ${run.url ?? 'URL'}`} mono />
            </p>
          ) : (
            <p>The check can go on without it, and will say what could not be seen.</p>
          )}
        </Notice>
      ) : (
        <p>
          {isConnector
            ? 'To ask this connector anything, the browser needs your permission. It is asked without your cookies.'
            : 'The connector sends people there to sign in. To look whether that works, the browser needs your permission for it as well.'}
        </p>
      )}
      {hosts.length > 1 && (
        <ul className="grid list-disc ps-4">
          {hosts.map((name) => (
            <li key={name}>
              <Foreign text={name} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
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
        {isConnector ? (
          <Button
            onClick={() => {
              actions.cancel(run);
            }}
          >
            Cancel
          </Button>
        ) : (
          <Button
            onClick={() => {
              actions.goOnWithout(run);
            }}
          >
            Go on without
          </Button>
        )}
      </div>
    </>
  );
}
