import { lazy, Suspense, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { OpenReport } from '../report/OpenReport.tsx';
import type { Opened } from '../report/open-report.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Say } from '../ui/Say.tsx';
import type { DoctorActions } from './doctor-model.ts';
import { RunHead } from './RunHead.tsx';
import { RunTabs, type Looking } from './RunView.tsx';

const BundleView = lazy(async () => ({ default: (await import('../bundle/BundleView.tsx')).BundleView }));

/** A report from a file. Nobody knows who wrote it, so it is shown as somebody else’s, or it is said what is wrong with it. */
export function ForeignReport({ opened, actions }: { readonly opened: Opened; readonly actions: DoctorActions }) {
  const [looking, setLooking] = useState<Looking>({ tab: 'overview', finding: null, exchange: null });
  const close = <Button onClick={actions.close}>{say('Put it aside')}</Button>;
  if (opened.kind === 'problem') {
    return (
      <div className="grid max-w-xl justify-items-start gap-3">
        <h1 className="text-xl font-semibold">{say('A report from a file')}</h1>
        <Notice tone="degraded" title={say('This file cannot be shown as a report')} announce actions={close}>
          <p>
            <Foreign text={opened.name} className="font-medium" />
          </p>
          <p>
            <Foreign text={opened.words} />
          </p>
          <p>{say('A report is saved under “Report” as JSON; ask for that file again, as it was saved.')}</p>
        </Notice>
        <OpenReport onFile={actions.open} />
      </div>
    );
  }
  const { report, name } = opened;
  const isBundle = report.subject === 'bundle';
  return (
    <div className="grid min-w-0 gap-4">
      <Notice title={say('Somebody else’s report')} actions={close}>
        <p>
          <Say
            text="From the file {name}. It is shown as it stands there: nothing in it was checked on this machine, and nothing was sent."
            with={{ name: <Foreign text={name} className="font-medium" /> }}
          />
        </p>
      </Notice>
      {isBundle ? (
        <Suspense fallback={null}>
          <BundleView
            report={report}
            icon={null}
            tab={looking.tab}
            finding={looking.finding}
            onTab={(tab) => {
              setLooking({ tab, finding: null, exchange: null });
            }}
            onCompare={null}
          />
        </Suspense>
      ) : (
        <>
          <RunHead run={null} report={report} actions={null} />
          <RunTabs
            run={null}
            report={report}
            exchanges={report.exchanges}
            looking={looking}
            author={null}
            further={null}
            onLook={setLooking}
          />
        </>
      )}
    </div>
  );
}
