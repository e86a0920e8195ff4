import type { ReactNode } from 'react';

/** The parts of the preview that something to mend can lead to. */
export type SectionKey = 'name' | 'tagline' | 'description' | 'icon' | 'tools' | 'install';

/** A part of the page below the pictures; `leadTo` brings a reader to its heading. */
export function PreviewSection({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="@container grid min-w-0 gap-3 border-t border-line pt-5">
      <h2 id={id} tabIndex={-1} className="scroll-mt-4 text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Brings what has this id into sight, with the focus on it. */
export function leadTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'nearest' });
  target?.focus();
}
