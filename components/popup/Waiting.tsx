import { StepRow } from '../diagnosis/StepRow.tsx';
import { HostAnswers, HostList } from '../run/HostQuestion.tsx';
import { commandOf, refusedWords, waitsForConnector, whyHostsWords } from '../run/run-needs.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { RunSectionProps } from './popup-model.ts';
import { Say } from '../ui/Say.tsx';

/** A run that waits for hosts which only the person can allow: why, which, and what is possible without. */
export function Waiting({ run, model, actions }: RunSectionProps) {
  const isConnector = waitsForConnector(run);
  const why = <p>{whyHostsWords(isConnector, model.declined)}</p>;
  return (
    <>
      {!isConnector && <StepRow marks={run.marks} />}
      {model.declined ? (
        <Notice tone="degraded" title={refusedWords(isConnector)} announce>
          {why}
          {isConnector && (
            <p>
              <Say
                text="The command line needs no permission: {command}"
                with={{ command: <Foreign text={commandOf(run)} mono /> }}
              />
            </p>
          )}
        </Notice>
      ) : (
        why
      )}
      <HostList run={run} />
      <div className="flex flex-wrap gap-2">
        <HostAnswers run={run} actions={actions} />
      </div>
    </>
  );
}
