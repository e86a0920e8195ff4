import { useState, type FormEvent } from 'react';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Foreign } from '../ui/Foreign.tsx';

/** For which connector the guide is followed; its name and address fill in texts and links, and can be changed in place. */
export function ConnectorLine({
  connector,
  onChange,
}: {
  readonly connector: GuideConnector;
  readonly onChange: (connector: GuideConnector) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <ConnectorForm
        connector={connector}
        onSave={(changed) => {
          onChange(changed);
          setOpen(false);
        }}
        onCancel={() => {
          setOpen(false);
        }}
      />
    );
  }
  const { name, url } = connector;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 rounded-md bg-well px-2 py-1">
      <p className="line-clamp-3 min-w-0 flex-1 basis-40" title={url ?? undefined}>
        {name === null && url === null ? (
          <span className="text-soft">{say('Which connector? Its name and address fill in what you need here.')}</span>
        ) : (
          <>
            {name !== null && <Foreign className="font-medium" text={plainLine(name, 60)} />}
            {name !== null && url !== null && ' · '}
            {url !== null && <Foreign mono text={plainLine(url, 160)} />}
          </>
        )}
      </p>
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          setOpen(true);
        }}
      >
        {name === null && url === null ? say('Fill in') : say('Change')}
        <span className="sr-only"> {say('the connector’s name and address')}</span>
      </Button>
    </div>
  );
}

function ConnectorForm({
  connector,
  onSave,
  onCancel,
}: {
  readonly connector: GuideConnector;
  readonly onSave: (connector: GuideConnector) => void;
  readonly onCancel: () => void;
}) {
  const [name, setName] = useState(connector.name ?? '');
  const [url, setUrl] = useState(connector.url ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const address = url.trim();
    if (address !== '' && !isWebAddress(address)) {
      setProblem(say('This is no address: it begins with https://, such as https://mcp.example.com/mcp.'));
      return;
    }
    onSave({ name: name.trim() === '' ? null : name.trim(), url: address === '' ? null : address });
  };
  return (
    <form onSubmit={save} noValidate className="grid gap-2 rounded-md bg-well p-2">
      <Field
        label={say('Name in Claude')}
        value={name}
        maxLength={120}
        autoFocus
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Field
        label={say('Address of the connector')}
        type="url"
        value={url}
        maxLength={2_048}
        placeholder="https://…"
        spellCheck={false}
        problem={problem}
        hint={say('Kept on this computer only; an address that holds a key or a password is not kept.')}
        onChange={(event) => {
          setUrl(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{say('Use these')}</Button>
        <Button variant="quiet" onClick={onCancel}>
          {say('Cancel')}
        </Button>
      </div>
    </form>
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
}
