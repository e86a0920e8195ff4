import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** A part of the page on which a report leaves, below its heading. */
export function LeaveSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="@container grid min-w-0 content-start gap-2">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** The same for what few people look for: it opens at its heading. */
export function FoldedSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="@container min-w-0">
      <details className="group">
        <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-sm hover:text-accent">
          <ChevronRight
            aria-hidden
            size={16}
            className="shrink-0 transition-transform group-open:rotate-90 rtl:-scale-x-100"
          />
          <h2 className="min-w-0 text-lg font-semibold">{title}</h2>
        </summary>
        <div className="grid gap-2 pt-2">{children}</div>
      </details>
    </section>
  );
}
