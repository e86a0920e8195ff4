/**
 * A browser opens six HTTP/1.1 connections to a server and lets every further request queue in silence, behind event streams for one.
 * Who waits here knows that it waits for us, not for the server.
 */
export interface Places {
  /** Resolves to what gives the place back; to null when the signal aborts first. */
  take(origin: string, signal: AbortSignal): Promise<(() => void) | null>;
}

const placesAtOrigin = 6;

/** Makes places for all origins. */
export function createPlaces(): Places {
  const taken = new Map<string, number>();
  const queues = new Map<string, (() => void)[]>();
  const free = (origin: string): void => {
    const next = queues.get(origin)?.shift();
    if (next) return next();
    const left = (taken.get(origin) ?? 0) - 1;
    if (left > 0) taken.set(origin, left);
    else taken.delete(origin);
    queues.delete(origin);
  };
  const freeing = (origin: string): (() => void) => {
    let isFree = false;
    return () => {
      if (!isFree) free(origin);
      isFree = true;
    };
  };
  return {
    take(origin, signal) {
      if (signal.aborted) return Promise.resolve(null);
      const count = taken.get(origin) ?? 0;
      if (count < placesAtOrigin) {
        taken.set(origin, count + 1);
        return Promise.resolve(freeing(origin));
      }
      return new Promise((resolve) => {
        const queue = queues.get(origin) ?? [];
        queues.set(origin, queue);
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          resolve(freeing(origin));
        };
        const leave = (): void => {
          queue.splice(queue.indexOf(enter), 1);
          resolve(null);
        };
        queue.push(enter);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
