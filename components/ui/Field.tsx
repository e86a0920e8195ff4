import { useId, type ComponentProps, type ReactNode } from 'react';
import { classes } from './classes.ts';

/** The look of everything that is typed into. */
export const inputLook =
  'min-h-8 w-full min-w-0 rounded-md border border-edge bg-surface px-2 py-1 text-ink aria-invalid:border-broken disabled:opacity-60';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string;
  /** One sentence under the field. */
  readonly hint?: ReactNode;
  /** What is wrong with what was typed, and what to do; null when nothing is. */
  readonly problem?: string | null;
  /** The label is for screen readers alone, because the surroundings say it already. */
  readonly hideLabel?: boolean;
  /** Stands beside the field, usually a button. */
  readonly beside?: ReactNode;
}

/** A labelled field of one line with its hint and its problem. */
export function Field({ label, hint, problem = null, hideLabel = false, beside, className, ...rest }: FieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, problem !== null && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          {...rest}
          id={id}
          className={classes(inputLook, className)}
          aria-invalid={problem !== null || undefined}
          aria-describedby={described === '' ? undefined : described}
        />
        {beside}
      </div>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </div>
      )}
      {problem !== null && (
        <p id={`${id}-problem`} role="status" className="text-xs text-broken">
          {problem}
        </p>
      )}
    </div>
  );
}
