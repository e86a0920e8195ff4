import { browser, type Browser } from 'wxt/browser';

const key = 'own-servers';

/** The hosts whose servers the person runs, as they say; the last one told first. */
export async function readOwnServers(): Promise<readonly string[]> {
  return hostsOf((await browser.storage.local.get(key))[key]);
}

/** Keeps, or forgets, that the person runs this host’s server. */
export async function writeOwnServer(host: string, isOwn: boolean): Promise<void> {
  const others = (await readOwnServers()).filter((each) => each !== host);
  await browser.storage.local.set({ [key]: hostsOf(isOwn ? [host, ...others] : others) });
}

/** Forgets all of them. */
export async function dropOwnServers(): Promise<void> {
  await browser.storage.local.remove(key);
}

/** Calls back with each later change, until the function that it returns is called. */
export function watchOwnServers(onChange: (hosts: readonly string[]) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    const change = changes[key];
    if (area === 'local' && change) onChange(hostsOf(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Nobody runs more than these, and a name of the DNS is no longer with its port. */
const mostHosts = 50;
const longestHost = 260;

function hostsOf(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  const hosts = stored.filter(
    (each): each is string => typeof each === 'string' && each !== '' && each.length <= longestHost,
  );
  return [...new Set(hosts)].slice(0, mostHosts);
}
