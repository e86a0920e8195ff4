import { useEffect, useState, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { toolVersion } from '../../lib/kernel/tool-version.ts';
import { stepMarks } from '../../lib/report/words/step-marks.ts';
import { StepRow } from '../diagnosis/StepRow.tsx';
import { StepPath } from '../diagnosis/StepPath.tsx';
import type { Judge } from '../foreign/judging.ts';
import { OpenAnything } from '../foreign/OpenAnything.tsx';
import { OpenArea } from '../foreign/OpenArea.tsx';
import { foreignTitle } from '../foreign/foreign-title.ts';
import { OpenedNotice } from '../foreign/OpenedNotice.tsx';
import { useEntry } from '../foreign/use-entry.ts';
import { useFocusKept } from '../foreign/use-focus-kept.ts';
import { useOpening } from '../foreign/use-opening.ts';
import type { Handed } from '../report/open-report.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { loadAllParts, onDemand } from '../ui/on-demand.ts';
import { Mark } from '../ui/Mark.tsx';
import { useLinks } from './use-links.ts';

const ForeignReport = onDemand(async () => ({ default: (await import('../foreign/ForeignReport.tsx')).ForeignReport }));

/** The page that opens reports without the extension: everything happens in it, and it asks nobody for anything. */
export function ViewerApp({ judge }: { readonly judge: Judge }) {
  const { opened, open, close } = useOpening();
  const [against, setAgainst] = useState<Handed | null>(null);
  // What a report was made and read at is told in relation to this.
  const [now] = useState(Date.now);
  const [isLinked, setLinked] = useState(false);
  const dropLink = useLinks((link) => {
    setAgainst(null);
    setLinked(link !== null);
    if (link === null) close();
    else open({ kind: 'text', text: link });
  });
  const openNew = (handed: Handed, other: Handed | null = null): void => {
    dropLink();
    setLinked(false);
    setAgainst(other);
    open(handed);
  };
  const putAside = (): void => {
    dropLink();
    setAgainst(null);
    close();
  };
  const isShown = opened?.kind === 'report';
  // A link has an entry of its own.
  useEntry(isShown && !isLinked, putAside);
  useFocusKept(opened?.kind ?? 'none');
  const title = foreignTitle(opened) ?? say('Open a report');
  useEffect(() => {
    document.title = `${title} – Connector Doctor`;
  }, [title]);
  // Whoever reads on a train reads on without a network.
  useEffect(() => {
    if (isShown) void loadAllParts();
  }, [isShown]);
  return (
    <OpenArea
      takesPaste={opened?.kind !== 'report'}
      onHanded={([handed, other]) => {
        if (handed) openNew(handed, other ?? null);
      }}
    >
      <Head />
      <main className="mx-auto grid w-full max-w-[90rem] content-start gap-4 px-4 py-5 sm:px-6">
        {opened === null && <Start onOpen={openNew} />}
        {opened !== null && opened.kind !== 'report' && (
          <OpenedNotice opened={opened} onClose={putAside}>
            <OpenAnything onOpen={openNew} />
          </OpenedNotice>
        )}
        {opened?.kind === 'report' && (
          <BesideSteps report={opened.report}>
            <Loaded>
              <ForeignReport
                report={opened.report}
                written={opened.written}
                name={opened.name}
                against={against}
                judge={judge}
                kept={null}
                authorTabs={null}
                now={now}
                onClose={putAside}
              />
            </Loaded>
          </BesideSteps>
        )}
      </main>
      <Foot />
    </OpenArea>
  );
}

/** Where Claude stops, beside what is said of it; a row of marks above it where there is no room. */
function BesideSteps({ report, children }: { readonly report: Report; readonly children: ReactNode }) {
  if (report.subject !== 'connector') return children;
  const marks = stepMarks(report);
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <aside className="hidden min-w-0 content-start lg:grid">
        <StepPath marks={marks} />
      </aside>
      <div className="max-w-md lg:hidden">
        <StepRow marks={marks} />
      </div>
      <div className="grid min-w-0 content-start">{children}</div>
    </div>
  );
}

function Head() {
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex w-full max-w-[90rem] items-center gap-2 px-4 py-3 font-semibold sm:px-6">
        <span className="text-accent">
          <Mark />
        </span>
        Connector Doctor
      </div>
    </header>
  );
}

function Start({ onOpen }: { readonly onOpen: (handed: Handed) => void }) {
  return (
    <section aria-labelledby="open-report" className="grid gap-4 py-4">
      <div className="grid max-w-prose gap-2">
        <h1 id="open-report" className="m-0 text-xl font-semibold">
          {say('Open a report')}
        </h1>
        <p>
          {say(
            'A report says why a Claude connector does not work, and what to do about it. Choose its file, drop it anywhere on this page, or paste its text or its link.',
          )}
        </p>
        <p>
          {say(
            'It is read in this browser. Nothing is uploaded, nothing is kept, and this page asks no server for anything but its own files.',
          )}
        </p>
      </div>
      <OpenAnything onOpen={onOpen} />
    </section>
  );
}

function Foot() {
  return (
    <footer className="mx-auto grid w-full max-w-[90rem] gap-0.5 px-4 py-5 text-xs text-soft sm:px-6">
      <p>{say('Connector Doctor is not affiliated with Anthropic.')}</p>
      <p>{say('Version {version}. Nothing that is opened here leaves this browser.', { version: toolVersion })}</p>
    </footer>
  );
}
