import type { DocumentAttempt, DocumentForm, Documents } from '../../kernel/evidence.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Answer, Ask, ProbeContext } from '../../kernel/probe.ts';
import { parseBoundedJson } from '../../parsing/bounded-json.ts';
import { longestAskedUrl, refusal } from '../network/refusal.ts';

/** Where a document may be. */
export interface Place {
  readonly url: string;
  readonly form: DocumentForm;
}

/** How a series of places is asked. */
export interface Search {
  readonly step: Ask['step'];
  readonly limit?: Ask['limit'];
  /** Tells the document that is looked for from other JSON objects; without it every object will do. */
  readonly looksRight?: (document: Json) => boolean;
  /** True when no further place needs to be asked after this attempt. */
  readonly giveUp?: (attempt: DocumentAttempt) => boolean;
}

type Context = Pick<ProbeContext<never>, 'ask' | 'target' | 'redact' | 'redactUrl' | 'ports' | 'signal'>;

const mostPlaces = 8;
/** Metadata has a few kilobytes; what goes far beyond is no metadata. UTF-16 code units. */
const longestDocument = 256 * 1024;

/** Asks one place after another, as a client does, and stops at the first that gives the document. */
export async function searchInOrder(context: Context, places: readonly Place[], search: Search): Promise<Documents> {
  const attempts: DocumentAttempt[] = [];
  for (const place of distinct(places)) {
    const attempt = await askPlace(context, place, search);
    attempts.push(attempt);
    if (isHit(attempt, search)) return { attempts, chosen: attempts.length - 1 };
    if (search.giveUp?.(attempt) === true) break;
  }
  return { attempts, chosen: null };
}

/** Asks all places at once; the first in order that gives the document is chosen. */
export async function searchAtOnce(context: Context, places: readonly Place[], search: Search): Promise<Documents> {
  const attempts = await Promise.all(distinct(places).map((place) => askPlace(context, place, search)));
  const chosen = attempts.findIndex((attempt) => isHit(attempt, search));
  return { attempts, chosen: chosen === -1 ? null : chosen };
}

/** The document that a search ended with, else undefined. */
export function chosenDocument(documents: Documents | undefined): Json | undefined {
  return documents && documents.chosen !== null ? documents.attempts[documents.chosen]?.document : undefined;
}

async function askPlace(context: Context, { url, form }: Place, search: Search): Promise<DocumentAttempt> {
  const refused = refusal(context.target, url);
  if (refused !== null) {
    const text = url.slice(0, longestAskedUrl);
    const shown = URL.canParse(text) ? context.redactUrl(text) : context.redact(text);
    return { url: shown, form, exchange: null, refused, document: null };
  }
  const answer = await askOnceMore(context, {
    step: search.step,
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    ...(search.limit && { limit: search.limit }),
  });
  const document = answer.kind === 'response' ? documentIn(answer.text) : null;
  return { url: context.redactUrl(url), form, exchange: answer.exchange, refused: null, document };
}

/** A service that is only just not ready is not one that has nothing: clients come back, and so do we, once. */
async function askOnceMore(context: Context, request: Ask): Promise<Answer> {
  const first = await context.ask(request);
  const waitMs = request.step === null ? null : shortWait(first);
  if (waitMs === null) return first;
  if (waitMs > 0) await context.ports.clock.wait(waitMs, context.signal);
  return context.signal.aborted ? first : context.ask(request);
}

const longestWaitMs = 2_000;

/** How soon it makes sense to ask again; null when it does not. A limit that names no time would only be used up further. */
function shortWait(answer: Answer): number | null {
  if (answer.kind === 'failure' || ![429, 503].includes(answer.exchange.status)) return null;
  const named = answer.headers['retry-after']?.trim();
  if (named === undefined) return answer.exchange.status === 503 ? 0 : null;
  const waitMs = /^\d{1,6}$/.test(named) ? Number(named) * 1000 : Infinity;
  return waitMs <= longestWaitMs ? waitMs : null;
}

/** True when the attempt gave the document that is looked for. */
export function isHit(attempt: DocumentAttempt, { looksRight }: Pick<Search, 'looksRight'> = {}): boolean {
  const { exchange, document } = attempt;
  if (exchange?.kind !== 'response' || exchange.status !== 200 || !isJsonObject(document)) return false;
  return looksRight?.(document) ?? true;
}

function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Set<string>();
  return places
    .filter(({ url }) => {
      const key = URL.canParse(url) ? new URL(url).href : url;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, mostPlaces);
}

/** A text as JSON; null when it is none, or too large for a document of this kind. */
export function documentIn(text: string): Json {
  if (text.length > longestDocument) return null;
  const parsed = parseBoundedJson(text);
  return parsed.ok ? parsed.value : null;
}
