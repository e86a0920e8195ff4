import { useEffect, useRef, useState, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Opened } from './opening.ts';

/** Says that a report is being read, asks for its passphrase, or says why it cannot be shown. */
export function OpenedNotice({
  opened,
  onClose,
  children,
}: {
  readonly opened: Exclude<Opened, { kind: 'report' }>;
  readonly onClose: () => void;
  /** What can be tried instead, below a problem. */
  readonly children?: ReactNode;
}) {
  if (opened.kind === 'reading') {
    return (
      <Notice
        title={say('Reading the report…')}
        announce
        actions={<Button onClick={opened.cancel}>{say('Cancel')}</Button>}
      >
        <Name opened={opened} />
      </Notice>
    );
  }
  if (opened.kind === 'locked') return <Locked opened={opened} onClose={onClose} />;
  return (
    <div className="grid max-w-xl justify-items-start gap-3">
      <h1 className="text-xl font-semibold">{say('A report from elsewhere')}</h1>
      <Notice
        tone="degraded"
        title={
          opened.name === null ? say('This cannot be opened as a report') : say('This file cannot be shown as a report')
        }
        announce
        actions={<Button onClick={onClose}>{say('Put it aside')}</Button>}
      >
        <Name opened={opened} />
        <p>
          <Foreign text={opened.words} />
        </p>
      </Notice>
      {children}
    </div>
  );
}

function Name({ opened: { name } }: { readonly opened: Opened }) {
  return <p>{name === null ? say('A text or a link') : <Foreign text={name} className="font-medium" />}</p>;
}

/** The passphrase stands in this field and nowhere else. */
function Locked({
  opened,
  onClose,
}: {
  readonly opened: Extract<Opened, { kind: 'locked' }>;
  readonly onClose: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { isTrying, problem } = opened;
  // What was typed was another one: it is there to be typed over.
  useEffect(() => {
    if (isTrying || problem === null) return;
    const field = form.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [isTrying, problem]);
  return (
    <form
      ref={form}
      className="grid max-w-xl gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTrying) opened.unlock(passphrase);
      }}
    >
      <h1 className="text-xl font-semibold">{say('This report is locked')}</h1>
      <Name opened={opened} />
      <p className="max-w-prose">
        {say(
          'Whoever sent it has given it a passphrase. Ask them for it, by another way than the one the report came.',
        )}
      </p>
      <Field
        label={say('Passphrase')}
        type="password"
        // “off” is ignored on such fields: the browser would offer to keep it.
        autoComplete="one-time-code"
        autoFocus
        value={passphrase}
        problem={problem}
        readOnly={isTrying}
        onChange={(event) => {
          setPassphrase(event.currentTarget.value);
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" aria-disabled={isTrying}>
          {say('Open the report')}
        </Button>
        <Button onClick={onClose}>{say('Put it aside')}</Button>
        <span role="status" className="text-soft">
          {isTrying ? say('Trying it: that takes a moment on purpose…') : ''}
        </span>
      </div>
    </form>
  );
}
