import { say } from '../../lib/i18n/say.ts';
import type { Suspect } from '../../lib/kernel/evidence-browser.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { knownBlocker } from '../../lib/standards/blocking-extensions.ts';

/** Why a suspect is left alone unless the person wishes otherwise, as a sentence; null where nothing speaks for that. */
export function whyLeftAlone({ id, name, powers }: Suspect): string | null {
  if (powers.includes('proxy') || /\bvpn\b/i.test(name)) {
    return say('Left alone, as a VPN or proxy may hang on it: while it is off, sites see your own address.');
  }
  if (knownBlocker(id)?.kind === 'security' || securityNames.test(name)) {
    return say('Left alone, as it protects you: while it is off, it guards you on no site.');
  }
  return null;
}

/** Ids of those whom the search leaves alone by default; what leads Claude through a proxy is not found without them. */
export function leftAloneByDefault(suspects: readonly Suspect[], report: Report): readonly string[] {
  const isProxyWanted = report.primary?.code === 'client.proxy-controlled';
  return suspects
    .filter((suspect) => whyLeftAlone(suspect) !== null && !(isProxyWanted && suspect.powers.includes('proxy')))
    .map(({ id }) => id);
}

/** Makers’ usual names for what guards a browser: who names itself so unjustly is left out, and can be ticked. */
const securityNames =
  /\b(?:anti-?virus|anti-?phishing|internet security|safe ?web|web ?advisor|traffic ?light|browser guard|(?:online|web|browser) (?:protection|security))\b/i;
