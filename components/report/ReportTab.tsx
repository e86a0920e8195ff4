import type { Report } from '../../lib/kernel/report.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { onDemand } from '../ui/on-demand.ts';

// With the preparing, the redaction of what is typed and the words of every format: most readers never open it.
const ReportLeaves = onDemand(async () => ({ default: (await import('./ReportLeaves.tsx')).ReportLeaves }));

/** The report as a thing to keep or to hand on. `IsForeign` says whose it is. */
export function ReportTab(props: {
  readonly report: Report;
  /** For how long it is kept, as a sentence; nothing where it stays. */
  readonly kept?: string;
}) {
  return (
    <Loaded>
      <ReportLeaves {...props} />
    </Loaded>
  );
}
