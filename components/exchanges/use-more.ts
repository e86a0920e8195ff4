import { useState } from 'react';

/** The first of many items, and more of them at a click: a foreign report may hold any number. */
export function useMore<T>(
  items: readonly T[],
  step: number,
): { readonly shown: readonly T[]; readonly left: number; readonly showMore: () => void } {
  const [limit, setLimit] = useState(step);
  return {
    shown: items.slice(0, limit),
    left: Math.max(0, items.length - limit),
    showMore: () => {
      setLimit((most) => most + step);
    },
  };
}
