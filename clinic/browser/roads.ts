import { connect, createServer, type Socket } from 'node:net';
import { randomInt } from 'node:crypto';
import { parseConnectTo } from '../../lib/adapters/node/connect-to.ts';
import { listen, type Listener } from '../front.ts';

/**
 * Where a browser's connections go. A browser is told once, at its start, to which loopback port each public host and port leads;
 * what stands behind it changes with each stage. A host with nothing behind it refuses connections.
 */
export interface Roads {
  /** For `--host-resolver-rules`, one for each host that was named. */
  readonly rules: readonly string[];
  /**
   * Leads hosts to what is behind them now (`HOST:PORT:HOST:PORT`, as curl's `--connect-to`); all others refuse, and connections to
   * what was there before are closed. Throws for a host that was not named at the start.
   */
  lead(connectTo: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface Post {
  readonly address: string;
  readonly port: number;
  listener: Listener | null;
}

/** A listener on this machine. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Sets up roads for these hosts, each `HOST:PORT`. */
export async function createRoads(hosts: readonly string[]): Promise<Roads> {
  const names = [...new Set(hosts.map((host) => host.toLowerCase()))];
  const posts = new Map(await Promise.all(names.map(async (name) => [name, await reservePost()] as const)));
  const point = async (post: Post, target: Place | null): Promise<void> => {
    await post.listener?.close();
    const server =
      target !== null && (await isTaken(target)) ? createServer({ allowHalfOpen: true }, join(target)) : null;
    post.listener = server && (await listen(server, { port: post.port, address: post.address }));
  };
  const pointAll = async (targets: ReadonlyMap<string, Place>): Promise<void> =>
    void (await Promise.all([...posts].map(([name, post]) => point(post, targets.get(name) ?? null))));
  return {
    rules: [...posts].map(([name, { address, port }]) => `MAP ${name} ${address}:${String(port)}`),
    async lead(connectTo) {
      const targets = new Map(connectTo.map(roadOf));
      const strangers = [...targets.keys()].filter((name) => !posts.has(name));
      if (strangers.length > 0) throw new Error(`this browser knows no road to ${strangers.join(', ')}`);
      await pointAll(targets);
    },
    close: () => pointAll(new Map()),
  };
}

/** The public `HOST:PORT` and the place on this machine that stands for it. */
export function roadOf(connectTo: string): readonly [string, Place] {
  const { fromHost, fromPort, toHost, toPort } = parseConnectTo(connectTo);
  return [`${fromHost.toLowerCase()}:${String(fromPort)}`, { host: toHost, port: toPort }];
}

/**
 * Where the system has more loopback addresses than one, an address for this host alone: no server of a stage can be given a port on
 * it, and hosts can be told apart by their addresses.
 */
function ownAddress(): string {
  if (process.platform !== 'linux') return '127.0.0.1';
  return ['127', randomInt(1, 255), randomInt(255), randomInt(1, 255)].join('.');
}

async function reservePost(): Promise<Post> {
  const address = ownAddress();
  const listener = await listen(createServer(), { address });
  await listener.close();
  return { address, port: listener.port, listener: null };
}

/** Whether somebody listens there, found out without connecting: some stages count connections. */
async function isTaken({ host, port }: Place): Promise<boolean> {
  try {
    await (await listen(createServer(), { port, address: host })).close();
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return true;
    throw error;
  }
}

/** Passes bytes both ways, and each way in which a connection can end. */
function join(target: Place): (from: Socket) => void {
  return (from) => {
    const to = connect({ ...target, allowHalfOpen: true });
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.setNoDelay(true);
      one.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNRESET') other.resetAndDestroy();
      });
      one.on('close', () => other.destroySoon());
      one.pipe(other);
    }
  };
}
