import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import { whoWords } from '../../lib/report/words/who-words.ts';
import { useReader } from '../state/own-servers-store.ts';
import { SendMessage } from './SendMessage.tsx';
import { Words } from './Words.tsx';

/** Who can change it; where that is somebody else, with a message to send them. */
export function WhoLine({ finding, report }: { readonly finding: WordedFinding; readonly report: Report }) {
  const reader = useReader(report);
  return (
    <div className="grid min-w-0 gap-1">
      <p className="m-0">
        <Words text={whoWords(finding, report, reader)} limit={600} />
      </p>
      {finding.severity !== 'note' && <SendMessage finding={finding} report={report} />}
    </div>
  );
}
