import { FolderOpen } from 'lucide-react';
import { useId, useRef } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';

/** A button that lets a saved report be chosen. */
export function OpenReport({ onFile }: { readonly onFile: (file: File) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".json,application/json"
        aria-label={say('A saved report')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden size={16} /> {say('Open a saved report…')}
      </Button>
    </>
  );
}
