import type { Exchange } from '../../kernel/exchange.ts';
import type { Ask, ProbeContext } from '../../kernel/probe.ts';
import { refusal } from '../network/refusal.ts';

/** A request that was not answered over HTTP, or that must not be sent: what a `fetch` throws. */
export class NoAnswer extends Error {
  readonly why: 'not-asked' | 'unreachable';
  constructor(why: NoAnswer['why'], detail: string) {
    super(detail);
    this.name = 'NoAnswer';
    this.why = why;
  }
}

/** A `fetch` of which every request is recorded, redacted and bounded like all others. */
export interface RecordedFetch {
  readonly fetch: (input: string | URL, init?: RequestInit) => Promise<Response>;
  /** The last request that was answered or failed. */
  last(): Exchange | null;
  /** The body of the last answer as it came; empty without one. */
  lastText(): string;
}

/** Makes a `fetch` over `ask`. It follows no redirect by itself and asks no address that an answer must not lead to. */
export function fetchThroughAsk(
  context: Pick<ProbeContext<never>, 'ask' | 'target'>,
  step: Ask['step'],
): RecordedFetch {
  let last: Exchange | null = null;
  let text = '';
  return {
    last: () => last,
    lastText: () => text,
    async fetch(input, init = {}) {
      const url = String(input);
      const refused = refusal(context.target, url);
      if (refused !== null) throw new NoAnswer('not-asked', refused);
      const answer = await context.ask({
        step,
        method: init.method === 'POST' ? 'POST' : 'GET',
        url,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(init.body != null && { body: textOf(init.body) }),
        maxRedirects: 0,
        answerHolds: step === 7 ? 'client' : 'tokens',
        fromReserve: true,
      });
      last = answer.exchange;
      text = answer.kind === 'response' ? answer.text : '';
      if (answer.kind === 'failure') throw new NoAnswer('unreachable', answer.received.reason);
      const { status } = answer.exchange;
      const body = withoutBody.includes(status) ? null : answer.text;
      return new Response(body, { status, headers: cleanHeaders(answer.headers) });
    },
  };
}

/** A Response with one of these may have no body. */
const withoutBody: readonly number[] = [101, 103, 204, 205, 304];

/** The official client sends forms and JSON alone. */
function textOf(body: NonNullable<RequestInit['body']>): string {
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  throw new TypeError('only text and forms are sent');
}

/** The text was decoded already. */
function cleanHeaders(headers: Readonly<Record<string, string>>): Headers {
  const { 'content-encoding': _encoding, 'content-length': _length, ...rest } = headers;
  const clean = new Headers();
  for (const [name, value] of Object.entries(rest)) {
    // Response refuses what a raw answer may hold.
    if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) clean.set(name, value);
  }
  return clean;
}
