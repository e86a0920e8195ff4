import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Words } from '../findings/Words.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { PreviewLead } from './preview-model.ts';

/** That the check did not get to what Claude would show, with the cause as it is known, and the way to all that is known of it. */
export function Unreached({ report, onTab }: { readonly report: Report; readonly onTab: (tab: PreviewLead) => void }) {
  const cause = report.findings.find(({ id }) => id === report.primary?.id);
  return (
    <Notice
      tone="degraded"
      title={say('The check did not get to the server’s own words and tools')}
      actions={
        <Button
          onClick={() => {
            onTab('overview');
          }}
        >
          {say('Show what to do')}
        </Button>
      }
    >
      {cause && (
        <p>
          <Words text={plainLine(saidFinding(cause, report).title, 600)} limit={600} />
        </p>
      )}
      <p className="max-w-prose">
        {say(
          'Claude shows no more of it than this until that is mended. Name, description and icon can be written and tried all the same.',
        )}
      </p>
    </Notice>
  );
}
