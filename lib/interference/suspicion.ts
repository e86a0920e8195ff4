import type { ExtensionsSeen, Power, Suspect } from '../kernel/evidence-browser.ts';
import { knownBlocker } from '../standards/blocking-extensions.ts';

/** What the browser says of an extension (`management`). */
export interface ExtensionFacts {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** `extension`, `theme`, `hosted_app` … */
  readonly type: string;
  /** `normal`, `development`, `sideload`, `admin` … */
  readonly installType: string;
  readonly enabled: boolean;
  readonly mayDisable: boolean;
  readonly permissions: readonly string[];
  /** Match patterns. In Chromium without those of its content scripts. */
  readonly hostPermissions: readonly string[];
  /** Where it may run scripts, as far as the browser says. */
  readonly scriptSites: ScriptSites;
}

/** `some-sites`: the browser does not say which, so Claude's may be among them. */
export type ScriptSites = 'every-site' | 'claude' | 'some-sites' | 'none';

/** Which of the enabled extensions may touch claude.ai, the likeliest first. It accuses nobody: it says what they could do. */
export function suspectsOf(all: readonly ExtensionFacts[], ownId: string): ExtensionsSeen {
  const others = all.filter(({ id, type, enabled }) => enabled && type === 'extension' && id !== ownId);
  const suspects = others
    .map((facts) => suspectOf(facts))
    .filter(({ powers, known }) => powers.length > 0 || known !== null)
    .toSorted((one, other) => weightOf(other) - weightOf(one) || one.name.localeCompare(other.name, 'en'));
  return { enabled: others.length, suspects };
}

function suspectOf(facts: ExtensionFacts): Suspect {
  const { id, name, version, installType, mayDisable } = facts;
  const known = knownBlocker(id);
  return {
    id,
    name: name.slice(0, 100),
    version: version.slice(0, 40),
    powers: powersOf(facts, known?.kind === 'user-scripts'),
    known: known?.id ?? null,
    canSwitch: mayDisable && installType !== 'admin',
  };
}

/** Powers by weight: the first stands for the likeliest way to stand in the way. */
const weights: Readonly<Record<Power, number>> = {
  'block-requests': 64,
  'user-scripts': 32,
  proxy: 16,
  'alter-requests': 8,
  'read-and-change-page': 8,
  debugger: 4,
  'every-site': 2,
  'clear-data': 1,
};

function powersOf(
  { permissions, hostPermissions, scriptSites }: ExtensionFacts,
  runsUserScripts: boolean,
): readonly Power[] {
  const may = (...names: readonly string[]) => names.some((name) => permissions.includes(name));
  const reachesClaude = hostPermissions.some(coversClaude);
  const holds: Readonly<Record<Power, boolean>> = {
    // Plain `declarativeNetRequest` blocks everywhere without a host; all else needs one.
    'block-requests':
      may('declarativeNetRequest') ||
      (reachesClaude && may('declarativeNetRequestWithHostAccess', 'webRequestBlocking')),
    'user-scripts': runsUserScripts || (reachesClaude && may('userScripts')),
    proxy: may('proxy'),
    'alter-requests':
      reachesClaude && may('declarativeNetRequest', 'declarativeNetRequestWithHostAccess', 'webRequestBlocking'),
    'read-and-change-page': reachesClaude || scriptSites !== 'none',
    debugger: may('debugger'),
    'every-site': scriptSites === 'every-site' || hostPermissions.some(coversEverySite),
    'clear-data': may('browsingData'),
  };
  return (Object.keys(weights) as Power[]).filter((power) => holds[power]);
}

/** A known blocker comes before all others. */
function weightOf({ powers, known }: Suspect): number {
  return powers.reduce((sum, power) => sum + weights[power], known === null ? 0 : 1_000);
}

/** Hosts on which Claude's page lives or depends. */
const claudeHosts = ['claude.ai', 'api.anthropic.com', 'assets-proxy.anthropic.com'];

function coversClaude(pattern: string): boolean {
  const host = hostOf(pattern);
  return host !== null && claudeHosts.some((each) => isCovered(each, host));
}

function coversEverySite(pattern: string): boolean {
  return hostOf(pattern) === '*';
}

/** The host of a match pattern for https; null for patterns of other schemes, and for what is none. */
function hostOf(pattern: string): string | null {
  if (pattern === '<all_urls>') return '*';
  return /^(?:\*|https|wss):\/\/([^/]+)\//.exec(pattern)?.[1]?.toLowerCase() ?? null;
}

function isCovered(host: string, wanted: string): boolean {
  if (wanted === '*') return true;
  if (!wanted.startsWith('*.')) return host === wanted.replace(/:.*$/, '');
  return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
}
