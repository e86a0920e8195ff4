import type { ErrorSentenceId } from '../knowledge/error-sentences.ts';
import { isAboutMcp } from './about-mcp.ts';
import type { ReadableText } from './readable-text.ts';

/** An answer of a server, as a log or a terminal shows it. */
export interface ShownAnswer {
  readonly method: string | null;
  /** Path or whole address without its query; null where the text tells none. */
  readonly path: string | null;
  readonly status: number;
}

const longestLine = 1_000;
const mostAnswers = 200;

const methods = 'GET|POST|HEAD|PUT|DELETE|OPTIONS';
/** `"POST /mcp HTTP/1.1" 406`, `POST https://host/mcp 403 (Forbidden)` */
const requestThenStatus = new RegExp(
  String.raw`\b(${methods}) (\S{1,500})(?: HTTP\/[\d.]{1,4})?"?\s{1,4}(?:->\s)?([1-5]\d\d)\b`,
);
/** `> POST /mcp HTTP/2`, before the answer's own line. */
const requestLine = new RegExp(String.raw`^[>\s]{0,4}(${methods}) (\S{1,500}) HTTP\/[\d.]{1,4}$`);
/** An answer’s own line, or `HTTP 406` in a sentence. */
const statusLine = /(?:^|[\s<(])HTTP(?:\/[\d.]{1,4})?:? ([1-5]\d\d)\b/;
/** `415 on /token`, `301 on POST /register` */
const statusThenPath = new RegExp(String.raw`\b([1-5]\d\d) on (?:(${methods}) )?(\/\S{0,200})`);

/** The answers that the text shows, in its order; statuses alone, as numbers in prose, are none. */
export function shownAnswers({ lines }: ReadableText): readonly ShownAnswer[] {
  const answers: ShownAnswer[] = [];
  let asked: { readonly method: string; readonly path: string } | null = null;
  for (const whole of lines) {
    const line = whole.slice(0, longestLine);
    const request = requestLine.exec(line);
    if (request) asked = { method: request[1] ?? '', path: request[2] ?? '' };
    const answer = answerIn(line, asked);
    if (answer !== null) answers.push(answer);
    if (answers.length >= mostAnswers) break;
  }
  return answers;
}

function answerIn(line: string, asked: { readonly method: string; readonly path: string } | null): ShownAnswer | null {
  const logged = requestThenStatus.exec(line);
  if (logged) return answerOf(logged[1], logged[2], logged[3]);
  const plain = statusLine.exec(line);
  if (plain) return answerOf(asked?.method, asked?.path, plain[1]);
  const said = statusThenPath.exec(line);
  return said ? answerOf(said[2], said[3], said[1]) : null;
}

function answerOf(method: string | undefined, path: string | undefined, status: string | undefined): ShownAnswer {
  const bare = path?.replace(/[?#].*$/, '') ?? null;
  return { method: method ?? null, path: bare, status: Number(status) };
}

type Place = 'endpoint' | 'metadata' | 'registration' | 'token' | 'unknown';

const places: readonly (readonly [Place, RegExp])[] = [
  ['metadata', /\.well-known\/(?:oauth-|openid-)/i],
  ['registration', /\/(?:register|registration|clients-registrations\/\S*|dcr)\/?$/i],
  ['token', /\/token\/?$/i],
  ['endpoint', /(?:^|[/._-])mcp(?:$|[/._-])|\/sse\/?$/i],
];

type Told = Readonly<Record<string, ErrorSentenceId>>;

const refused: Told = {
  '429': 'status-rate-limited',
  '403': 'status-forbidden',
};

const byPlace: Readonly<Record<Place, Told>> = {
  endpoint: {
    ...refused,
    '400': 'status-bad-request',
    '401': 'status-unauthorized',
    '404': 'status-not-found',
    '405': 'status-method-not-allowed',
    '406': 'not-acceptable',
    '410': 'status-not-found',
    '415': 'status-bad-request',
    '421': 'host-not-allowed',
  },
  metadata: { ...refused, '401': 'status-forbidden', '404': 'status-metadata-not-found' },
  registration: {
    ...refused,
    '400': 'status-registration-refused',
    '401': 'status-registration-refused',
    '403': 'status-registration-refused',
    '404': 'status-metadata-not-found',
    '422': 'status-registration-refused',
  },
  token: {
    ...refused,
    '400': 'oauth-error-token-exchange',
    '401': 'oauth-error-token-exchange',
    '415': 'token-form-refused',
  },
  unknown: {},
};

/** What the answers in the text mean, where they are of a connector; each once. */
export function matchAnswers(answers: readonly ShownAnswer[], { text }: ReadableText): readonly ErrorSentenceId[] {
  const ofMcp = isAboutMcp(text);
  const headers = text.toLowerCase();
  const ids = answers.flatMap((answer) => {
    const place = placeOf(answer, ofMcp);
    const id = place === 'unknown' ? null : meaningOf(answer, place, headers);
    return id === null ? [] : [id];
  });
  return [...new Set(ids)];
}

/** `415 on /token` speaks for itself, and so does a path of OAuth; that some other site refused a login does not. */
const tellingAnywhere = new Set([301, 302, 415]);
const ofOAuth = /^\/(?:\S*\/)?oauth2?\//i;

function placeOf({ method, path, status }: ShownAnswer, ofMcp: boolean): Place {
  if (path === null) return ofMcp ? 'endpoint' : 'unknown';
  const place = places.find(([, form]) => form.test(path))?.[0];
  if (place === 'endpoint') return place;
  const isTelling = tellingAnywhere.has(status) && (method === null || ofOAuth.test(path));
  if (place !== undefined) return ofMcp || isTelling ? place : 'unknown';
  return ofMcp && path === '/' ? 'endpoint' : 'unknown';
}

function meaningOf({ method, status }: ShownAnswer, place: Place, headers: string): ErrorSentenceId | null {
  if (status === 307 || status === 308) return leadsToHttp(headers) ? 'redirect-to-http' : 'redirect-to-slash';
  if (status >= 301 && status <= 303)
    return method === 'GET' || place === 'metadata' ? null : 'redirect-changes-method';
  if (status === 403 && headers.includes('cf-mitigated')) return 'bot-challenge';
  if (status === 403 && headers.includes('cf-ray')) return 'edge-refusal';
  if (status >= 500) return 'status-server-error';
  return byPlace[place][String(status)] ?? null;
}

function leadsToHttp(headers: string): boolean {
  return /\blocation:\s{0,4}http:\/\//.test(headers);
}
