import { browser, type Browser } from 'wxt/browser';
import { usualMaxBodyBytes } from '../standards/limits.ts';
import { publicResolver } from '../standards/public-resolver.ts';

/** What the person set for everything that this extension does. */
export interface Settings {
  /** DNS-over-HTTPS endpoint that is asked where a run may ask public DNS. */
  readonly resolver: string;
  /** False: requests of this browser go through a proxy or a test set-up, so the addresses that it dials say nothing about a server. */
  readonly addressesAreEvidence: boolean;
  /** How long a run may take, and one step of it. Milliseconds. */
  readonly timeoutMs: number;
  readonly stepTimeoutMs: number;
  /** How much of one body is read. */
  readonly maxBodyBytes: number;
  /** How many reports are kept; the oldest go first. */
  readonly keepReports: number;
  /** Claude's pages are read for connector errors. */
  readonly watchClaude: boolean;
  /** A look at this browser asks Claude's status page as well. */
  readonly askStatusPage: boolean;
  /** `auto`: as the browser is set; else one of our languages. */
  readonly language: string;
}

/** As long as nothing was set. */
export const defaultSettings: Settings = {
  resolver: publicResolver.url,
  addressesAreEvidence: true,
  timeoutMs: 60_000,
  stepTimeoutMs: 10_000,
  maxBodyBytes: usualMaxBodyBytes,
  keepReports: 50,
  watchClaude: false,
  askStatusPage: false,
  language: 'auto',
};

/** Where they stand in `storage.local`. */
export const settingsKey = 'settings';

/** What is set now; a stored value that is none of ours counts as not set. */
export async function readSettings(): Promise<Settings> {
  return settingsOf((await browser.storage.local.get(settingsKey))[settingsKey]);
}

/** Sets what `patch` names and leaves the rest as it is. */
export async function writeSettings(patch: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: { ...(await readSettings()), ...patch } });
}

/** Calls back with each later change, until the function that it returns is called. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    const change = changes[settingsKey];
    if (area === 'local' && change) onChange(settingsOf(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function settingsOf(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const known = stored as Partial<Record<keyof Settings, unknown>>;
  const entries = Object.entries(defaultSettings).map(([name, usual]) => {
    const value = known[name as keyof Settings];
    return [name, isSane(value, usual) ? value : usual];
  });
  return Object.fromEntries(entries) as unknown as Settings;
}

function isSane(value: unknown, usual: unknown): boolean {
  return typeof value === typeof usual && (typeof value !== 'number' || (Number.isFinite(value) && value > 0));
}
