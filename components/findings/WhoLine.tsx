import { say } from '../../lib/i18n/say.ts';
import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import { messageWords } from '../../lib/report/message-words.ts';
import { isForOthers, whoWords } from '../../lib/report/who-words.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Words } from './Words.tsx';

/** Who can change it; where that is somebody else, with a message to send them. */
export function WhoLine({ finding, report }: { readonly finding: WordedFinding; readonly report: Report }) {
  const needsMessage = isForOthers(finding, report) && finding.severity !== 'note';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Words text={whoWords(finding, report)} limit={600} />
      {needsMessage && (
        <CopyButton
          text={messageWords(finding, report)}
          what={say('a message that you can send them')}
          label={say('Copy a message')}
        />
      )}
    </div>
  );
}
