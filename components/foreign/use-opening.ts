import { useRef, useState } from 'react';
import type { Handed } from '../report/open-report.ts';
import { beginOpening, type Opened } from './opening.ts';

/** A place for one report from outside. */
export interface OpeningPlace {
  readonly opened: Opened | null;
  /** Opens this in place of whatever was being opened before. */
  open(handed: Handed): void;
  close(): void;
}

/** Holds what is opened as long as the page is open: nothing of it is kept, and the address says nothing of it. */
export function useOpening(): OpeningPlace {
  const [opened, setOpened] = useState<Opened | null>(null);
  const current = useRef<AbortController>(null);
  const begin = (): AbortController => {
    current.current?.abort();
    return (current.current = new AbortController());
  };
  return {
    opened,
    open: (handed) => void beginOpening(handed, begin(), setOpened),
    close: () => {
      begin();
      setOpened(null);
    },
  };
}
