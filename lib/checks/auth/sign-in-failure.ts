import { found, skip, type Outcome } from '../../kernel/check.ts';
import type { SignIn, SignInFailure, SignInStage } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Confidence, Severity, Values } from '../../kernel/finding.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { selector } from './attempt-words.ts';
import { hindrance } from './endpoint-answer.ts';
import type { SignedInCode } from './signed-in-codes.ts';

/** Judges how a sign-in ended before there was a token; says nothing of one that went well. */
export function signInFailure(signIn: SignIn): readonly Outcome<SignedInCode>[] {
  const { failure } = signIn;
  if (!failure) return [];
  if (failure.stage === 'client') {
    const values = { why: selector(failure.why), callback: loopbackCallback };
    return [found('auth.sign-in-needs-client', { values }), skip('not-reached', 'auth.sign-in-failed')];
  }
  // What the metadata rules out, or an address that must not be asked, was found in the metadata itself.
  if (failure.why === 'incompatible' || failure.why === 'not-asked')
    return [skip('not-reached', 'auth.sign-in-failed')];
  // Of a limit that our own checks may have used up auth.asked-to-wait speaks.
  const last = evidenceOf(signIn, failure.stage).at(-1);
  if (last && hindrance(last) === 'overload') return [skip('not-reached', 'auth.sign-in-failed')];
  const weight = weigh(signIn, failure);
  return [
    found('auth.sign-in-failed', {
      values: valuesOf(signIn, failure, weight.ours),
      evidence: evidenceOf(signIn, failure.stage),
      severity: weight.severity,
      confidence: weight.confidence,
      step: steps[failure.stage],
    }),
  ];
}

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
const ownMatter: Weight = { severity: 'warning', confidence: 'possible', ours: true };
const noFault: Weight = { severity: 'note', confidence: 'certain', ours: false };

function weigh(signIn: SignIn, failure: SignInFailure): Weight {
  if (failure.stage === 'registration') return atRegistration(signIn.registration, failure);
  return failure.stage === 'token' ? atToken(signIn, failure) : atAuthorization(signIn, failure);
}

/** Our callback and our name are not Claude's: a service may be right to refuse us. */
function atRegistration(exchange: Exchange | null, { why }: SignInFailure): Weight {
  if (why !== 'refused') return perhaps;
  return statusOf(exchange) >= 500 ? perhaps : ownMatter;
}

function atAuthorization({ client }: SignIn, { why, error }: SignInFailure): Weight {
  if (why === 'page' || why === 'closed' || why === 'no-window') return noFault;
  if (why === 'wrong-state' || why === 'no-code') return certainly;
  if (why !== 'refused') return perhaps;
  if (error?.code === 'access_denied') return noFault;
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

function valuesOf(signIn: SignIn, { stage, why, error, detail }: SignInFailure, ours: boolean): Values {
  const status = statusOf(evidenceOf(signIn, stage).at(-1) ?? null);
  const description = error?.description ?? '';
  return {
    stage,
    why: selector(why),
    detail,
    spokeDetail: detail === '' ? 'no' : 'yes',
    status,
    http: status >= 400 ? 'yes' : 'no',
    error: error?.code ?? 'none',
    described: description === '' ? 'no' : 'yes',
    said: description,
    ours: ours ? 'yes' : 'no',
    given: signIn.client === 'given' ? 'yes' : 'no',
    callback: loopbackCallback,
  };
}

function evidenceOf({ registration, hops, tokenAnswer }: SignIn, stage: SignInStage): readonly Exchange[] {
  if (stage === 'registration') return registration ? [registration] : [];
  if (stage === 'token') return tokenAnswer ? [tokenAnswer] : [];
  return hops;
}

function statusOf(exchange: Exchange | null): number {
  return exchange?.kind === 'response' ? exchange.status : 0;
}
