import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { QuietSection } from '../ui/QuietSection.tsx';
import { Say } from '../ui/Say.tsx';
import { MadeLink } from './MadeLink.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import type { Preparation } from './use-preparation.ts';

/** The report as a link that holds it, made at a click. */
export function LinkSection({
  viewer,
  preparation: { prepared, isBehind, now },
}: {
  /** The https address of the page that opens such links. */
  readonly viewer: string;
  readonly preparation: Preparation;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [making, setMaking] = useState<Making | null>(null);
  // With another report or another passphrase it would be another link.
  const isCurrent = making?.report === prepared && making.passphrase === passphrase && !isBehind;
  const make = async (): Promise<void> => {
    const begun = { report: now(), passphrase };
    setMaking({ ...begun, link: null, failed: false });
    const link = await linkTo(begun.report, viewer, passphrase).catch(() => null);
    setMaking((latest) =>
      latest?.report === begun.report && latest.passphrase === passphrase
        ? { ...begun, link, failed: link === null }
        : latest,
    );
  };
  return (
    <QuietSection title={say('As a link')}>
      <p className="max-w-prose">
        <Say
          text="The whole report is packed into the link itself. Nothing is uploaded: {host} is sent the page’s address alone, not what stands behind the #. Who has the link can read the report."
          with={{ host: <Foreign text={new URL(viewer).host} /> }}
        />
      </p>
      <div className="grid max-w-md gap-3">
        <PassphraseField passphrase={passphrase} onChange={setPassphrase} />
        <div>
          <Button disabled={making?.link === null && !making.failed && isCurrent} onClick={() => void make()}>
            <Link2 aria-hidden size={16} />{' '}
            {passphrase === '' ? say('Make a link') : say('Make a link with this passphrase')}
          </Button>
        </div>
      </div>
      <div role="status" className="grid max-w-prose gap-2">
        {isCurrent && making.failed && (
          <p className="text-broken">
            {say('The link could not be made: save the page (HTML) and send that instead.')}
          </p>
        )}
        {isCurrent && making.link !== null && <MadeLink link={making.link} report={making.report} />}
        {making !== null && making.link !== null && !isCurrent && (
          <p className="text-soft">{say('The report or the passphrase has changed since: make the link again.')}</p>
        )}
      </div>
    </QuietSection>
  );
}

interface Making {
  readonly report: Report;
  readonly passphrase: string;
  /** Null as long as it is made, and when that failed. */
  readonly link: string | null;
  readonly failed: boolean;
}

async function linkTo(report: Report, viewer: string, passphrase: string): Promise<string> {
  const { reportLink } = await import('../../lib/report/sharing/report-link.ts');
  return reportLink(report, { viewer, passphrase: passphrase === '' ? null : passphrase });
}
