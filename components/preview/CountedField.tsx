import { useId, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { PreviewText } from '../../lib/preview/preview.ts';
import { number } from '../../lib/preview/preview-words.ts';
import { classes } from '../ui/classes.ts';
import { inputLook } from '../ui/Field.tsx';

/** A line that the directory’s form takes, with its count while it is typed. */
export function CountedField({
  id,
  label,
  hint,
  value,
  placeholder,
  readOnly = false,
  count,
  problems,
  onChange,
}: {
  /** Of the field itself, so that something to mend can lead to it. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly count: Pick<PreviewText, 'length' | 'limit'>;
  /** What is wrong with it and what to do, each a sentence or two. */
  readonly problems: readonly ReactNode[];
  readonly onChange: (text: string) => void;
}) {
  const own = useId();
  const isOver = count.length > count.limit;
  return (
    <div className="grid content-start gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <Count id={`${own}-count`} count={count} />
      </div>
      <input
        id={id}
        dir="auto"
        value={value}
        placeholder={placeholder}
        readOnly={readOnly}
        spellCheck
        autoComplete="off"
        className={classes(inputLook, 'scroll-mt-8')}
        aria-invalid={isOver || undefined}
        aria-describedby={`${own}-count ${own}-hint ${own}-problems`}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <p id={`${own}-hint`} className="text-xs text-soft">
        {hint}
      </p>
      <ul id={`${own}-problems`} className="m-0 grid list-none gap-1 p-0 empty:hidden">
        {problems.map((problem, index) => (
          <li key={index} className="border-s-2 border-degraded ps-2">
            {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How much of the room is taken: “37 of 100”; over it, by how much. */
export function Count({
  id,
  count: { length, limit },
}: {
  readonly id: string;
  readonly count: Pick<PreviewText, 'length' | 'limit'>;
}) {
  const isOver = length > limit;
  return (
    <span id={id} className={classes('text-xs', isOver ? 'font-semibold text-degraded' : 'text-soft')}>
      {isOver
        ? say('{count} of {limit} characters, {over} too many', {
            count: number(length),
            limit: number(limit),
            over: number(length - limit),
          })
        : say('{count} of {limit} characters', { count: number(length), limit: number(limit) })}
    </span>
  );
}
