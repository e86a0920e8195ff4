import { useEffect, useEffectEvent } from 'react';

/**
 * Gives what stands in front of the page an entry of the history as long as it `isThere`, so that Back closes it and leads no further.
 * Nothing of it stands in the entry.
 */
export function useEntry(isThere: boolean, onBack: () => void): void {
  const back = useEffectEvent(onBack);
  useEffect(() => {
    if (!isThere) return undefined;
    history.pushState({ [member]: true }, '', location.href);
    const onMove = (): void => {
      if (!isOurs(history.state)) back();
    };
    addEventListener('popstate', onMove);
    return () => {
      removeEventListener('popstate', onMove);
      if (isOurs(history.state)) history.back();
    };
  }, [isThere]);
}

const member = 'connectorDoctorOpened';

function isOurs(state: unknown): boolean {
  return typeof state === 'object' && state !== null && member in state;
}
