import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import { whoWords } from '../../lib/report/who-words.ts';
import { SendMessage } from './SendMessage.tsx';
import { Words } from './Words.tsx';

/** Who can change it; where that is somebody else, with a message to send them. */
export function WhoLine({ finding, report }: { readonly finding: WordedFinding; readonly report: Report }) {
  return (
    <div className="grid min-w-0 gap-1">
      <p className="m-0">
        <Words text={whoWords(finding, report)} limit={600} />
      </p>
      {finding.severity !== 'note' && <SendMessage finding={finding} report={report} />}
    </div>
  );
}
