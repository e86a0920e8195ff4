import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Report } from '../../lib/kernel/report.ts';
import { readerOf, type ReportReader } from '../../lib/report/words/who-words.ts';

interface OwnServers {
  readonly hosts: readonly string[];
  /** Takes down what the person says; null where nothing is kept, as on a page of the web. */
  readonly keep: ((host: string, isOwn: boolean) => void) | null;
}

const store = createStore<OwnServers>(() => ({ hosts: [], keep: null }));

/** Shows these hosts from now on as those whose servers the person runs. */
export function showOwnServers(hosts: readonly string[]): void {
  store.setState({ hosts });
}

/** Says how it is taken down that the person runs a server. A page calls it once, before it draws. */
export function keepOwnServers(keep: (host: string, isOwn: boolean) => void): void {
  store.setState({ keep });
}

/** Whether what the person says of their servers is kept at all. */
export function useKeepsOwnServers(): boolean {
  return useStore(store).keep !== null;
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
  const { hosts, keep } = store.getState();
  const others = hosts.filter((each) => each !== host);
  store.setState({ hosts: isOwn ? [host, ...others] : others });
  keep?.(host, isOwn);
}

/** The host that a report is about; null where it is about none. */
export function hostOfReport({ subject, target }: Report): string | null {
  return subject === 'connector' && target !== null && 'host' in target && target.host !== '' ? target.host : null;
}
