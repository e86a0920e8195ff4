import type { ReactNode } from 'react';
import { Foreign } from '../ui/Foreign.tsx';

/** Labelled lines. */
export function Rows({ children }: { readonly children: ReactNode }) {
  return <dl className="grid gap-x-4 gap-y-1 @md:grid-cols-[6.5rem_minmax(0,1fr)]">{children}</dl>;
}

/** One labelled line of foreign text, or of what is given. */
export function Row({
  label,
  text,
  children,
}: {
  readonly label: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <>
      <dt className="text-soft empty:hidden @md:empty:block">{label}</dt>
      <dd className="m-0 min-w-0">{text === undefined ? children : <Foreign text={text} mono />}</dd>
    </>
  );
}
