import { say } from '../../lib/i18n/say.ts';
import { useState, type FormEvent } from 'react';
import { publicResolver } from '../../lib/standards/public-resolver.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { resolverProblem } from './keep-choices.ts';

/** The endpoint that is asked where a check may ask public DNS. Nothing is asked by setting it. */
export function ResolverField({
  resolver,
  onChange,
}: {
  readonly resolver: string;
  readonly onChange: (resolver: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? resolver;
  const problem = resolverProblem(shown);
  const hasChanged = shown.trim() !== resolver;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (problem !== null || !hasChanged) return;
    onChange(shown.trim() === '' ? publicResolver.url : new URL(shown.trim()).href);
    setText(null);
  };
  return (
    <form onSubmit={save}>
      <Field
        label={say('Public resolver')}
        type="text"
        inputMode="url"
        value={shown}
        spellCheck={false}
        autoComplete="off"
        placeholder={publicResolver.url}
        problem={problem}
        hint={say(
          'A DNS-over-HTTPS endpoint that answers in JSON. It is asked only in checks for which you tick “Ask public DNS”, and then learns the connector’s host name. Empty: {name}’s.',
          { name: publicResolver.name },
        )}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        beside={
          <Button type="submit" className="shrink-0" disabled={problem !== null || !hasChanged}>
            {say('Save')}
          </Button>
        }
      />
    </form>
  );
}
