import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { categoryCount } from '../../lib/standards/directory-limits.ts';
import { Field } from '../ui/Field.tsx';

/** The categories as one line, separated by commas. */
export function CategoryField({
  categories,
  readOnly,
  problem,
  onChange,
}: {
  readonly categories: readonly string[];
  readonly readOnly: boolean;
  readonly problem: string | null;
  readonly onChange: (categories: readonly string[]) => void;
}) {
  // As typed: a comma at its end is no category yet.
  const [typed, setTyped] = useState('');
  const isAsTyped = categoriesIn(typed).join('\n') === categories.join('\n');
  return (
    <Field
      label={say('Categories')}
      value={isAsTyped ? typed : categories.join(', ')}
      readOnly={readOnly}
      dir="auto"
      hint={say('One to five, as the form offers them, separated by commas. {count} of {most}.', {
        count: categories.length,
        most: categoryCount.most,
      })}
      problem={problem}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(categoriesIn(event.currentTarget.value));
      }}
    />
  );
}

function categoriesIn(text: string): readonly string[] {
  const names = text.split(/[,;\n]/).map((each) => each.trim());
  return [...new Set(names.filter((each) => each !== ''))];
}
