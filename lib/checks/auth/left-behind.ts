import { defineCheck, found, skip, type CodeDefinition } from '../../kernel/check.ts';
import type { Registration, RegistrationAttempt, RegistrationRemoval } from '../../kernel/evidence-active.ts';
import type { Leaving, SignIn } from '../../kernel/evidence-signed-in.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { parseBoundedJson } from '../../parsing/bounded-json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { selector } from './attempt-words.ts';
import { activeUses, judgeActive } from './active-evidence.ts';

const codes: Readonly<Record<'auth.registration-left-behind', CodeDefinition>> = {
  'auth.registration-left-behind': {
    severity: 'note',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title:
      '{count, plural, one {One client} other {# clients}} of this check {count, plural, one {stays} other {stay}} at the sign-in service',
    detail:
      'It registered {clients} at {url}, and {why, select, not_offered {the service offers no way to remove a registration again (RFC 7592)} foreign_address {the service names an address for the removal that is not its own, to which the token for it was not sent} unseen {the run ended before the removal} other {the service did not remove {count, plural, one {it} other {them}} when it was asked to}}. {by, select, sign_in {You signed in with it, and {tokens, select, revoked {its tokens were revoked} other {its tokens were thrown away, though not revoked at the service}}.} other {Nobody has signed in with {count, plural, one {it} other {them}}.}}',
    fix: 'Nothing has to be done. Whoever looks after the sign-in service can remove {count, plural, one {this client} other {these clients}} there by {count, plural, one {its ID} other {their IDs}}.',
    sources: ['https://www.rfc-editor.org/rfc/rfc7592#section-2.3'],
  },
};

/** What of this run stays on the other side. */
export const leftBehind = defineCheck({
  topic: 'left-behind',
  needs: ['initialize', 'typed'],
  uses: [...activeUses, 'registration', 'registration-removal', 'sign-in', 'leaving'],
  codes,
  evaluate(seen) {
    const active = judgeActive(seen, seen.registration, codes, (registration) => {
      const removals = observed(seen['registration-removal'])?.removals ?? [];
      const left = clientsLeft(registration, removals);
      const [first] = left;
      if (!first) return registration.attempts.some(({ made }) => made) ? [] : [skip('not-applicable', ...allCodes)];
      const values = {
        count: left.length,
        clients: left.map(({ id }) => inOneLine(id, 100)).join(', '),
        url: inOneLine(registration.url),
        why: selector(first.removal?.outcome ?? 'unseen'),
        by: 'registration',
        tokens: 'none',
      };
      const evidence = left.flatMap(({ attempt, removal }) => [attempt.exchange, removal?.exchange]);
      return [found('auth.registration-left-behind', { values, evidence })];
    });
    const registered = signedInClient(observed(seen['sign-in']));
    if (!registered) return active;
    const own = judgeActive(seen, seen['sign-in'], codes, () => signInLeft(registered, observed(seen.leaving)));
    return [...own, ...active.filter(({ kind }) => kind === 'found')];
  },
});

/** The registration that a sign-in began with, when it made a client. */
function signedInClient(signIn: SignIn | undefined): ResponseExchange | null {
  if (signIn?.client !== 'registered' || signIn.failure?.stage === 'registration') return null;
  return signIn.registration?.kind === 'response' ? signIn.registration : null;
}

function signInLeft(registration: ResponseExchange, leaving: Leaving | undefined) {
  const removal = leaving?.removal;
  if (removal?.outcome === 'removed') return [];
  const answer = parseBoundedJson(registration.body);
  const values = {
    count: 1,
    clients: inOneLine((answer.ok ? stringMember(answer.value, 'client_id') : undefined) ?? '–', 100),
    url: inOneLine(registration.url),
    why: selector(removal?.outcome ?? 'unseen'),
    by: 'sign_in',
    tokens: leaving?.revocations?.every(({ exchange }) => exchange.kind === 'response' && exchange.status < 300)
      ? 'revoked'
      : 'kept',
  };
  return [found('auth.registration-left-behind', { values, evidence: [registration, removal?.exchange] })];
}

const allCodes = ['auth.registration-left-behind'] as const;

interface Left {
  readonly id: string;
  readonly attempt: RegistrationAttempt;
  readonly removal: RegistrationRemoval | undefined;
}

function clientsLeft({ attempts }: Registration, removals: readonly RegistrationRemoval[]): readonly Left[] {
  return (
    attempts
      .filter(({ made }) => made)
      .map((attempt) => ({
        id: stringMember(attempt.answer, 'client_id') ?? '–',
        attempt,
        removal: removals.find(({ as }) => as === attempt.as),
      }))
      .filter(({ removal }) => removal?.outcome !== 'removed')
      // Some services give the same ID to everybody.
      .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
  );
}
