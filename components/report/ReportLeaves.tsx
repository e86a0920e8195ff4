import { lazy, use, useMemo, useRef } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { factRows } from '../../lib/report/words/fact-rows.ts';
import { Row, Rows } from '../exchanges/Rows.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { QuietSection } from '../ui/QuietSection.tsx';
import { AddressKeyWarning } from './AddressKeyWarning.tsx';
import { FastWays } from './FastWays.tsx';
import { readableFormats } from './format-offers.ts';
import { FormatList } from './FormatList.tsx';
import { LinkSection } from './LinkSection.tsx';
import { NoteField } from './NoteField.tsx';
import { wordsOfPart } from './parts.ts';
import { PartSwitches } from './PartSwitches.tsx';
import { Redactions } from './Redactions.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { useLeaving } from './use-leaving.ts';
import { usePreparation } from './use-preparation.ts';
import { viewerAddress } from './viewer-address.ts';
import { IsForeign } from './whose-report.ts';

// With the words of every receiver, and the forms of the tracker.
const HandOffSection = lazy(async () => ({ default: (await import('../handoff/HandOffSection.tsx')).HandOffSection }));

/** The place where a report leaves this machine: to whom, what is in it, what stays here, and in which form. */
export function ReportLeaves({ report, kept }: { readonly report: Report; readonly kept?: string }) {
  const isForeign = use(IsForeign);
  const preparation = usePreparation(report);
  const { prepared, isBehind } = preparation;
  const leaving = useLeaving(preparation.now);
  const handOff = useRef<HTMLDivElement>(null);
  return (
    <div className="grid min-w-0 gap-8">
      <QuietSection title={say('Send this report')}>
        <p className="max-w-prose">
          {isForeign
            ? say(
                'You did not make this report: what was taken out of it was taken out by whoever made it. You can leave out more before you hand it on.',
              )
            : say('Nothing is sent by itself. What leaves stands below, and you decide what stays here.')}
        </p>
        {kept !== undefined && <p className="max-w-prose font-medium">{kept}</p>}
        <LeftOut report={report} withhold={preparation.withhold} />
        <AddressKeyWarning report={prepared} />
        <FastWays
          leaving={leaving}
          named={preparation.named}
          onHandOff={() => {
            handOff.current?.scrollIntoView();
            handOff.current?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
          }}
        />
      </QuietSection>
      <div className="@container">
        <div className="grid gap-x-10 gap-y-8 @3xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <QuietSection title={say('What is in it')}>
            <Redactions report={report} />
            <ReportPreview report={prepared} offers={readableFormats} isBehind={isBehind} />
          </QuietSection>
          <QuietSection title={say('What you decide')}>
            <div className="grid gap-5">
              <PartSwitches report={report} preparation={preparation} />
              <NoteField preparation={preparation} />
            </div>
          </QuietSection>
        </div>
      </div>
      <QuietSection title={say('In which form')}>
        <FormatList report={prepared} leaving={leaving} named={preparation.named} />
      </QuietSection>
      {viewerAddress !== null && <LinkSection viewer={viewerAddress} preparation={preparation} />}
      {/* What is behind the last decision cannot be sent. */}
      <div ref={handOff} inert={isBehind} className="scroll-mt-4">
        <Loaded>
          <HandOffSection report={prepared} original={report} />
        </Loaded>
      </div>
      <Learned report={report} />
    </div>
  );
}

/** Beside the buttons, for who has scrolled back to them. */
function LeftOut({ report, withhold }: { readonly report: Report; readonly withhold: Report['withheld'] }) {
  if (withhold === undefined || withhold.length === 0) return null;
  const names = withhold.map((part) => say(wordsOfPart(part, report).name)).join(', ');
  return <p className="max-w-prose font-medium">{say('Left out by you: {names}', { names })}</p>;
}

function Learned({ report }: { readonly report: Report }) {
  const rows = useMemo(() => factRows(report), [report]);
  return (
    <QuietSection title={say('What was learned')}>
      <Rows>
        {rows.map(({ label, value }) => (
          <Row key={label} label={label}>
            <Foreign text={value} />
          </Row>
        ))}
      </Rows>
    </QuietSection>
  );
}
