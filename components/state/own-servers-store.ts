import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Report } from '../../lib/kernel/report.ts';
import { readerOf, type ReportReader } from '../../lib/report/words/who-words.ts';
import { readOwnServers, watchOwnServers, writeOwnServer } from '../../lib/storage/own-servers.ts';

const store = createStore<{ readonly hosts: readonly string[] }>(() => ({ hosts: [] }));

/** Begins to mirror which servers the person runs; settles once it was read. A page calls it once, before it draws. */
export async function mirrorOwnServers(): Promise<void> {
  const keep = (hosts: readonly string[]): void => {
    store.setState({ hosts });
  };
  watchOwnServers(keep);
  keep(await readOwnServers());
}

/** The hosts whose servers the person runs. */
export function useOwnServers(): readonly string[] {
  return useStore(store).hosts;
}

/** True when the person said that the server at this address is theirs. */
export function useIsOwnServer(url: string | null): boolean {
  const hosts = useOwnServers();
  return url !== null && URL.canParse(url) && hosts.includes(new URL(url).host);
}

/** Who reads this report: whoever said that the server is theirs, else the one that the report tells of. */
export function useReader(report: Report): ReportReader {
  const hosts = useOwnServers();
  const host = hostOfReport(report);
  return host !== null && hosts.includes(host) ? 'author' : readerOf(report);
}

/** Takes down that the person runs this host’s server, or does not: it is shown at once. */
export function tellOwnServer(host: string, isOwn: boolean): void {
  const others = store.getState().hosts.filter((each) => each !== host);
  store.setState({ hosts: isOwn ? [host, ...others] : others });
  void writeOwnServer(host, isOwn);
}

/** The host that a report is about; null where it is about none. */
export function hostOfReport({ subject, target }: Report): string | null {
  return subject === 'connector' && target !== null && 'host' in target && target.host !== '' ? target.host : null;
}
