import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Field } from '../ui/Field.tsx';

/** A header of the person’s own, for servers that want a fixed credential. It stays in this form until the check begins. */
export function HeaderField({
  headers,
  onChange,
}: {
  readonly headers: Readonly<Record<string, string>>;
  readonly onChange: (headers: Readonly<Record<string, string>>) => void;
}) {
  const [given] = Object.entries(headers);
  const [name, setName] = useState(given?.[0] ?? '');
  const [value, setValue] = useState(given?.[1] ?? '');
  const change = (nextName: string, nextValue: string): void => {
    setName(nextName);
    setValue(nextValue);
    const isWhole = headerName.test(nextName.trim()) && nextValue.trim() !== '';
    onChange(isWhole ? { [nextName.trim().toLowerCase()]: nextValue.trim() } : {});
  };
  const isWrong = name.trim() !== '' && !headerName.test(name.trim());
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0">
      <legend className="p-0 font-medium">{say('A header of your own')}</legend>
      <p className="text-xs text-soft">
        {say(
          'For servers that want a fixed credential. It is sent to the connector alone, used for this check, and kept nowhere.',
        )}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        <Field
          label={say('Name')}
          value={name}
          autoComplete="off"
          spellCheck={false}
          placeholder={headerExample}
          problem={isWrong ? say('A header’s name has letters, digits and hyphens.') : null}
          onChange={(event) => {
            change(event.currentTarget.value, value);
          }}
        />
        <Field
          label={say('Value')}
          type="password"
          value={value}
          autoComplete="off"
          onChange={(event) => {
            change(name, event.currentTarget.value);
          }}
        />
      </div>
    </fieldset>
  );
}

/** A name of HTTP, the same in every language. */
const headerExample = 'Authorization';

/** RFC 9110 section 5.6.2. */
const headerName = /^[!#$%&'*+\-.^_`|~\w]+$/;
