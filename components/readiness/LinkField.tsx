import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useId } from 'react';
import type { ReadinessRow } from '../../lib/preview/readiness/readiness-shape.ts';
import { Words } from '../findings/Words.tsx';
import { classes } from '../ui/classes.ts';
import { inputLook } from '../ui/Field.tsx';
import { toneText } from '../ui/tone.ts';

/** An address of the listing, and under it what can be said of it. */
export function LinkField({
  label,
  hint,
  value,
  row,
  readOnly,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What the checklist says of it. */
  readonly row: ReadinessRow | undefined;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  const isUnmet = row?.state === 'unmet';
  const isTold = value.trim() !== '';
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        className={inputLook}
        value={value}
        readOnly={readOnly}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        aria-invalid={isUnmet || undefined}
        aria-describedby={readOnly ? `${id}-seen` : `${id}-hint ${id}-seen`}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      {!readOnly && (
        <div id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </div>
      )}
      <div id={`${id}-seen`} role="status" className="grid">
        {row && isTold && <Seen row={row} />}
      </div>
    </div>
  );
}

function Seen({ row: { state, why } }: { readonly row: ReadinessRow }) {
  const Icon = state === 'met' ? CircleCheck : state === 'unmet' ? CircleAlert : Info;
  const tone = state === 'met' ? 'ready' : state === 'unmet' ? 'broken' : 'neutral';
  return (
    <p className={classes('flex items-start gap-1 text-xs', toneText[tone])}>
      <Icon aria-hidden size={14} className="mt-px shrink-0" />
      <span className="min-w-0">
        <Words text={why} limit={600} />
      </span>
    </p>
  );
}
