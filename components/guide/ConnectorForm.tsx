import { useState, type FormEvent } from 'react';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';

/** The connector’s name and address, to be typed. Without `onCancel` it stands in place, and does not take the focus. */
export function ConnectorForm({
  connector,
  onSave,
  onCancel,
}: {
  readonly connector: GuideConnector;
  readonly onSave: (connector: GuideConnector) => void;
  readonly onCancel?: () => void;
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
        autoFocus={onCancel !== undefined}
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
        {onCancel && (
          <Button variant="quiet" onClick={onCancel}>
            {say('Cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
}
