import { use, useMemo, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { handOffs } from '../../lib/report/handoff/hand-offs.ts';
import { factRows } from '../../lib/report/words/fact-rows.ts';
import { Row, Rows } from '../exchanges/Rows.tsx';
import { useReader } from '../state/own-servers-store.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { AddressKeyWarning } from './AddressKeyWarning.tsx';
import { FastWays } from './FastWays.tsx';
import { readableFormats } from './format-offers.ts';
import { FormatList } from './FormatList.tsx';
import { HandOffPart } from './HandOffPart.tsx';
import { FoldedSection, LeaveSection } from './LeaveSection.tsx';
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

/** The place where a report leaves this machine: to whom, what is in it, what stays here, and in which form. */
export function ReportLeaves({ report, kept }: { readonly report: Report; readonly kept?: string }) {
  const isForeign = use(IsForeign);
  const preparation = usePreparation(report);
  const { prepared, isBehind, named, language } = preparation;
  const leaving = useLeaving(preparation.now, language);
  const reader = useReader(report);
  const offers = useMemo(() => handOffs(prepared, reader), [prepared, reader]);
  const [asked, setAsked] = useState(0);
  const ask = (): void => {
    setAsked((before) => before + 1);
  };
  return (
    <div className="grid min-w-0 gap-8">
      <LeaveSection title={say('Send this report')}>
        <p className="max-w-prose">
          {isForeign
            ? say(
                'You did not make this report: what was taken out of it was taken out by whoever made it. You can leave out more before you hand it on.',
              )
            : say('Nothing is sent by itself. You see below what is sent, and choose what to leave out.')}
        </p>
        {kept !== undefined && <p className="max-w-prose font-medium">{kept}</p>}
        <LeftOut report={report} withhold={preparation.withhold} />
        <AddressKeyWarning report={prepared} />
        <FastWays
          leaving={leaving}
          named={named}
          receiver={offers.find(({ fits }) => fits)?.to ?? null}
          onHandOff={offers.length === 0 ? null : ask}
        />
      </LeaveSection>
      <div className="@container">
        <div className="grid gap-x-10 gap-y-8 @5xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <LeaveSection title={say('What is in it')}>
            <Redactions report={report} />
            <ReportPreview
              report={prepared}
              offers={readableFormats}
              language={language}
              onLanguage={preparation.speakIn}
              isBehind={isBehind}
            />
          </LeaveSection>
          <LeaveSection title={say('What you decide')}>
            <div className="grid gap-5">
              <PartSwitches report={report} preparation={preparation} />
              <NoteField preparation={preparation} />
            </div>
          </LeaveSection>
        </div>
      </div>
      <HandOffPart report={report} preparation={preparation} isEmpty={offers.length === 0} asked={asked} onAsk={ask} />
      <LeaveSection title={say('As a file')}>
        <FormatList report={prepared} leaving={leaving} named={named} />
      </LeaveSection>
      {viewerAddress !== null && <LinkSection viewer={viewerAddress} preparation={preparation} />}
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
    <FoldedSection title={say('What was learned')}>
      <Rows>
        {rows.map(({ label, value }) => (
          <Row key={label} label={label}>
            <Foreign text={value} />
          </Row>
        ))}
      </Rows>
    </FoldedSection>
  );
}
