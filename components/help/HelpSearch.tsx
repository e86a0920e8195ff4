import { Search } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** The field for whatever is wrong: a question, or an error that was copied. */
export function HelpSearch({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onSearch(typed.trim());
      }}
    >
      <Field
        label={say('What’s wrong?')}
        type="search"
        value={typed}
        maxLength={20_000}
        placeholder={say('A question, or an error that you copied')}
        beside={<IconButton type="submit" label={say('Search')} icon={Search} />}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
    </form>
  );
}
