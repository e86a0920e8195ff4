import { say } from '../../lib/i18n/say.ts';
import { X } from 'lucide-react';
import { isOver } from '../../lib/runs/run-state.ts';
import { PhaseBadge } from '../diagnosis/PhaseBadge.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { RunBodyProps, RunSectionProps } from './popup-model.ts';
import { Ended } from './Ended.tsx';
import { consentOf } from '../run/run-needs.ts';
import { lacksSecret } from './popup-runs.ts';
import { Outcome } from './Outcome.tsx';
import { UnderWay } from './UnderWay.tsx';
import { Waiting } from './Waiting.tsx';

/** One run: under way, waiting for the person, or what came of it. */
export function RunSection(props: RunSectionProps) {
  const { run, actions } = props;
  return (
    <section aria-label={say('The check')} className="grid gap-3 bg-surface p-4">
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <PhaseBadge run={run} />
          <h2 title={run.url ?? run.typed} className="line-clamp-2 min-w-0 font-medium">
            <Foreign text={run.host ?? run.typed} />
          </h2>
        </div>
        {isOver(run) && (
          <IconButton
            label={say('Put this result aside')}
            icon={X}
            className="-my-1 -me-2"
            onClick={() => {
              actions.dismiss(run);
            }}
          />
        )}
      </div>
      <Body {...props} />
    </section>
  );
}

function Body(section: RunSectionProps) {
  const { run, actions, onConsent } = section;
  const consent = consentOf(run);
  const again = (): void => {
    if (consent === null) actions.again(run);
    else onConsent(consent);
  };
  const props: RunBodyProps = { ...section, onAgain: lacksSecret(run) ? null : again };
  if (run.phase === 'needs-permission') return <Waiting {...props} />;
  if (run.phase === 'cancelled' || run.phase === 'interrupted') return <Ended {...props} phase={run.phase} />;
  if (run.phase !== 'complete') return <UnderWay {...props} />;
  return run.outcome === null ? null : <Outcome {...props} outcome={run.outcome} />;
}
