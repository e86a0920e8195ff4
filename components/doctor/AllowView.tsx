import { say } from '../../lib/i18n/say.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { missingHosts } from '../run/run-needs.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Link } from '../ui/Link.tsx';
import { Say } from '../ui/Say.tsx';
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
        <h1 className="text-xl font-semibold">{say('There is nothing to allow any more')}</h1>
        <p>
          {say('That check is over or was deleted.')}{' '}
          <Link href={writeRoute({ kind: 'start', text: '' })}>{say('Check a connector')}</Link>
        </p>
      </div>
    );
  }
  const hosts = missingHosts(run);
  const name = <Foreign text={plainLine(run.host ?? run.typed, 300)} className="font-semibold" />;
  return (
    <div className="grid max-w-xl gap-4">
      <h1 className="text-xl font-semibold">{say('One permission is needed')}</h1>
      <p className="text-base">
        {hosts.length > 1 ? (
          <Say
            text="To check {name}, Connector Doctor has to be allowed to ask these hosts; it asks without your cookies."
            with={{ name }}
          />
        ) : (
          <Say
            text="To check {name}, Connector Doctor has to be allowed to ask it; it asks without your cookies."
            with={{ name }}
          />
        )}
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
        <p role="status">
          {say('It was not allowed, so nothing can be asked. You can allow it now, or leave the check.')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            actions.allow(run);
          }}
        >
          {say('Allow and check')}
        </Button>
        <Button
          onClick={() => {
            actions.cancel(run);
          }}
        >
          {say('Leave the check')}
        </Button>
      </div>
    </div>
  );
}
