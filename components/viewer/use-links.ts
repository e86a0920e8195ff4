import { useEffect, useEffectEvent, useRef } from 'react';
import { dropLink, takeLink } from './link-here.ts';

/**
 * Tells of the link that this page is opened with, and of each that its address is changed to later; null: it led to an entry without
 * one. Answers with how to forget it.
 */
export function useLinks(onLink: (link: string | null) => void): () => void {
  const last = useRef<string | null>(null);
  const look = useEffectEvent(() => {
    const link = takeLink(window);
    if (link === last.current) return;
    last.current = link;
    onLink(link);
  });
  useEffect(() => {
    const onMove = (): void => {
      look();
    };
    onMove();
    // Another address typed over this one, and back to an earlier one.
    addEventListener('hashchange', onMove);
    addEventListener('popstate', onMove);
    return () => {
      removeEventListener('hashchange', onMove);
      removeEventListener('popstate', onMove);
    };
  }, []);
  return () => {
    last.current = null;
    dropLink(window);
  };
}
