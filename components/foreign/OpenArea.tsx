import { useEffect, useEffectEvent, useState, type DragEvent, type ReactNode } from 'react';
import type { Handed } from '../report/open-report.ts';
import { classes } from '../ui/classes.ts';

/** A page on which reports (and whatever else is read here) can be dropped anywhere, and pasted anywhere outside of its fields. */
export function OpenArea({
  takesPaste = true,
  onHanded,
  children,
}: {
  /** Where the page shows something else, what is pasted is not meant for it. */
  readonly takesPaste?: boolean;
  /** What was dropped or pasted, the first two at most. */
  readonly onHanded: (handed: readonly Handed[]) => void;
  readonly children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  usePaste(takesPaste, onHanded);
  return (
    <div
      className={classes('min-h-screen', isOver && 'outline-2 -outline-offset-4 outline-accent')}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        // A part of the page may take the file itself.
        setOver(!event.defaultPrevented);
        event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!hasFile(event)) return;
        event.preventDefault();
        const handed = filesIn(event.dataTransfer);
        if (handed.length > 0) onHanded(handed);
      }}
    >
      {children}
    </div>
  );
}

function hasFile(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

function usePaste(isWanted: boolean, onHanded: (handed: readonly Handed[]) => void): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || isField(event.target) || !event.clipboardData) return;
    const files = filesIn(event.clipboardData);
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) onHanded(files);
    else if (text.trim() !== '') onHanded([{ kind: 'text', text }]);
  });
  useEffect(() => {
    if (!isWanted) return undefined;
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('paste', onPaste);
    };
  }, [isWanted]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function filesIn({ files }: DataTransfer): readonly Handed[] {
  return [...files].slice(0, 2).map((file) => ({ kind: 'file', file }));
}
