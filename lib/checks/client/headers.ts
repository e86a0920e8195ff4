import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { PageIntegrity, TrafficNote, TrafficTrouble } from '../../kernel/evidence-browser.ts';
import { observed } from '../../kernel/observation.ts';
import { headerWeights } from '../../standards/page-marks.ts';
import { browserSources as sources } from './browser-sources.ts';
import { hostOf, named } from './look-words.ts';
import { areCulpritsOff, searched } from './looks.ts';

/** Does something in this browser change what Claude’s page sends or receives? */
export const headersCheck = defineCheck({
  topic: 'headers',
  needs: ['page-traffic'],
  uses: ['page-integrity', 'bisect', 'extensions'],
  codes: {
    'client.headers-altered': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title:
        '{now, select, past {An extension that is off now changed headers of Claude’s page} other {{weight, select, refused {Another extension changed rules of Claude’s page, and requests are refused by them} matters {Another extension changes what Claude’s page {direction, select, request {sends} response {receives} other {sends and receives}}} other {Another extension changes headers of Claude’s page}}}}',
      detail:
        '{weight, select, refused {The headers {names} are not the ones that {hosts} sent, and the browser then refused requests of the page to {refused}. What a page may load, and from where, stands in them.} matters {The headers {names} are not the same on both sides of this browser’s extensions ({hosts}). What a page may load, who is signed in, and what it may read of an answer stand in such headers.} other {The headers {names} are not the same on both sides of this browser’s extensions ({hosts}). Nothing is known that Claude would need them for.}}',
      fix: '{now, select, past {Reload Claude’s page to have it as its servers send it: what you typed there and did not send is lost.} other {{weight, select, other {{searched, select, no {Find out which extension it is: “Find the extension” switches the likely ones off and on again by itself, and puts everything back. Then let it leave claude.ai alone, and reload Claude’s page.} named {The search has named an extension that stands in Claude’s way: let it leave claude.ai alone, or switch it off, and reload Claude’s page.} other {Let extensions that the search did not try leave claude.ai alone, and reload Claude’s page. It had all the others switched off, and it failed just the same.}}} minor {Nothing has to be changed while Claude works.}}}}',
      sources: [sources.webRequest, sources.scriptPolicy, sources.crossOrigin],
    },
  },
  evaluate({ 'page-traffic': { isWhole, notes }, 'page-integrity': integrity, bisect, extensions }) {
    const isPast = areCulpritsOff(bisect, extensions);
    const told = { now: isPast ? 'past' : 'still', searched: searched(bisect) };
    const edits = notes.flatMap(editOf);
    const weighty = edits.filter(({ matters }) => matters.length > 0);
    const refused = [
      ...(weighty.some(({ isStricterPolicy }) => isStricterPolicy) ? refusedHosts(observed(integrity)) : []),
      ...keptFromPage(weighty, notes),
    ];
    if (refused.length > 0) {
      const values = { ...told, ...valuesOf(weighty), weight: 'refused', refused: named(refused) };
      return [found('client.headers-altered', { values, ...(!isPast && { severity: 'blocker' as const }) })];
    }
    if (weighty.length > 0) {
      const values = { ...told, ...valuesOf(weighty), weight: 'matters', refused: '' };
      return [found('client.headers-altered', { values })];
    }
    const minor = edits.filter(({ others }) => others.length > 0);
    if (minor.length > 0) {
      const values = { ...told, ...valuesOf(minor), weight: 'minor', refused: '' };
      return [found('client.headers-altered', { values, severity: 'note' })];
    }
    // Where the document came before we looked, its headers were never seen: a reload shows them.
    return isWhole ? [] : [skip('prerequisite', 'client.headers-altered')];
  },
});

interface Edit {
  readonly host: string;
  readonly direction: 'request' | 'response';
  readonly matters: readonly string[];
  readonly others: readonly string[];
  /** A content security policy was put in or changed: what it forbids, the server allows. */
  readonly isStricterPolicy: boolean;
  /** What lets the page read an answer was taken out or changed. */
  readonly isPermission: boolean;
}

function refusedHosts(integrity: PageIntegrity | undefined): readonly string[] {
  return integrity?.refusedByPolicy.map(({ host }) => host) ?? [];
}

/** Hosts whose answers came, and were then kept from the page: the headers are not the server’s that say who may read them. */
function keptFromPage(edits: readonly Edit[], notes: readonly TrafficNote[]): readonly string[] {
  const hosts = new Set(edits.flatMap(({ host, isPermission }) => (isPermission ? [host] : [])));
  return notes.flatMap(({ need, url, what }) =>
    need !== null && what.kind === 'failed' && what.said === 'net::ERR_FAILED' && hosts.has(hostOf(url))
      ? [hostOf(url)]
      : [],
  );
}

function editOf({ need, url, what }: TrafficNote): readonly Edit[] {
  if (need === null || what.kind !== 'headers') return [];
  const names = namesOf(what);
  const known = headerWeights[what.direction];
  return [
    {
      host: hostOf(url),
      direction: what.direction,
      matters: names.filter((name) => known.matters.test(name)),
      others: names.filter((name) => !known.matters.test(name) && !known.harmless.test(name)),
      isPermission: [...what.removed, ...what.changed].some((name) => /^access-control-/i.test(name)),
      isStricterPolicy: [...what.added, ...what.changed].some((name) => /^content-security-policy$/i.test(name)),
    },
  ];
}

function namesOf({ added, removed, changed }: Extract<TrafficTrouble, { kind: 'headers' }>): readonly string[] {
  return [...added, ...removed, ...changed].map((name) => name.toLowerCase());
}

function valuesOf(edits: readonly Edit[]) {
  const directions = new Set(edits.map(({ direction }) => direction));
  const [direction] = directions;
  const headers = edits.flatMap(({ matters, others }) => (matters.length > 0 ? matters : others));
  return {
    names: named(headers),
    hosts: named(edits.map(({ host }) => host)),
    direction: directions.size === 1 && direction !== undefined ? direction : 'both',
  };
}
