import { defineCheck, found, skip, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { LeftClient, RegistrationRemoval } from '../../kernel/evidence-active.ts';
import type { Leaving } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { parseBoundedJson } from '../../parsing/bounded-json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { selector } from './attempt-words.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { whyUnseen } from './discovery.ts';

type Code = 'auth.registration-left-behind' | 'auth.tokens-left-behind';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.registration-left-behind': {
    severity: 'note',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'This check left {count, plural, one {a client} other {# clients}} behind at the sign-in service',
    detail:
      'It registered {clients} at {url}, and {why, select, not_offered {the service offers no way to remove a registration again (RFC 7592)} foreign_address {nothing was sent to the address that the service names for the removal: it is not on the host that registered {count, plural, one {it} other {them}}, or that host is not of the service’s own site} unsendable_token {no header can carry the token that the service gave for the removal} unseen {the run ended before the removal} no_answer {the service did not answer when it was asked to remove {count, plural, one {it} other {them}}} other {the service did not remove {count, plural, one {it} other {them}} when it was asked to}}. {by, select, sign_in {It was made for the sign-in of this check.} both {{own} was made for the sign-in of this check; nobody signs in with the others.} other {Nobody has signed in with {count, plural, one {it} other {them}}.}}',
    fix: 'Nothing has to be done. Whoever looks after the sign-in service can remove {count, plural, one {this client} other {these clients}} there by {count, plural, one {its ID} other {their IDs}}.',
    sources: ['https://www.rfc-editor.org/rfc/rfc7592#section-2.3'],
  },
  'auth.tokens-left-behind': {
    severity: 'note',
    confidence: 'certain',
    step: 9,
    who: 'you',
    title: 'The tokens of this sign-in stay valid until they expire',
    detail:
      'This check keeps no copy of them, and {why, select, not_offered {the sign-in service offers no revocation endpoint (RFC 7009) at which they could be given back} unseen {the run ended before they were given back} no_answer {the revocation endpoint did not answer when they were given back} other {the revocation endpoint refused to take {what, select, access {the access token} other {them}} back{http, select, yes { (HTTP status {status})} other {}}}}.',
    fix: 'Nothing has to be done. Where it matters, take away the access that you granted, in your account at the sign-in service.',
    sources: ['https://www.rfc-editor.org/rfc/rfc7009#section-2'],
  },
};

const uses = [...activeUses, 'registration', 'registration-removal', 'sign-in', 'leaving'] as const;

type Seen = { readonly [K in (typeof uses)[number]]: Observation<EvidenceMap[K]> };

/** What of this run stays on the other side, also where it ended early. */
export const leftBehind = defineCheck({
  topic: 'left-behind',
  needs: ['initialize', 'typed'],
  uses,
  codes,
  evaluate: (seen) =>
    judgeActive(seen, anythingDone(seen), codes, () => [...clientOutcomes(seen), ...tokenOutcomes(seen)]),
});

/** Where neither plan got to anything, the active plan's reason is as good as the other's. */
function anythingDone(seen: Seen): Observation<true> {
  const { registration } = seen;
  const done = [seen['registration-removal'], seen['sign-in'], seen.leaving];
  const isAny = registration.status === 'observed' || done.some(({ status }) => status === 'observed');
  return isAny ? { status: 'observed', value: true } : registration;
}

/** A client that was made, and what became of it. */
interface Made extends LeftClient {
  readonly outcome: RegistrationRemoval['outcome'] | 'unseen' | 'no-answer';
  readonly forSignIn: boolean;
  readonly evidence: readonly (Exchange | null | undefined)[];
}

function clientOutcomes(seen: Seen): readonly Outcome<Code>[] {
  const code = 'auth.registration-left-behind';
  const made = [...signInClient(seen), ...registeredClients(seen)];
  if (made.length === 0) {
    return [skip(observed(seen.registration) ? 'not-applicable' : whyUnseen(seen.registration), code)];
  }
  const left = made
    .filter(({ outcome }) => outcome !== 'removed')
    // Some services give the same ID to everybody.
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index);
  const reasons = [...new Set(left.map(({ outcome }) => outcome))];
  return reasons.flatMap((reason) => clientsLeft(left.filter(({ outcome }) => outcome === reason)));
}

function clientsLeft(left: readonly Made[]): readonly Outcome<Code>[] {
  const [first] = left;
  if (!first) return [];
  const own = left.find(({ forSignIn }) => forSignIn);
  const values = {
    count: left.length,
    clients: left.map(({ id }) => inOneLine(id, 100)).join(', '),
    url: inOneLine(first.url),
    why: selector(first.outcome),
    by: own === undefined ? 'registration' : left.length === 1 ? 'sign_in' : 'both',
    own: inOneLine(own?.id ?? '–', 100),
  };
  return [found('auth.registration-left-behind', { values, evidence: left.flatMap(({ evidence }) => evidence) })];
}

/** The registration that a sign-in began with, when it made a client. */
function signInClient(seen: Seen): readonly Made[] {
  const removal = observed(seen.leaving)?.removal;
  const outcome = outcomeOf(removal);
  const signIn = observed(seen['sign-in']);
  const isMade = signIn?.client === 'registered' && signIn.failure?.stage !== 'registration';
  const registration = isMade && signIn.registration?.kind === 'response' ? signIn.registration : null;
  if (registration) {
    const answer = parseBoundedJson(registration.body);
    const id = (answer.ok ? stringMember(answer.value, 'client_id') : undefined) ?? '–';
    const evidence = [registration, removal?.exchange];
    return [{ id, url: registration.url, outcome, forSignIn: true, evidence }];
  }
  // The run ended while somebody was signing in.
  return removal?.client ? [{ ...removal.client, outcome, forSignIn: true, evidence: [removal.exchange] }] : [];
}

function registeredClients(seen: Seen): readonly Made[] {
  const removals = observed(seen['registration-removal'])?.removals ?? [];
  const registration = observed(seen.registration);
  if (!registration) {
    return removals.flatMap((removal) =>
      removal.client
        ? [{ ...removal.client, outcome: outcomeOf(removal), forSignIn: false, evidence: [removal.exchange] }]
        : [],
    );
  }
  return registration.attempts
    .filter(({ made }) => made)
    .map(({ as, answer, exchange }) => {
      const removal = removals.find((other) => other.as === as);
      const id = stringMember(answer, 'client_id') ?? '–';
      const evidence = [exchange, removal?.exchange];
      return { id, url: registration.url, outcome: outcomeOf(removal), forSignIn: false, evidence };
    });
}

function outcomeOf(removal: Omit<RegistrationRemoval, 'as'> | null | undefined): Made['outcome'] {
  if (!removal) return 'unseen';
  return removal.outcome === 'refused' && removal.exchange?.kind === 'failure' ? 'no-answer' : removal.outcome;
}

function tokenOutcomes(seen: Seen): readonly Outcome<Code>[] {
  const code = 'auth.tokens-left-behind';
  const signIn = observed(seen['sign-in']);
  const leaving = observed(seen.leaving);
  const hadTokens = leaving?.hadTokens ?? (signIn && signIn.issued !== null);
  if (hadTokens === undefined) return [skip(whyUnseen(seen['sign-in']), code)];
  if (!hadTokens) return [skip('not-applicable', code)];
  const kept = tokensKept(leaving);
  if (kept === null) return [];
  const { exchange, ...values } = kept;
  return [found(code, { values, evidence: [signIn?.tokenAnswer, exchange] })];
}

function tokensKept(leaving: Leaving | undefined) {
  const nothing = { what: 'all', http: 'no', status: 0, exchange: null } as const;
  if (!leaving) return { ...nothing, why: 'unseen' };
  if (leaving.revocations === null) return { ...nothing, why: 'not_offered' };
  const failed = leaving.revocations.filter(({ exchange }) => exchange.kind === 'failure' || exchange.status >= 300);
  const [first] = failed;
  if (!first) return null;
  const { exchange } = first;
  if (exchange.kind === 'failure') return { ...nothing, why: 'no_answer', exchange };
  const what = failed.every((revocation) => revocation.what === 'access') ? 'access' : 'all';
  return { what, why: 'refused', http: 'yes', status: exchange.status, exchange };
}
