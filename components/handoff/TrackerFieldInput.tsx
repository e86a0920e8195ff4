import { useId, type ChangeEvent } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { TrackerField } from '../../lib/report/handoff/tracker-issue.ts';
import { fieldWords, hintOf } from '../../lib/report/handoff/tracker-words.ts';
import type { TrackerFieldId } from '../../lib/standards/tracker-forms.ts';
import { Button } from '../ui/Button.tsx';
import { inputLook } from '../ui/Field.tsx';
import { classes } from '../ui/classes.ts';

type Name = TrackerFieldId | 'title';

type Shown = Pick<TrackerField, 'kind' | 'required' | 'value'> &
  Partial<Pick<TrackerField, 'options' | 'rendersCode'>> & { readonly id: Name };

/** One field of the form as it will be filled in; what the report knows can be changed. The tracker is in English, and so are its answers. */
export function TrackerFieldInput({
  field,
  typed,
  report,
  isPressed,
  isOvertaken,
  onChange,
  onForget,
}: {
  readonly field: Shown;
  /** As the person typed it, secrets and all; undefined where they did not. */
  readonly typed: string | undefined;
  readonly report: Report;
  /** The form was opened: what it demands is marked from then on. */
  readonly isPressed: boolean;
  /** The report has changed since this was typed. */
  readonly isOvertaken: boolean;
  readonly onChange: (name: Name, text: string) => void;
  readonly onForget: (name: Name) => void;
}) {
  const id = useId();
  const { required, value } = field;
  const hint = hintOf(field.id, report, value === '');
  const isMissing = required && value.trim() === '';
  const described = [hint !== null && `${id}-hint`, isMissing && `${id}-missing`, isOvertaken && `${id}-old`]
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    lang: 'en',
    // The forms differ in an option.
    value: field.kind === 'dropdown' ? value : (typed ?? value),
    'aria-describedby': described === '' ? undefined : described,
    'aria-required': required || undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => {
      onChange(field.id, event.currentTarget.value);
    },
  };
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="font-medium">
        {say(fieldWords[field.id].label)}
      </label>
      <Control field={field} common={common} />
      {hint !== null && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      {isMissing && (
        <p id={`${id}-missing`} className={classes('text-xs', isPressed ? 'text-broken' : 'text-soft')}>
          {say('Please fill in: the form demands it.')}
        </p>
      )}
      {isOvertaken && (
        <div id={`${id}-old`} className="flex flex-wrap items-center gap-2 text-xs text-degraded">
          <span>{say('The report has changed since you wrote this.')}</span>
          <Button
            size="small"
            onClick={() => {
              onForget(field.id);
            }}
          >
            {say('Take the report’s text')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Control({
  field: { kind, options, rendersCode },
  common,
}: {
  readonly field: Shown;
  readonly common: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => void;
  };
}) {
  if (kind === 'dropdown') {
    return (
      <select {...common} className={inputLook}>
        <option value="">{say('Not chosen')}</option>
        {options?.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  if (kind === 'input') return <input {...common} type="text" maxLength={longestLine} className={inputLook} />;
  return (
    <textarea
      {...common}
      rows={3}
      maxLength={longestText}
      className={classes(
        inputLook,
        'block field-sizing-content max-h-80 min-h-16 resize-none wrap-anywhere',
        rendersCode && 'font-mono text-xs',
      )}
    />
  );
}

const longestLine = 2_000;
/** An issue takes 65,536 characters in all. */
const longestText = 20_000;
