import { ClipboardPaste } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { inputLook } from '../ui/Field.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Say } from '../ui/Say.tsx';
import { readingOf, type TypedReading } from './typed-reading.ts';

/**
 * The field for a connector: it takes an address, a pasted configuration or a command, and shows at once what was understood. Enter
 * starts the check, Shift+Enter makes a new line.
 */
export function ConnectorField({
  value,
  local = false,
  label = say('The connector’s address'),
  action = say('Check'),
  primary = true,
  autoFocus = false,
  onChange,
  onCheck,
}: {
  readonly value: string;
  /** “Not public yet”: a bare host of the own network is read as http. */
  readonly local?: boolean;
  readonly label?: string;
  readonly action?: string;
  readonly primary?: boolean;
  /** Where it is what a page was opened for. */
  readonly autoFocus?: boolean;
  readonly onChange: (text: string) => void;
  /** Called in the click itself, so that permissions can be asked for. */
  readonly onCheck: (text: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [pasteFailed, setPasteFailed] = useState(false);
  const reading = readingOf(value, { local });
  const check = (): void => {
    if (reading.kind === 'empty') field.current?.focus();
    else onCheck(value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that chooses a word in an input method is no Enter of the field.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    check();
  };
  const paste = async (): Promise<void> => {
    const text = await navigator.clipboard.readText().catch(() => null);
    setPasteFailed(text === null);
    if (text !== null) onChange(text);
    field.current?.focus();
  };
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex items-start gap-2">
        <div dir="ltr" className="relative min-w-0 flex-1">
          <textarea
            ref={field}
            id={id}
            rows={1}
            value={value}
            autoFocus={autoFocus}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            placeholder="https://…"
            aria-describedby={`${id}-reading`}
            className={`${inputLook} block field-sizing-content max-h-24 resize-none pe-9 wrap-anywhere`}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setPasteFailed(false);
              onChange(event.currentTarget.value);
            }}
          />
          <IconButton
            label={say('Paste from the clipboard')}
            icon={ClipboardPaste}
            className="absolute end-0 top-0"
            onClick={() => void paste()}
          />
        </div>
        <Button variant={primary ? 'primary' : 'secondary'} className="shrink-0" onClick={check}>
          {action}
        </Button>
      </div>
      <div id={`${id}-reading`} role="status" className="text-xs text-soft empty:hidden">
        {pasteFailed
          ? say('The browser did not hand the clipboard over: press Ctrl+V (⌘V) in the field.')
          : wordsOf(reading, value)}
      </div>
    </div>
  );
}

function wordsOf(reading: TypedReading, value: string) {
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'no-address') return reading.words;
  const isPlain = reading.url === value.trim() || reading.url === `${value.trim()}/`;
  if (isPlain && reading.notes.length === 0) return null;
  return (
    <>
      <Say
        text="Understood as {url}."
        with={{ url: <Foreign text={reading.url} mono className="font-medium text-ink" /> }}
      />{' '}
      {reading.notes.join(' ')}
    </>
  );
}
