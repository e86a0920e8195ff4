import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { BisectFindings, Power, ReachOutcome, Suspect } from '../../kernel/evidence-browser.ts';
import { observed } from '../../kernel/observation.ts';
import { browserSources as sources } from './browser-sources.ts';
import { hostOf, named, saidWords, short } from './look-words.ts';
import { isTold, whyMissing } from './looks.ts';

/** Each on a line of its own. */
const mostListed = 60;

/** Which other extensions could stand in Claude’s way, and does one steer where requests go? */
export const extensionsCheck = defineCheck({
  topic: 'extensions',
  needs: [],
  uses: ['reach', 'extensions', 'bisect'],
  codes: {
    'client.extension-suspect': {
      severity: 'note',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: '{count, plural, one {{name} may touch Claude’s page} other {# extensions may touch Claude’s page}}',
      detail:
        '{count, plural, one {It is switched on. That it may does not mean that it does: most extensions leave Claude alone.} other {They are switched on. That they may does not mean that they do: most extensions leave Claude alone.}}{list}',
      fix: 'If Claude does not work, “Find the extension” shows whether {count, plural, one {this one} other {one of them}} is the reason, and puts everything back.',
      sources: [sources.management, sources.rules],
    },
    'client.proxy-controlled': {
      severity: 'warning',
      confidence: 'likely',
      step: null,
      who: 'you',
      title:
        '{sign, select, error {The way to Claude goes through a proxy that does not let it through} other {An extension may send this browser’s requests through a proxy}}',
      detail:
        '{sign, select, error {Requests to {hosts} failed at a proxy ({said}). It was set by an extension (such as a VPN), by an organization’s policy or in this computer’s network settings.{names, select, none {} other { These extensions may set one: {names}.}}} other {{names} may set a proxy, as VPN extensions do. Claude was reached all the same{reached, select, yes {} other {, as far as could be seen}}.}}',
      fix: '{sign, select, error {Switch VPN and proxy extensions off, or choose “no proxy” in the network settings, and check again. In a company’s network, ask whoever runs the proxy to let claude.ai and *.anthropic.com through.} other {If Claude does not work, switch it off for a moment and check again.}}',
      sources: [sources.proxy, sources.netErrors],
    },
  },
  evaluate({ reach, extensions, bisect }) {
    const looks = observed(reach)?.looks ?? [];
    const suspects = observed(extensions)?.suspects ?? [];
    const failed = looks.flatMap(({ url, outside, page }) =>
      [outside, page].flatMap((outcome) => (isProxyFailure(outcome) ? [{ url, outcome }] : [])),
    );
    const steering = suspects.filter(({ powers }) => powers.includes('proxy')).map(({ name }) => name);
    return [
      ...(extensions.status === 'observed'
        ? suspected(suspects, observed(bisect))
        : [skip(whyMissing(extensions), 'client.extension-suspect')]),
      ...proxied(failed, steering, {
        isOutside: looks.some(({ outside }) => isProxyFailure(outside)),
        isReached: looks.some(({ outside }) => outside.kind === 'answered'),
        // A proxy that fails shows in a request; one that works shows in nothing but the power of an extension.
        unseen: looks.some(({ outside }) => isTold(outside)) ? whyUnseen(extensions) : whyMissing(reach),
      }),
    ];
  },
});

type Code = 'client.extension-suspect' | 'client.proxy-controlled';
type Failed = Extract<ReachOutcome, { readonly kind: 'failed' }>;

/** Of one that a search has found there is more to say than that it may. */
function suspected(suspects: readonly Suspect[], search: BisectFindings | undefined): Outcome<Code>[] {
  const culprits = search?.outcome.kind === 'culprits' ? search.outcome.groups.flat() : [];
  const others = suspects.filter(({ id }) => !culprits.some((culprit) => culprit.id === id));
  const [first] = others;
  if (first === undefined) return suspects.length > 0 ? [skip('not-applicable', 'client.extension-suspect')] : [];
  const more = others.length - mostListed;
  const lines = [...others.slice(0, mostListed).map(suspectLine), ...(more > 0 ? [`and ${String(more)} more`] : [])];
  const values = {
    count: others.length,
    name: short(first.name),
    list: lines.map((line) => `${newItem}${line}`).join(''),
  };
  return [found('client.extension-suspect', { values })];
}

/** Renderings that have lists make one of it. */
const newItem = '\n• ';

function suspectLine({ name, version, powers, canSwitch }: Suspect): string {
  const shown = short(version) === '' ? short(name) : `${short(name)} ${short(version)}`;
  return `${shown}: ${powersOf(powers)}${canSwitch ? '' : ' (held by your organization: it cannot be switched off here)'}`;
}

function isProxyFailure(outcome: ReachOutcome | null): outcome is Failed {
  return outcome?.kind === 'failed' && outcome.reason === 'proxy';
}

function whyUnseen(extensions: Parameters<typeof whyMissing>[0]): ReturnType<typeof whyMissing> | null {
  return extensions.status === 'observed' ? null : whyMissing(extensions);
}

/** Each goes on after “it may”. */
const powerWords: Readonly<Record<Power, string>> = {
  'block-requests': 'block requests',
  'alter-requests': 'change requests and answers',
  'user-scripts': 'run scripts of other people',
  proxy: 'send everything through a proxy',
  'read-and-change-page': 'read and change Claude’s page',
  'every-site': 'read and change every page',
  debugger: 'steer the browser as its developer tools do',
  'clear-data': 'delete what sites have stored',
};

function powersOf(powers: readonly Power[]): string {
  // Who may do it everywhere may do it there.
  const told = powers.filter((power) => power !== 'read-and-change-page' || !powers.includes('every-site'));
  if (told.length === 0) return 'what it may do is not known';
  const [only, ...rest] = told.map((power) => powerWords[power]);
  return rest.length === 0 ? `it may ${only ?? ''}` : `it may: ${[only, ...rest].join('; ')}`;
}

interface ProxySight {
  readonly isReached: boolean;
  /** A request failed at a proxy outside the page, too. */
  readonly isOutside: boolean;
  readonly unseen: ReturnType<typeof whyMissing> | null;
}

function proxied(
  failed: readonly { readonly url: string; readonly outcome: Failed }[],
  steering: readonly string[],
  { isReached, isOutside, unseen }: ProxySight,
): Outcome<Code>[] {
  const values = {
    hosts: named(failed.map(({ url }) => hostOf(url))),
    said: named(failed.map(({ outcome }) => saidWords(outcome))),
    names: steering.length === 0 ? 'none' : named(steering),
    reached: isReached ? 'yes' : 'no',
  };
  if (failed.length > 0) {
    return [
      found('client.proxy-controlled', {
        values: { ...values, sign: 'error' },
        // The browser’s word is proof that the proxy failed; it keeps Claude away where requests fail so outside the page.
        ...(isOutside && { severity: 'blocker' as const }),
        ...(!isReached && { confidence: 'certain' as const }),
      }),
    ];
  }
  if (steering.length > 0) {
    return [found('client.proxy-controlled', { values: { ...values, sign: 'power' }, confidence: 'possible' })];
  }
  return unseen === null ? [] : [skip(unseen, 'client.proxy-controlled')];
}
