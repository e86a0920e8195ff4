import type { ReactNode } from 'react';

/** A part of a page below a quiet heading: what stands in it is read first. */
export function QuietSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="@container grid min-w-0 content-start gap-2">
      <h2 className="text-xs font-semibold text-soft">{title}</h2>
      {children}
    </section>
  );
}
