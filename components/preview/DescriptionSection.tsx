import { useId, useRef } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { DescriptionFault } from '../../lib/kernel/evidence-listing.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { listingLimits } from '../../lib/standards/directory-limits.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Count } from './CountedField.tsx';
import { DescriptionEditor } from './DescriptionEditor.tsx';
import { DescriptionText } from './DescriptionText.tsx';
import { adviceWords, faultWords } from '../../lib/preview/listing/fault-words.ts';
import { lineRange } from './line-range.ts';

/** The description as it is written and as it is shown, side by side, with what is wrong in it. */
export function DescriptionSection({
  description,
  value,
  fieldId,
  readOnly,
  onChange,
}: {
  readonly description: ConnectorPreview['description'];
  /** What was typed; empty where the server’s own words stand in for it. */
  readonly value: string;
  readonly fieldId: string;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const count = description ?? { length: 0, limit: listingLimits.description };
  const isOver = count.length > count.limit;
  const isTyped = value !== '';
  const faults = description?.faults ?? [];
  const showLine = (line: number): void => {
    const range = lineRange(value, line);
    field.current?.focus();
    field.current?.setSelectionRange(range.start, range.end);
  };
  return (
    <>
      <div className="grid gap-4 @3xl:grid-cols-2">
        <div className="grid min-w-0 content-start gap-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <label htmlFor={fieldId} className="font-medium">
              {say('Written, in Markdown')}
            </label>
            <Count id={`${id}-count`} count={count} />
          </div>
          <DescriptionEditor
            id={fieldId}
            value={value}
            placeholder={
              isTyped || readOnly ? undefined : say('What it does, for whom, and what somebody needs to begin.')
            }
            faults={isTyped ? faults : []}
            describedBy={`${id}-count ${id}-faults`}
            isOver={isOver}
            readOnly={readOnly}
            field={field}
            onChange={onChange}
          />
        </div>
        <div className="grid min-w-0 grid-rows-[auto_1fr] content-start gap-1">
          <h3 className="font-medium">{say('As it is shown')}</h3>
          <div
            role="region"
            aria-label={say('The description as it is shown')}
            tabIndex={0}
            className="max-h-[28rem] min-h-56 overflow-y-auto rounded-md border border-line bg-surface p-3"
          >
            {description === null || description.text.trim() === '' ? (
              <p className="text-soft">{say('Nothing is written yet.')}</p>
            ) : (
              <DescriptionText markdown={description.text} />
            )}
          </div>
        </div>
      </div>
      {description?.from === 'server' && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {say('Nothing is typed yet: what the server says of itself stands in for it.')}
          {!readOnly && (
            <Button
              size="small"
              onClick={() => {
                onChange(description.text);
                field.current?.focus();
              }}
            >
              {say('Begin with that')}
            </Button>
          )}
        </p>
      )}
      <div id={`${id}-faults`} className="grid gap-3">
        {isOver && (
          <p className="border-s-2 border-degraded ps-2">
            {say('The directory takes no more than that: keep what helps to decide, and link to the documentation.')}
          </p>
        )}
        <Faults faults={faults} onShow={isTyped ? showLine : null} />
        {description !== null && <Advice advice={description.advice} />}
      </div>
    </>
  );
}

function Faults({
  faults,
  onShow,
}: {
  readonly faults: readonly DescriptionFault[];
  /** Null where the text is not the one in the field. */
  readonly onShow: ((line: number) => void) | null;
}) {
  if (faults.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <h3 className="font-medium">
        {sayCount(faults.length, {
          one: '{count} part is not shown as written',
          other: '{count} parts are not shown as written',
        })}
      </h3>
      <ul className="m-0 grid list-none gap-2 p-0">
        {faults.slice(0, mostFaults).map((fault, index) => (
          <li key={index} className="grid gap-0.5 border-s-2 border-degraded ps-2">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{say(faultWords[fault.kind].what)}</span>
              {onShow === null ? (
                <span className="text-xs text-soft">{say('line {line}', { line: fault.line })}</span>
              ) : (
                <button
                  type="button"
                  className="rounded-sm border-0 bg-transparent p-0 text-xs text-accent underline underline-offset-2 hover:text-accent-strong"
                  onClick={() => {
                    onShow(fault.line);
                  }}
                >
                  {say('line {line}', { line: fault.line })}
                </button>
              )}
            </span>
            <Foreign text={plainLine(fault.text, 120)} mono className="text-soft" />
            <span>{say(faultWords[fault.kind].fix)}</span>
          </li>
        ))}
      </ul>
      {faults.length > mostFaults && (
        <p className="text-soft">
          {sayCount(faults.length - mostFaults, { one: 'and {count} more', other: 'and {count} more' })}
        </p>
      )}
    </div>
  );
}

/** As many as somebody reads in one go. */
const mostFaults = 20;

function Advice({ advice }: { readonly advice: NonNullable<ConnectorPreview['description']>['advice'] }) {
  if (advice.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="font-medium">{say('What readers will ask')}</h3>
      <ul className="m-0 grid list-disc gap-1 ps-5">
        {advice.map((each) => (
          <li key={each}>{say(adviceWords[each])}</li>
        ))}
      </ul>
    </div>
  );
}
