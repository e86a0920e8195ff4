import { useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';

/** A button that lets a file be chosen. */
export function FileButton({
  label,
  accept,
  onFile,
  children,
}: {
  /** What kind of file is meant, for screen readers. */
  readonly label: string;
  /** As `<input type="file">` takes it. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>{children}</Button>
    </>
  );
}
