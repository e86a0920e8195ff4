import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import type { AuthorActions, PreviewLead } from './preview-model.ts';

/** A connector as Claude will show it, drawn from its report and from what the author means to write. */
export function PreviewTab({
  report,
}: {
  readonly report: Report;
  readonly run: RunState | null;
  readonly actions: AuthorActions | null;
  readonly onTab: (tab: PreviewLead) => void;
}) {
  return (
    <h2 className="text-lg font-semibold">
      {say('As Claude shows it')}: {report.createdAt}
    </h2>
  );
}
