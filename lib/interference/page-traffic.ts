import type { PageTraffic, TrafficNote, TrafficTrouble } from '../kernel/evidence-browser.ts';
import { isBlock, isGivenUp, type Flight } from './request-flight.ts';
import { kindOf, shownUrl } from './request-kind.ts';

const mostNotes = 60;
const mostWords = 200;

/** What is known of a page whose requests are watched from now on; `isWhole`: since its document began to load. */
export function beginTraffic(isWhole: boolean): PageTraffic {
  return { isWhole, requests: 0, notes: [] };
}

/** One more request of the page. */
export function withRequest(traffic: PageTraffic): PageTraffic {
  return { ...traffic, requests: traffic.requests + 1 };
}

/** What there is to note of a request that is over; the same object where there is nothing. */
export function withFlight(traffic: PageTraffic, flight: Flight): PageTraffic {
  const notes = notesOf(flight).reduce(withNote, traffic.notes);
  return notes === traffic.notes ? traffic : { ...traffic, notes };
}

function notesOf(flight: Flight): readonly TrafficNote[] {
  const { need, extra } = kindOf(flight.url);
  return troublesOf(flight, need !== null).map((what) => ({
    url: keptUrl(flight.url),
    need: need?.id ?? null,
    purpose: need?.purpose ?? null,
    extra,
    type: flight.type,
    what,
    times: 1,
  }));
}

/** A rule may go by the query, which is not kept: that there was one is. */
function keptUrl(url: string): string {
  const hasQuery = (URL.parse(url)?.search ?? '') !== '';
  return `${shownUrl(url)}${hasQuery ? '?…' : ''}`;
}

function troublesOf({ end, edits, type }: Flight, isNeeded: boolean): readonly TrafficTrouble[] {
  switch (end?.kind) {
    case undefined:
      return [];
    case 'diverted':
      return [...edits, { kind: 'diverted', to: shownUrl(end.to) }];
    case 'failed':
      if (isGivenUp(end.said)) return edits;
      return [...edits, failureOf(end.reason, end.said.slice(0, mostWords))];
    case 'redirected':
      return edits;
    case 'answered':
      if (isNeeded && end.status >= 500) return [...edits, { kind: 'server-error', status: end.status }];
      if (isNeeded && isGone(end.status) && isCode(type)) return [...edits, { kind: 'gone', status: end.status }];
      return edits;
  }
}

function failureOf(reason: Extract<TrafficTrouble, { kind: 'failed' }>['reason'], said: string): TrafficTrouble {
  return isBlock(said) ? { kind: 'blocked', said } : { kind: 'failed', reason, said };
}

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

/** A file of the page's own code: what else is not there may never have been. */
function isCode(type: string): boolean {
  return type === 'script' || type === 'stylesheet';
}

/** Alike ones count as one. Where there is no room, what Claude needs goes before what it does not. */
function withNote(notes: readonly TrafficNote[], note: TrafficNote): readonly TrafficNote[] {
  const at = notes.findIndex((known) => isAlike(known, note));
  if (at >= 0) return notes.map((known, index) => (index === at ? { ...known, times: known.times + 1 } : known));
  if (notes.length < mostNotes) return [...notes, note];
  const least = notes.findLastIndex((known) => weightOf(known) < weightOf(note));
  return least < 0 ? notes : [...notes.slice(0, least), ...notes.slice(least + 1), note];
}

/** An extension that edits headers does so on each request: one note for a kind of request is enough. */
function isAlike(one: TrafficNote, other: TrafficNote): boolean {
  if (one.type !== other.type || JSON.stringify(one.what) !== JSON.stringify(other.what)) return false;
  if (one.what.kind !== 'headers') return one.url === other.url;
  return one.need === other.need && one.purpose === other.purpose && one.extra === other.extra;
}

function weightOf({ purpose, what }: TrafficNote): number {
  return (purpose === null ? 0 : 2) + (what.kind === 'headers' ? 0 : 1);
}
