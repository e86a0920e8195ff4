import type { EndpointLook } from '../../kernel/evidence-sign-in.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Confidence } from '../../kernel/finding.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { answerKind, type AnswerKind } from '../http/answer-kind.ts';
import { selector } from './attempt-words.ts';
import { failuresOfOurs } from './server-trouble.ts';

/** Endpoints of one host that fail in the same way. `how` is a failure’s reason, `http` (a status) or `moved` (a redirect to `to`). */
export interface EndpointTrouble {
  readonly host: string;
  readonly how: string;
  /** 0 without an answer. */
  readonly status: number;
  readonly to: string;
  readonly confidence: Confidence;
  readonly looks: readonly EndpointLook[];
}

/** `not-asked`: GET alone cannot tell. `not-reached`: it was not asked, or the failure is on our side. */
export type Unjudged = 'not-asked' | 'not-reached';

/** Which endpoints fail, and how; and why the others could not be judged. */
export function endpointTroubles(looks: readonly EndpointLook[]): {
  readonly troubles: readonly EndpointTrouble[];
  readonly unjudged: readonly Unjudged[];
} {
  const judged = looks.map((look) => ({ look, verdict: judge(look) }));
  const troubles = new Map<string, EndpointTrouble>();
  for (const { look, verdict } of judged) {
    if (typeof verdict === 'string') continue;
    const key = JSON.stringify(verdict);
    const others = troubles.get(key)?.looks ?? [];
    troubles.set(key, { ...verdict, looks: [...others, look] });
  }
  const unjudged = judged.flatMap(({ verdict }) =>
    typeof verdict === 'string' && verdict !== 'well' ? [verdict] : [],
  );
  return { troubles: [...troubles.values()], unjudged };
}

type Verdict = Omit<EndpointTrouble, 'looks'> | Unjudged | 'well';

function judge(look: EndpointLook): Verdict {
  const { exchange, url } = look;
  const host = URL.canParse(url) ? new URL(url).host : inOneLine(url);
  if (exchange === null) return 'not-reached';
  if (exchange.kind === 'response') return judgeAnswer(look, exchange, host);
  const { reason } = exchange;
  // The finding on private addresses speaks of that one.
  if (failuresOfOurs.includes(reason) || reason === 'private-address') return 'not-reached';
  // A POST may be answered sooner than a GET that the endpoint does not know.
  const confidence = reason === 'timeout' && exchange.method !== 'POST' ? 'likely' : 'certain';
  return { host, how: selector(reason), status: 0, to: '–', confidence };
}

/** Somebody else answers in the endpoint’s place, whatever the method. */
const otherAnswers: readonly AnswerKind[] = ['gateway-error', 'tunnel-offline', 'tunnel-interstitial'];
/** A person’s browser may pass such a check; Claude’s cloud does not. */
const machineWalls: readonly AnswerKind[] = ['bot-challenge'];

function judgeAnswer({ role }: EndpointLook, exchange: ResponseExchange, host: string): Verdict {
  const { status } = exchange;
  const answered = { host, how: 'http', status, to: '–', confidence: 'likely' } as const;
  const kind = answerKind(exchange, { kind: 'other-type', contentType: exchange.headers['content-type'] ?? '' });
  if (otherAnswers.includes(kind)) return answered;
  if (role === 'authorization') return [404, 405, 410].includes(status) ? answered : 'well';
  if (machineWalls.includes(kind)) return answered;
  if (exchange.method === 'POST') return isGone(exchange) ? { ...answered, confidence: 'certain' } : 'well';
  if (status === 404 || status === 410) return 'not-asked';
  const to = slashRedirect(exchange);
  return to === null ? 'well' : { ...answered, how: 'moved', to };
}

/** What a redirect made of a POST, and what the endpoint says, is judged with the registration and the token request. */
function isGone({ status, redirects }: ResponseExchange): boolean {
  return (status === 404 || status === 410) && redirects.length === 0;
}

/** A redirect that frameworks give for a slash too few or too many, or from https to http: POST is answered by it as well. */
function slashRedirect({ status, headers, url }: ResponseExchange): string | null {
  const location = headers['location'] ?? '';
  if (![301, 302, 303].includes(status) || !URL.canParse(location, url)) return null;
  const from = new URL(url);
  const to = new URL(location, url);
  const bare = ({ pathname }: URL) => pathname.replace(/\/+$/, '');
  const isSame = from.hostname === to.hostname && bare(from) === bare(to);
  const differs = from.pathname !== to.pathname || from.protocol !== to.protocol;
  return isSame && differs ? inOneLine(to.href) : null;
}
