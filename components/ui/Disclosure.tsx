import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** A line that opens to more. `summary` says what is inside, so that nobody has to open it to find out. */
export function Disclosure({
  summary,
  open,
  onToggle,
  children,
}: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <details className="group" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className="flex min-h-6 list-none items-start gap-1 rounded-sm text-accent hover:text-accent-strong">
        <ChevronRight
          aria-hidden
          size={16}
          className="mt-0.5 shrink-0 transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="ms-5 mt-1">{children}</div>
    </details>
  );
}
