import { useId, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Handed } from '../report/open-report.ts';
import { OpenReport } from '../report/OpenReport.tsx';
import { Button } from '../ui/Button.tsx';
import { inputLook } from '../ui/Field.tsx';

/** The ways to open a report: a file, or a field for its text or its link. */
export function OpenAnything({ onOpen }: { readonly onOpen: (handed: Handed) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className="grid max-w-2xl gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        onOpen({ kind: 'text', text, isForReports: true });
      }}
    >
      <label htmlFor={id} className="font-medium">
        {say('Paste a report or a link')}
      </label>
      <div className="flex flex-wrap items-start gap-2">
        <input
          id={id}
          type="text"
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          dir="ltr"
          className={`${inputLook} min-w-0 flex-1 basis-56`}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            // A field of one line would lose what a mail broke into several, and a whole report is not to be drawn in one.
            if (text !== '' || !(pasted.length > longestDrawn || /[\r\n]/.test(pasted.trim()))) return;
            event.preventDefault();
            onOpen({ kind: 'text', text: pasted, isForReports: true });
          }}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {say('Open')}
        </Button>
        <OpenReport
          onFile={(file) => {
            onOpen({ kind: 'file', file });
          }}
        />
      </div>
    </form>
  );
}

const longestDrawn = 5_000;
