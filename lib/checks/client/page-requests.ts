import { defineCheck, found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { ReachLook, TrafficNote } from '../../kernel/evidence-browser.ts';
import type { FailureReason } from '../../kernel/exchange.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { observed } from '../../kernel/observation.ts';
import { browserSources as sources } from './browser-sources.ts';
import { hostOf, named, needWords } from './look-words.ts';
import { areCulpritsOff, isPast, searched, whyMissing, whyPageUnseen } from './looks.ts';

const find =
  'Find out which extension it is: “Find the extension” switches the likely ones off and on again by itself, and puts everything back. Then allow claude.ai in it, or switch it off, and reload Claude’s page. If none does it, look at the browser’s own blocking, such as Brave’s shields.';

/** After a search nobody is sent to it again. */
const left =
  'Look at the browser’s own blocking, such as Brave’s shields, and at extensions that were not tried: allow claude.ai and anthropic.com there, and reload Claude’s page. The search had all the others switched off, and it failed just the same.';

const told =
  'The search has named the extension that stands in Claude’s way: allow claude.ai and anthropic.com in it, or switch it off, and reload Claude’s page.';

const reload =
  'Reload Claude’s page to use it: what you typed there and did not send is lost. If this is said once more after that, a rule stops some requests of this kind and not others: “Find the extension” shows whose.';

const whatHelps = `{now, select, past {${reload}} other {{searched, select, none {${left}} named {${told}} other {${find}}}}}`;

/** What becomes of the requests that Claude’s page makes, within this browser? */
export const pageRequestsCheck = defineCheck({
  topic: 'page-requests',
  needs: [],
  uses: ['browser', 'reach', 'page-traffic', 'bisect', 'extensions'],
  codes: {
    'client.request-blocked': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'you',
      title:
        '{now, select, past {Requests that Claude needs were blocked before, and get through now} other {{proof, select, seen {Something in this browser blocks requests that Claude needs} other {Something in this browser seems to keep requests of Claude’s page back}}}}',
      detail:
        '{now, select, past {Requests to {hosts} were stopped in this browser while this page was open, and nothing was seen to stop them now. The page went without them: {what}.} other {{proof, select, seen {An extension such as an ad blocker, or the browser’s own blocking, stopped requests to {hosts} before they left.} other {The same request to {hosts} is answered outside Claude’s page and fails within it.}} Claude needs them for {what}.}} The browser’s word for it is {said}.',
      fix: whatHelps,
      sources: [sources.webRequest, sources.netErrors, sources.hosts, sources.directoryFails],
    },
    'client.request-redirected': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'you',
      title:
        '{now, select, past {Requests that Claude needs were sent elsewhere before, and get through now} other {Something in this browser sends requests that Claude needs elsewhere}}',
      detail:
        'Requests to {hosts} were led to {to} before they left the browser, so Claude’s servers never saw them. Extensions do that. {now, select, past {Nothing was seen to lead them away now. The page went without them: {what}.} other {Claude needs them for {what}.}}',
      fix: whatHelps,
      sources: [sources.webRequest, sources.rules, sources.hosts],
    },
    'client.telemetry-blocked': {
      severity: 'note',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'Something in this browser blocks requests that Claude does without',
      detail:
        'Requests to {hosts} were stopped ({purposes}). Many people want that, and connectors work without them: this is not what keeps Claude from working.',
      fix: 'Nothing has to be changed.',
      sources: [sources.webRequest, sources.hosts],
    },
  },
  evaluate(seen) {
    const looks = observed(seen.reach)?.looks ?? [];
    const traffic = observed(seen['page-traffic']);
    const notes = traffic?.notes ?? [];
    const why = whyPageUnseen(seen);
    const told = { now: 'still', searched: searched(seen.bisect) };
    const areAllPast = areCulpritsOff(seen.bisect, seen.extensions);
    const sight = { looks, notes, live: notes.filter((note) => !areAllPast && !isPast(note, looks)) };
    const needed = [blocked(sight, told), redirected(sight, told)].flat();
    const missing: Outcome<Code>[] =
      why === null ? [] : [skip(why, 'client.request-blocked', 'client.request-redirected')];
    return [
      ...(needed.length > 0 ? needed : missing),
      ...telemetry(
        notes,
        traffic ? (traffic.isWhole ? null : (why ?? 'prerequisite')) : whyMissing(seen['page-traffic']),
      ),
    ];
  },
});

type Code = 'client.request-blocked' | 'client.request-redirected' | 'client.telemetry-blocked';

/** One request that did not come through. */
interface Loss {
  readonly host: string;
  readonly what: string;
  readonly said: string;
  /** A picture or a letter’s form: Claude looks odd without it, and works. */
  readonly isDecoration: boolean;
}

interface Sight {
  readonly looks: readonly ReachLook[];
  readonly notes: readonly TrafficNote[];
  /** The notes of what is not past. */
  readonly live: readonly TrafficNote[];
}

/** What the words need to know besides. */
interface Told {
  /** `past`: it befell the open page before, and nothing of it is to be seen now. */
  readonly now: string;
  readonly searched: string;
}

const past = { now: 'past' } as const;

function blocked({ looks, notes, live }: Sight, told: Told): Outcome<Code>[] {
  const certain = [...looks.flatMap(stoppedLook), ...live.flatMap(stoppedNote)];
  const losses = certain.length > 0 ? certain : looks.flatMap((look) => keptBack(look, notes));
  if (losses.length > 0) return [lost(losses, certain.length > 0, told)];
  // What only decorates is no reason to load the page anew.
  const before = notes.flatMap(stoppedNote).filter(({ isDecoration }) => !isDecoration);
  return before.length > 0 ? [{ ...lost(before, true, { ...told, ...past }), severity: 'problem' }] : [];
}

function lost(losses: readonly Loss[], isSeen: boolean, told: Told): Found<'client.request-blocked'> {
  const values = {
    ...told,
    proof: isSeen ? 'seen' : 'compared',
    hosts: named(losses.map(({ host }) => host)),
    what: named(losses.map(({ what }) => what)),
    said: named(losses.map(({ said }) => said)),
  };
  return found('client.request-blocked', {
    values,
    ...(!isSeen && { confidence: 'likely' as const }),
    ...(losses.every(({ isDecoration }) => isDecoration) && { severity: 'warning' as const }),
  });
}

/** The words of browsers for a request that an extension, or a blocker of the browser’s own, has stopped. */
const stoppedWords = /^(?:net::ERR_BLOCKED_BY_CLIENT|NS_ERROR_ABORT)$/;

function stoppedLook({ need, url, page }: ReachLook): readonly Loss[] {
  if (page?.kind !== 'failed' || !stoppedWords.test(page.said)) return [];
  return [{ host: hostOf(url), what: needWords(need), said: page.said, isDecoration: false }];
}

function stoppedNote({ need, url, type, what }: TrafficNote): readonly Loss[] {
  if (need === null || reporting.has(type) || what.kind !== 'blocked' || !stoppedWords.test(what.said)) return [];
  return [{ host: hostOf(url), what: needWords(need), said: what.said, isDecoration: decoration.has(type) }];
}

const decoration: ReadonlySet<string> = new Set(['image', 'font', 'media']);

/** Pages report with these, and do not wait for an answer. */
const reporting: ReadonlySet<string> = new Set(['ping', 'beacon', 'csp_report']);

/**
 * Failures of the way itself: where the same request is answered outside the page at the same time, something stands between the two.
 * What the browser refuses of an answer that came (CORS, a policy), a time limit, and what the page gave up are none.
 */
const ofTheWay: ReadonlySet<FailureReason> = new Set([
  'dns',
  'refused',
  'reset',
  'tls-untrusted',
  'tls-name',
  'tls-chain',
  'tls-handshake',
  'proxy',
]);

function keptBack({ need, url, outside, page }: ReachLook, notes: readonly TrafficNote[]): readonly Loss[] {
  if (outside.kind !== 'answered' || page?.kind !== 'failed') return [];
  // A policy of the page’s own stops a request before it is sent as well.
  const isHeld = !page.wasSent && page.reason === 'unknown' && !/BLOCKED_BY_(?:CSP|RESPONSE|ORB)/.test(page.said);
  if (!isHeld && !ofTheWay.has(page.reason)) return [];
  const isPassing = notes.some(({ what }) => what.kind === 'failed' && what.reason === 'unreachable');
  return isPassing ? [] : [{ host: hostOf(url), what: needWords(need), said: page.said, isDecoration: false }];
}

function redirected({ looks, notes, live }: Sight, told: Told): Outcome<Code>[] {
  const now = [...looks.flatMap(divertedLook), ...live.flatMap(divertedNote)];
  const all = now.length > 0 ? now : notes.flatMap(divertedNote);
  if (all.length === 0) return [];
  const values = {
    ...told,
    ...(now.length === 0 && past),
    hosts: named(all.map(({ url }) => hostOf(url))),
    to: named(all.map(({ to }) => placeOf(to))),
    what: named(all.map(({ need }) => needWords(need))),
  };
  return [found('client.request-redirected', { values, ...(now.length === 0 && { severity: 'problem' as const }) })];
}

interface Diverted {
  readonly need: string;
  readonly url: string;
  readonly to: string;
}

function divertedLook({ need, url, page }: ReachLook): readonly Diverted[] {
  return page?.kind === 'diverted' && isElsewhere(url, page.to) ? [{ need, url, to: page.to }] : [];
}

function divertedNote({ need, url, type, what }: TrafficNote): readonly Diverted[] {
  if (need === null || what.kind !== 'diverted' || reporting.has(type) || !isElsewhere(url, what.to)) return [];
  return [{ need, url, to: what.to }];
}

/** Not the same address without what stood behind its “?”: parameters that follow people are cut off so. */
function isElsewhere(url: string, to: string): boolean {
  return url.replace(/\?.*$/s, '') !== to;
}

function placeOf(to: string): string {
  if (/^(?:chrome|moz)-extension:/.test(to)) return 'a file of an extension';
  return /^https?:/.test(to) ? hostOf(to) : 'an empty answer';
}

/** `unseen`: why some requests of the page were not seen; null when all were. */
function telemetry(notes: readonly TrafficNote[], unseen: SkipReason | null): Outcome<Code>[] {
  const stopped = notes.filter(
    ({ extra, type, what }) =>
      (extra !== null || reporting.has(type)) && (what.kind === 'blocked' || what.kind === 'diverted'),
  );
  if (stopped.length === 0) return unseen === null ? [] : [skip(unseen, 'client.telemetry-blocked')];
  const values = {
    hosts: named(stopped.map(({ url }) => hostOf(url))),
    purposes: named(stopped.map(({ extra }) => extra ?? 'telemetry')),
  };
  return [found('client.telemetry-blocked', { values })];
}
