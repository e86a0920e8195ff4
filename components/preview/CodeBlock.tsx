import { useId } from 'react';
import { CopyButton } from '../ui/CopyButton.tsx';

/** Lines to be copied into a file. They scroll within themselves, by keyboard too. */
export function CodeBlock({
  title,
  what,
  code,
}: {
  readonly title: string;
  /** What is copied, within a sentence: “the badge for a web page”. */
  readonly what: string;
  readonly code: string;
}) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span id={id} className="font-medium">
          {title}
        </span>
        <CopyButton text={code} what={what} />
      </div>
      <pre
        tabIndex={0}
        role="group"
        aria-labelledby={id}
        dir="ltr"
        className="m-0 max-h-80 overflow-auto rounded-md border border-line bg-well p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
      >
        {code}
      </pre>
    </div>
  );
}
