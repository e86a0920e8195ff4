import { useEffect, useRef } from 'react';

/**
 * Leads the focus to the first heading of the page’s content when another thing took the place of what had it: `shown` names what stands
 * there. Without it a screen reader would fall silent, and Tab begin at the top.
 */
export function useFocusKept(shown: string): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const has = document.activeElement;
    if (has !== null && has !== document.body) return;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [shown]);
}
