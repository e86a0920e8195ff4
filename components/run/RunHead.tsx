import { GitCompare, RotateCcw } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { PhaseBadge } from '../diagnosis/PhaseBadge.tsx';
import { VerdictBadge } from '../diagnosis/VerdictBadge.tsx';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import type { RunActions } from './run-model.ts';

/** What can be done about a run from its head. Each is called in the click itself. */
export interface RunHeadActions extends Pick<RunActions, 'again' | 'cancel'> {
  /** Compares its report with another one. */
  compare(run: RunState): void;
}

/** Which connector it is about, how it stands, and once more. */
export function RunHead({
  run,
  report,
  actions,
}: {
  readonly run: RunState | null;
  readonly report: Report | null;
  /** Null for somebody else’s report: nothing can be done with it but read. */
  readonly actions: RunHeadActions | null;
}) {
  const { name, url } = namesOf(run, report);
  const at = run?.startedAt ?? Date.parse(report?.createdAt ?? '');
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="min-w-0 text-xl font-semibold">
            <Foreign text={plainLine(name, 300)} />
          </h1>
          {run ? <PhaseBadge run={run} /> : report && <VerdictBadge verdict={report.verdict} />}
        </div>
        {url !== null && (
          <p className="line-clamp-2 text-soft" title={plainLine(url, 4_000)}>
            <Foreign text={plainLine(url, 600)} mono />
          </p>
        )}
        {!Number.isNaN(at) && <p className="text-xs text-soft">{checkedWords(run, at)}</p>}
      </div>
      {run && actions && report && isOver(run) && (
        <Button
          onClick={() => {
            actions.compare(run);
          }}
        >
          <GitCompare aria-hidden size={16} /> {say('Compare…')}
        </Button>
      )}
      {run && actions && (
        <Button
          onClick={() => {
            if (isOver(run)) actions.again(run);
            else actions.cancel(run);
          }}
        >
          {isOver(run) ? (
            <>
              <RotateCcw aria-hidden size={16} /> {say('Check again')}
            </>
          ) : (
            say('Cancel')
          )}
        </Button>
      )}
    </header>
  );
}

/** With the day and the year: a report may be opened long after, and by somebody else. */
function checkedWords(run: RunState | null, at: number): string {
  const time = whenWords(at, 0);
  return run && !isOver(run) ? say('Begun {time}', { time }) : say('Checked {time}', { time });
}

/** The host as the name; what was typed or the file where there is none. */
function namesOf(run: RunState | null, report: Report | null): { readonly name: string; readonly url: string | null } {
  if (run) return { name: run.host ?? run.typed, url: run.url };
  if (report?.subject === 'browser') return { name: say('A look at a browser'), url: null };
  const target = report?.target ?? null;
  if (target === null) return { name: say('What was typed'), url: null };
  return 'url' in target
    ? { name: target.host === '' ? target.url : target.host, url: target.url }
    : { name: target.file, url: null };
}
