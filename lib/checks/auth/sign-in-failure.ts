import { found, skip, type Outcome } from '../../kernel/check.ts';
import type { SignIn, SignInFailure, SignInStage } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Confidence, Severity, Subject } from '../../kernel/finding.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { parseBoundedJson } from '../../parsing/bounded-json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { isOwnLimit } from '../http/reading-limit.ts';
import { selector } from './attempt-words.ts';
import { visibleText } from './authorization-refusal.ts';
import { errorWords, hindrance, matterOf } from './endpoint-answer.ts';
import type { SignedInCode } from './signed-in-codes.ts';

/**
 * Judges how a sign-in ended before there was a token; says nothing of one that went well. `isClaudeSeen`: Claude's own registration
 * was sent in the same run, so that nobody needs to be told how to see it.
 */
export function signInFailure(signIn: SignIn, isClaudeSeen: boolean): readonly Outcome<SignedInCode>[] {
  const { failure } = signIn;
  if (!failure) return [];
  if (failure.stage === 'client') {
    const values = { why: selector(failure.why), callback: loopbackCallback };
    return [
      found('auth.sign-in-needs-client', { values, subject: ofThisCheck }),
      skip('not-reached', 'auth.sign-in-failed'),
    ];
  }
  // What the metadata rules out, or an address that must not be asked, was found in the metadata itself.
  if (failure.why === 'incompatible' || failure.why === 'not-asked')
    return [skip('not-reached', 'auth.sign-in-failed')];
  // Of a limit that our own checks may have used up auth.asked-to-wait speaks; what we did not read to its end says nothing.
  const last = evidenceOf(signIn, failure.stage).at(-1);
  if (last && (hindrance(last) === 'overload' || isOwnLimit(last))) return [skip('not-reached', 'auth.sign-in-failed')];
  const weight = weigh(signIn, failure);
  const values = valuesOf(signIn, failure, weight.ours);
  const isYours = weight.ours || weight === notMade || weight === perhapsNotMade;
  return [
    found('auth.sign-in-failed', {
      values: { ...values, active: isClaudeSeen ? 'yes' : 'no' },
      ...(isYours && { who: 'you' }),
      ...(weight.ours && { subject: ofThisCheck }),
      // The last one shows where it ended.
      evidence: evidenceOf(signIn, failure.stage).toReversed(),
      severity: weight.severity,
      confidence: values.unknown === 'yes' ? 'likely' : weight.confidence,
      step: steps[failure.stage],
    }),
  ];
}

/** It says nothing against the connector that this check came with another client than Claude. */
const ofThisCheck: Subject = { kind: 'browser' };

/** Any port will do on a loopback address. */
const loopbackCallback = 'http://127.0.0.1/callback';

const steps: Readonly<Record<SignInStage, StepNumber>> = { client: 7, registration: 7, authorization: 8, token: 9 };

interface Weight {
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The reason may lie in what distinguishes us from Claude. */
  readonly ours: boolean;
}

const certainly: Weight = { severity: 'blocker', confidence: 'certain', ours: false };
const likely: Weight = { severity: 'blocker', confidence: 'likely', ours: false };
const perhaps: Weight = { severity: 'problem', confidence: 'likely', ours: false };
const ownMatter: Weight = { severity: 'problem', confidence: 'possible', ours: true };
/** Nobody signed in: what was asked for was not looked at, which is no fault of anybody's. */
const notMade: Weight = { severity: 'warning', confidence: 'certain', ours: false };
const perhapsNotMade: Weight = { ...notMade, confidence: 'possible' };

function weigh(signIn: SignIn, failure: SignInFailure): Weight {
  if (failure.stage === 'registration') return atRegistration(signIn.registration, failure);
  return failure.stage === 'token' ? atToken(signIn, failure) : atAuthorization(signIn, failure);
}

/** Our callback and our name are not Claude's: a service may be right to refuse us. */
function atRegistration(exchange: Exchange | null, { why }: SignInFailure): Weight {
  if (why !== 'refused') return perhaps;
  return statusOf(exchange) >= 500 ? perhaps : ownMatter;
}

function atAuthorization({ client, by }: SignIn, { why, error, detail }: SignInFailure): Weight {
  if (why === 'closed') return detail === '' ? notMade : perhapsNotMade;
  if (why === 'page' || why === 'no-window') return notMade;
  // Anybody on the machine can come to the address at which a browser comes back.
  if (why === 'wrong-state') return by === 'redirects' ? certainly : perhapsNotMade;
  if (why === 'no-code') return certainly;
  if (why !== 'refused') return perhaps;
  if (error?.code === 'access_denied') return notMade;
  if (error) return likely;
  // The service did not even send us back: it does not take the client or its callback.
  return client === 'registered' ? perhaps : ownMatter;
}

function atToken({ client, tokenAnswer }: SignIn, { why, error }: SignInFailure): Weight {
  if (why === 'unreadable') return certainly;
  if (why !== 'refused') return likely;
  if (error?.code === 'invalid_client') return client === 'given' ? ownMatter : perhaps;
  return !error && statusOf(tokenAnswer) >= 500 && statusOf(tokenAnswer) !== 503 ? certainly : likely;
}

function valuesOf(signIn: SignIn, { stage, why, error, detail }: SignInFailure, ours: boolean) {
  const last = evidenceOf(signIn, stage).at(-1) ?? null;
  const status = statusOf(last);
  const page = error === null && why === 'refused' ? pageWords(last) : '';
  const about = matterOf(error ? `${error.code} ${error.description}` : page);
  const given = signIn.client === 'given';
  const port = why === 'no-window' ? /^port (\d+)\b/.exec(detail)?.[1] : undefined;
  const description = error?.description ?? '';
  return {
    stage,
    why: selector(why),
    detail,
    spokeDetail: detail === '' ? 'no' : 'yes',
    status,
    http: status >= 500 ? 'failed' : status >= 400 ? 'yes' : 'no',
    error: error?.code ?? 'none',
    described: description === '' ? 'no' : 'yes',
    said: description,
    ours: ours ? 'yes' : 'no',
    given: given ? 'yes' : 'no',
    about,
    // At the token endpoint it may be the secret alone.
    unknown: ours && given && stage === 'authorization' && about === 'client' ? 'yes' : 'no',
    page,
    spokePage: page === '' ? 'no' : 'yes',
    ignored: why === 'closed' && detail !== '' ? selector(detail) : 'none',
    port: port ?? 'none',
    inUse: /EADDRINUSE|in use/.test(detail) ? 'yes' : 'no',
    callback: loopbackCallback,
  };
}

/** What an error page says, or the body of another refusal; empty where that is nothing. */
function pageWords(exchange: Exchange | null): string {
  if (exchange?.kind !== 'response' || exchange.status < 400) return '';
  const answer = parseBoundedJson(exchange.body);
  const isPage = /html/i.test(exchange.headers['content-type'] ?? '');
  return inOneLine(isPage ? visibleText(exchange.body) : errorWords(exchange, answer.ok ? answer.value : null), 300);
}

function evidenceOf({ registration, hops, tokenAnswer }: SignIn, stage: SignInStage): readonly Exchange[] {
  if (stage === 'registration') return registration ? [registration] : [];
  if (stage === 'token') return tokenAnswer ? [tokenAnswer] : [];
  return hops;
}

function statusOf(exchange: Exchange | null): number {
  return exchange?.kind === 'response' ? exchange.status : 0;
}
