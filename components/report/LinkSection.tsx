import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Say } from '../ui/Say.tsx';
import { FoldedSection } from './LeaveSection.tsx';
import { makeLink, type MadeLinkTo } from './make-link.ts';
import { MadeLink } from './MadeLink.tsx';
import { makePassphrase } from './make-passphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';
import type { Preparation } from './use-preparation.ts';

interface LinkSectionProps {
  /** The https address of the page that opens such links. */
  readonly viewer: string;
  readonly preparation: Preparation;
}

/** The report as a link that holds it, for those who look for it. */
export function LinkSection(props: LinkSectionProps) {
  return (
    <FoldedSection title={say('As a link')}>
      <LinkPart {...props} />
    </FoldedSection>
  );
}

/** A link that is made at a click, locked with a passphrase unless somebody decides otherwise. */
export function LinkPart({ viewer, preparation }: LinkSectionProps) {
  const [isLocked, lock] = useState(true);
  const [typed, setTyped] = useState(makePassphrase);
  const passphrase = isLocked ? typed : '';
  const { making, isCurrent, make } = useMaking(viewer, preparation, passphrase);
  const isUnderWay = isCurrent && making?.made === null && !making.failed;
  return (
    <>
      <p className="max-w-prose">
        <Say
          text="The whole report is packed into the link itself. Nothing is uploaded: {host} is sent the page’s address alone, not what stands behind the #."
          with={{ host: <Foreign text={new URL(viewer).host} /> }}
        />
      </p>
      <p className="max-w-prose">
        {say(
          'But the browser of whoever opens it writes the whole link into its history, and where that is synchronized, the browser’s maker has it, too.',
        )}{' '}
        {isLocked
          ? say('Locked with a passphrase, the report cannot be read there.')
          : say('Anyone who has the link can read the report.')}
      </p>
      <div className="grid max-w-md gap-3">
        <Choice label={say('Lock it with a passphrase')} checked={isLocked} onChange={lock} />
        {isLocked && <PassphraseField passphrase={typed} onChange={setTyped} />}
        <div>
          <Button disabled={isUnderWay || (isLocked && typed === '')} onClick={make}>
            <Link2 aria-hidden size={16} />{' '}
            {isLocked ? say('Make a link with this passphrase') : say('Make a link without a passphrase')}
          </Button>
        </div>
      </div>
      <div role="status" className="max-w-prose empty:hidden">
        {isCurrent && making?.failed === true && (
          <p className="text-broken">
            {say('The link could not be made: save the page (HTML) and send that instead.')}
          </p>
        )}
        {isCurrent && making?.made != null && <p className="sr-only">{say('The link is made.')}</p>}
        {making?.made != null && !isCurrent && (
          <p className="text-soft">{say('The report or the passphrase has changed since: make the link again.')}</p>
        )}
      </div>
      {isCurrent && making?.made != null && <MadeLink {...making.made} />}
    </>
  );
}

interface Making {
  readonly report: Report;
  readonly passphrase: string;
  /** Null as long as it is made, and when that failed. */
  readonly made: MadeLinkTo | null;
  readonly failed: boolean;
}

function useMaking(
  viewer: string,
  { prepared, isBehind, now }: Preparation,
  passphrase: string,
): { readonly making: Making | null; readonly isCurrent: boolean; readonly make: () => void } {
  const [making, setMaking] = useState<Making | null>(null);
  const make = async (): Promise<void> => {
    const begun = { report: now(), passphrase };
    setMaking({ ...begun, made: null, failed: false });
    const made = await makeLink(begun.report, viewer, passphrase).catch(() => null);
    setMaking((latest) =>
      latest?.report === begun.report && latest.passphrase === passphrase
        ? { ...begun, made, failed: made === null }
        : latest,
    );
  };
  return {
    making,
    // With another report or another passphrase it would be another link.
    isCurrent: making?.report === prepared && making.passphrase === passphrase && !isBehind,
    make: () => void make(),
  };
}
