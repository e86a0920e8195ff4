import type { RunState } from '../../lib/runs/run-state.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { missingHosts } from '../run/run-needs.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Link } from '../ui/Link.tsx';
import type { DoctorActions, DoctorModel } from './doctor-model.ts';
import { writeRoute } from './route.ts';

/** The page on which the one question of permission is asked: one sentence, one button; then the check goes on. */
export function AllowView({
  run,
  model,
  actions,
}: {
  /** Null when there is no such run (any more). */
  readonly run: RunState | null;
  readonly model: DoctorModel;
  readonly actions: DoctorActions;
}) {
  if (run === null) {
    return (
      <div className="grid max-w-xl gap-2">
        <h1 className="text-xl font-semibold">There is nothing to allow any more</h1>
        <p>
          That check is over or was deleted.{' '}
          <Link href={writeRoute({ kind: 'start', text: '' })}>Check a connector</Link>
        </p>
      </div>
    );
  }
  const hosts = missingHosts(run);
  return (
    <div className="grid max-w-xl gap-4">
      <h1 className="text-xl font-semibold">One permission is needed</h1>
      <p className="text-base">
        To check <Foreign text={plainLine(run.host ?? run.typed, 300)} className="font-semibold" />, Connector Doctor
        has to be allowed to ask {hosts.length > 1 ? 'these hosts' : 'it'}; it asks without your cookies.
      </p>
      {hosts.length > 1 && (
        <ul className="m-0 grid list-disc ps-4">
          {hosts.map((host) => (
            <li key={host}>
              <Foreign text={host} />
            </li>
          ))}
        </ul>
      )}
      {model.declined && (
        <p role="status">It was not allowed, so nothing can be asked. You can allow it now, or leave the check.</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            actions.allow(run);
          }}
        >
          Allow and check
        </Button>
        <Button
          onClick={() => {
            actions.cancel(run);
          }}
        >
          Leave the check
        </Button>
      </div>
    </div>
  );
}
