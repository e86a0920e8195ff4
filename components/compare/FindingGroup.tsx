import type { ReactNode } from 'react';

/** Findings of one kind below their title, with their number; nothing where there are none. */
export function FindingGroup({
  title,
  count,
  level = 2,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}) {
  if (count === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section aria-label={title} className="grid min-w-0 gap-2">
      <Heading className="font-semibold">
        {title} <span className="font-normal text-soft">{count}</span>
      </Heading>
      <ul className="m-0 grid list-none gap-2 p-0">{children}</ul>
    </section>
  );
}
