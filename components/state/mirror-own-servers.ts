import { readOwnServers, watchOwnServers, writeOwnServer } from '../../lib/storage/own-servers.ts';
import { keepOwnServers, showOwnServers } from './own-servers-store.ts';

/** Begins to mirror which servers the person runs; settles once it was read. A page calls it once, before it draws. */
export async function mirrorOwnServers(): Promise<void> {
  keepOwnServers((host, isOwn) => void writeOwnServer(host, isOwn));
  watchOwnServers(showOwnServers);
  showOwnServers(await readOwnServers());
}
