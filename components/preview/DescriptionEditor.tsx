import { useMemo, type Ref } from 'react';
import type { DescriptionFault } from '../../lib/kernel/evidence-listing.ts';
import { classes } from '../ui/classes.ts';
import { markedParts } from './line-range.ts';

/**
 * A field for Markdown in which lines with a fault are marked. The marks lie behind the field, in the same letters at the same place;
 * both grow with the text, and what scrolls is their frame.
 */
export function DescriptionEditor({
  id,
  value,
  placeholder,
  faults,
  describedBy,
  isOver,
  readOnly,
  field,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly placeholder: string | undefined;
  readonly faults: readonly DescriptionFault[];
  readonly describedBy: string;
  readonly isOver: boolean;
  readonly readOnly: boolean;
  readonly field: Ref<HTMLTextAreaElement>;
  readonly onChange: (text: string) => void;
}) {
  const marked = useMemo(() => {
    const texts = new Map<number, readonly string[]>();
    for (const { line, text } of faults) texts.set(line, [...(texts.get(line) ?? []), text]);
    return texts;
  }, [faults]);
  return (
    <div className="grid max-h-[28rem] min-h-56 overflow-y-auto rounded-md border border-edge bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-aria-invalid:border-broken">
      <div aria-hidden dir="auto" className={classes(letters, 'text-transparent')}>
        {value.split('\n').map((line, index) => (
          <span key={index}>
            {markedParts(line, marked.get(index + 1) ?? []).map((part, at) => (
              <span
                key={at}
                className={
                  part.isMarked
                    ? 'rounded-sm bg-degraded-soft underline decoration-degraded decoration-wavy'
                    : undefined
                }
              >
                {part.text}
              </span>
            ))}
            {'\n'}
          </span>
        ))}
      </div>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        value={value}
        placeholder={placeholder}
        readOnly={readOnly}
        spellCheck
        aria-invalid={isOver || undefined}
        aria-describedby={describedBy}
        className={classes(letters, 'resize-none overflow-hidden border-0 bg-transparent text-ink')}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}

/** The field and its marks, letter for letter. */
const letters =
  'col-start-1 row-start-1 m-0 min-w-0 p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere [tab-size:4] [scrollbar-gutter:auto]';
