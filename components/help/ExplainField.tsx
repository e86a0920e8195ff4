import { useId, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { inputLook } from '../ui/Field.tsx';

/** The field for an error that was copied: a sentence, an address, some lines of a log. */
export function ExplainField({
  text,
  onExplain,
}: {
  readonly text: string;
  readonly onExplain: (text: string) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onExplain(typed);
      }}
    >
      <label htmlFor={id} className="font-medium">
        {say('What does Claude show?')}
      </label>
      <textarea
        id={id}
        rows={4}
        value={typed}
        maxLength={longest}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        placeholder={say('For example: {sentence}', { sentence: 'Couldn’t reach the MCP server' })}
        className={classes(inputLook, 'resize-y')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <p id={`${id}-hint`} className="text-xs text-soft">
        {say('Paste the sentence, the address of the page, or lines of a log. It is read here and goes nowhere.')}
      </p>
      <Button type="submit" variant={text === '' ? 'primary' : 'secondary'} className="justify-self-start">
        {say('Explain it')}
      </Button>
    </form>
  );
}

const longest = 100_000;
