import { useId, useMemo, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { bodyView } from '../../lib/report/exchanges/body-view.ts';
import { withinSentence } from '../../lib/report/words/within-sentence.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';

/** A body as text, JSON indented. It scrolls within itself, by keyboard too. */
export function BodyBlock({
  title,
  body,
  contentType,
  note,
}: {
  readonly title: string;
  readonly body: string;
  readonly contentType: string | undefined;
  /** Its size, and how the reading ended. */
  readonly note?: string;
}) {
  const id = useId();
  const [asReceived, setAsReceived] = useState(false);
  const { text, isFormatted, isCut } = useMemo(
    () => bodyView(body, contentType, asReceived),
    [body, contentType, asReceived],
  );
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span id={id} className="text-soft">
          {title}
        </span>
        {note !== undefined && <span className="text-xs text-soft">{note}</span>}
        {(isFormatted || asReceived) && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              setAsReceived(!asReceived);
            }}
          >
            {asReceived ? say('Show indented') : say('Show as received')}
          </Button>
        )}
        {body !== '' && <CopyButton text={body} what={withinSentence(title)} />}
      </div>
      {body === '' ? (
        <p className="text-soft">{say('Empty')}</p>
      ) : (
        <pre
          tabIndex={0}
          role="group"
          aria-labelledby={id}
          dir="ltr"
          className="m-0 max-h-96 overflow-auto rounded-md border border-line bg-surface p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </pre>
      )}
      {isCut && (
        <p className="text-xs text-soft">
          {say('Only the beginning is shown. The saved report holds all that was kept.')}
        </p>
      )}
    </div>
  );
}
