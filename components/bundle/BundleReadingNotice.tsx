import { say } from '../../lib/i18n/say.ts';
import { bytesWords } from '../../lib/report/words/measures.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { BundleReading } from './read-bundle.ts';

/** Says that a bundle is being read, with the way to stop it, or why it could not be. */
export function BundleReadingNotice({
  reading,
  onClose,
}: {
  readonly reading: BundleReading;
  readonly onClose: () => void;
}) {
  const name = <Foreign text={plainLine(reading.name, 200)} className="font-medium" />;
  if (reading.kind === 'problem') {
    return (
      <Notice
        tone="degraded"
        title={say('This bundle could not be looked at')}
        announce
        actions={<Button onClick={onClose}>{say('Put it aside')}</Button>}
      >
        <p>{name}</p>
        <p>
          <Foreign text={plainLine(reading.words, 400)} />
        </p>
      </Notice>
    );
  }
  if (reading.kind === 'read') {
    return (
      <Notice
        title={say('The bundle was looked at')}
        announce
        actions={
          <>
            <Button onClick={reading.show}>{say('Show what was found')}</Button>
            <Button onClick={onClose}>{say('Put it aside')}</Button>
          </>
        }
      >
        <p>{name}</p>
      </Notice>
    );
  }
  return (
    <Notice
      title={say('Reading the bundle…')}
      announce
      actions={<Button onClick={reading.cancel}>{say('Cancel')}</Button>}
    >
      <p>
        {name} · {bytesWords(reading.bytes)}
      </p>
      <p>{say('It is opened here, in memory. Nothing of it is run, and nothing is sent.')}</p>
    </Notice>
  );
}
