import { ImageUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { say } from '../../../lib/i18n/say.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import { plainLine } from '../../../lib/report/formats/plain.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Foreign } from '../../ui/Foreign.tsx';
import { TriedFacts } from './TriedFacts.tsx';

/** A field onto which another picture is dropped, to see how it would look. It is read in this page and goes nowhere. */
export function TryPicture({
  tried,
  onTry,
}: {
  readonly tried: SeenPicture | null;
  readonly onTry: (picture: SeenPicture | null) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const turns = useRef(0);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    turns.current += 1;
    const turn = turns.current;
    const { readTried } = await import('./read-tried.ts');
    const read = await readTried(file);
    // Of two files the one that was dropped last is meant, whichever is read first.
    if (turn !== turns.current) return;
    setProblem(read.ok ? null : read.problem);
    if (read.ok) onTry(read.value);
  };
  return (
    <div
      className={classes(
        'grid gap-2 rounded-md border border-dashed p-3',
        over ? 'border-accent bg-accent-soft' : 'border-edge',
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        // Elsewhere on the page a file that is dropped means something else.
        event.stopPropagation();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        accept="image/*,.ico"
        aria-label={say('Another picture for the icon')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          void take(file);
        }}
      />
      <p id={id}>{say('Drop a picture here to see it in place of the icon. It stays in this page.')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button aria-describedby={id} onClick={() => input.current?.click()}>
          <ImageUp aria-hidden size={16} /> {say('Choose a picture…')}
        </Button>
        {tried && (
          <Button
            variant="quiet"
            onClick={() => {
              turns.current += 1;
              setProblem(null);
              onTry(null);
            }}
          >
            {say('Back to the icon that was seen')}
          </Button>
        )}
      </div>
      <p role="status" className="text-broken empty:hidden">
        {problem}
      </p>
      {tried && (
        <>
          <p className="font-medium">
            <Foreign text={plainLine(tried.url, 120)} />
          </p>
          <TriedFacts picture={tried} />
        </>
      )}
    </div>
  );
}
