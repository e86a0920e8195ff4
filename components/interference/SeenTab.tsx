import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { PassedList } from '../findings/PassedList.tsx';
import { seenIn } from './browser-evidence.ts';
import type { BrowserActions } from './browser-model.ts';
import { ReachTable } from './ReachTable.tsx';
import { SuspectList } from './SuspectList.tsx';
import { TrafficList } from './TrafficList.tsx';

/** All that the look has seen: the same requests twice, the page’s own ones, and the extensions that may touch it. */
export function SeenTab({ report, actions }: { readonly report: Report; readonly actions: BrowserActions }) {
  const reach = seenIn(report, 'reach');
  const traffic = seenIn(report, 'page-traffic');
  const extensions = seenIn(report, 'extensions');
  return (
    <div className="grid gap-8">
      {reach && reach.looks.length > 0 && <ReachTable looks={reach.looks} />}
      {traffic && <TrafficList traffic={traffic} />}
      {extensions && <SuspectList seen={extensions} actions={actions} />}
      <PassedList codes={report.passed} />
      {reach === null && traffic === null && extensions === null && <p>{say('Nothing could be looked at.')}</p>}
    </div>
  );
}
