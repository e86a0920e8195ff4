import { createConnection, type Connection } from './connection.ts';
import { dial } from './dialler.ts';
import { failed, failureOf, stopped, type Failure } from './failure-reason.ts';
import type { DialContext, DialOptions } from './transport.ts';

/** A connection to use, and whether it was used or lying idle before. */
export interface Lease {
  readonly kind: 'lease';
  readonly connection: Connection;
  readonly reused: boolean;
}

/** How to get a connection. `fresh` takes a new one only. */
export interface LeaseOptions extends DialOptions {
  readonly fresh?: boolean;
}

/** Connections of a run, by origin. A request has its connection for itself, so none queues behind an open event stream. */
export interface ConnectionPool {
  /** An idle connection, one that becomes free meanwhile, or a new one. */
  acquire(origin: URL, options: LeaseOptions): Promise<Lease | Failure>;
  /** Gives a connection back; it is kept when it can be used again. */
  release(origin: URL, connection: Connection): void;
  /** Ends everything, open requests included. */
  close(): Promise<void>;
}

interface Waiter {
  readonly publicOnly: boolean;
  readonly fresh: boolean;
  take(outcome: Lease | Failure): void;
}

interface PoolState {
  readonly context: DialContext;
  readonly idle: Map<string, Connection[]>;
  readonly waiting: Map<string, Set<Waiter>>;
  readonly open: Set<Connection>;
  readonly dials: Set<AbortController>;
  closed: boolean;
}

/** Makes the pool of a run. */
export function createConnectionPool(context: DialContext): ConnectionPool {
  const pool: PoolState = {
    context,
    idle: new Map(),
    waiting: new Map(),
    open: new Set(),
    dials: new Set(),
    closed: false,
  };
  return {
    acquire: (origin, options) => acquire(pool, origin, options),
    release: (origin, connection) => handOn(pool, origin, connection, true),
    close: () => close(pool),
  };
}

function acquire(pool: PoolState, origin: URL, options: LeaseOptions): Promise<Lease | Failure> {
  const doing = `connecting to ${origin.host}`;
  if (pool.closed) return Promise.resolve(failed('aborted', `${doing} was stopped`));
  if (options.signal.aborted) return Promise.resolve(stopped(options.signal, doing));
  const connection = options.fresh === true ? undefined : takeIdle(pool, origin, options.publicOnly);
  if (connection === undefined) return waitAndDial(pool, origin, options);
  connection.wake();
  return Promise.resolve({ kind: 'lease', connection, reused: true });
}

/** Dials, and takes whatever is there first: the new connection or one that another request gives back. */
function waitAndDial(pool: PoolState, origin: URL, options: LeaseOptions): Promise<Lease | Failure> {
  const { publicOnly, signal, fresh = false } = options;
  const queue = pool.waiting.get(origin.origin) ?? new Set();
  pool.waiting.set(origin.origin, queue);
  return new Promise((resolve) => {
    const dialling = new AbortController();
    const onAbort = (): void => dialling.abort(signal.reason);
    const waiter: Waiter = {
      publicOnly,
      fresh,
      take(outcome) {
        queue.delete(waiter);
        // A dial that is no longer waited for may go on: its connection serves the next request.
        signal.removeEventListener('abort', onAbort);
        resolve(outcome);
      },
    };
    queue.add(waiter);
    pool.dials.add(dialling);
    signal.addEventListener('abort', onAbort, { once: true });
    dial(origin, pool.context, { publicOnly, signal: dialling.signal })
      .catch((error: unknown) => failureOf(error))
      .then((dialled) => {
        pool.dials.delete(dialling);
        if (dialled.kind === 'failed') waiter.take(dialled);
        else handOn(pool, origin, createConnection(origin, dialled), false);
      })
      .catch((error: unknown) => waiter.take(failureOf(error)));
  });
}

/** Gives a free connection to the request that waits longest, or keeps it. */
function handOn(pool: PoolState, origin: URL, connection: Connection, reused: boolean): void {
  if (pool.closed || !connection.alive()) {
    pool.open.delete(connection);
    void connection.destroy();
    return;
  }
  pool.open.add(connection);
  for (const waiter of pool.waiting.get(origin.origin) ?? []) {
    if (!mayUse(connection, waiter.publicOnly) || (reused && waiter.fresh)) continue;
    waiter.take({ kind: 'lease', connection, reused });
    return;
  }
  connection.rest();
  pool.idle.set(origin.origin, [...(pool.idle.get(origin.origin) ?? []), connection]);
}

function takeIdle(pool: PoolState, origin: URL, publicOnly: boolean): Connection | undefined {
  const usable = (pool.idle.get(origin.origin) ?? []).filter((connection) => connection.alive());
  const taken = usable.find((connection) => mayUse(connection, publicOnly));
  pool.idle.set(
    origin.origin,
    usable.filter((connection) => connection !== taken),
  );
  return taken;
}

function mayUse({ dialled }: Connection, publicOnly: boolean): boolean {
  return !publicOnly || dialled.open;
}

async function close(pool: PoolState): Promise<void> {
  pool.closed = true;
  for (const dialling of pool.dials) dialling.abort();
  const ends = [...pool.open].map((connection) => connection.destroy());
  pool.open.clear();
  pool.idle.clear();
  await Promise.all(ends);
}
