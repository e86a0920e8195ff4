import { Suspense, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';

/** Stands around what is loaded when it is first opened, and says as long that it is. */
export function Loaded({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense
      fallback={
        <p aria-busy="true" className="text-soft">
          {say('Opening…')}
        </p>
      }
    >
      {children}
    </Suspense>
  );
}
