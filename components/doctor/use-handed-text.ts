import { useEffect, useState } from 'react';
import { takeHandedText } from '../../lib/storage/handed-text.ts';
import type { Route } from './route.ts';

/** The route with the whole text that it has a ticket for, as soon as that was fetched. */
export function useHandedText(route: Route): Route {
  const ticket = route.kind === 'start' ? route.ticket : undefined;
  const [handed, setHanded] = useState<{ readonly ticket: string; readonly text: string } | null>(null);
  useEffect(() => {
    if (ticket === undefined) return;
    // What cannot be fetched is missing in the field, where the person sees it.
    void takeHandedText(ticket)
      .catch(() => null)
      .then((text) => {
        if (text !== null) setHanded({ ticket, text });
      });
  }, [ticket]);
  return route.kind === 'start' && handed !== null && handed.ticket === ticket
    ? { ...route, text: handed.text }
    : route;
}
