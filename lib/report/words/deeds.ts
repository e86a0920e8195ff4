import { say, sayCount } from '../../i18n/say.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { objectsIn, observedValue } from '../data/evidence-value.ts';

/** What `--active` wrote at the sign-in service, and what became of it; null where it was not asked for. */
export function wroteWords(report: Report): string | null {
  if (!report.run.plans.includes('active') || report.target === null) return null;
  const deeds = [...registrationDeeds(report), ...pageDeeds(report), ...codeDeeds(report)];
  if (deeds.length > 0) return `${sentence(deeds.join('; '))}.`;
  return report.facts.auth.mode === 'none'
    ? say('Nothing: the server asks for no sign-in.')
    : say('Nothing: the check did not come to the sign-in service.');
}

function registrationDeeds({ evidence }: Report): readonly string[] {
  const attempts = objectsIn(observedValue(evidence, 'registration'), 'attempts');
  const made = attempts.filter((attempt) => attempt['made'] === true).length;
  const removals = objectsIn(observedValue(evidence, 'registration-removal'), 'removals');
  const removed = removals.filter((removal) => removal['outcome'] === 'removed').length;
  const refused = attempts.length - made;
  return [
    ...(made > 0 ? [fateWords(made, removed)] : []),
    ...(refused > 0
      ? [sayCount(refused, { one: '{count} registration not accepted', other: '{count} registrations not accepted' })]
      : []),
  ];
}

function fateWords(made: number, removed: number): string {
  if (removed === 0) {
    return sayCount(made, {
      one: '{count} client registered, which stays there',
      other: '{count} clients registered, which stay there',
    });
  }
  if (removed === made) {
    return sayCount(made, {
      one: '{count} client registered, and removed again',
      other: '{count} clients registered, and removed again',
    });
  }
  return sayCount(
    made,
    { other: '{count} clients registered, {removed} removed, {left} left there' },
    { removed, left: made - removed },
  );
}

function pageDeeds({ evidence }: Report): readonly string[] {
  const visit = observedValue(evidence, 'authorization-page');
  const hops = visit?.['hops'];
  if (!Array.isArray(hops) || hops.length === 0) return [];
  return [visit?.['end'] === 'page' ? say('the sign-in page opened') : say('the sign-in page asked for')];
}

function codeDeeds({ evidence }: Report): readonly string[] {
  return isJsonObject(observedValue(evidence, 'token-request')?.['exchange']) ? [say('a made-up code sent')] : [];
}

/** What a sign-in that led to a token did, and how it left; null where there was none. */
export function signedInWords(report: Report): string | null {
  const signIn = observedValue(report.evidence, 'sign-in');
  if (!signIn || signIn['failure'] !== null) return null;
  const deeds = [...renewalDeeds(report), ...leavingDeeds(report)];
  return deeds.length === 0 ? say('Done.') : say('Done: {deeds}.', { deeds: deeds.join(', ') });
}

function renewalDeeds({ evidence }: Report): readonly string[] {
  const rounds = objectsIn(observedValue(evidence, 'refresh'), 'rounds');
  if (rounds.length === 0) return [];
  const renewed = rounds.filter((round) => round['failure'] === null).length;
  if (renewed === 0) return [say('token not renewed')];
  return [renewed === 1 ? say('token renewed once') : say('token renewed twice')];
}

function leavingDeeds({ evidence, exchanges }: Report): readonly string[] {
  const leaving = observedValue(evidence, 'leaving');
  if (!leaving) return [];
  const revocations = objectsIn(leaving, 'revocations');
  const revoked = revocations.filter((revocation) => isDone(revocation, exchanges)).length;
  const removal = leaving['removal'] ?? null;
  return [
    ...(leaving['hadTokens'] === false ? [] : [revocationWords(revoked, revocations.length)]),
    ...(removal === null ? [] : [removalWords(removal)]),
  ];
}

function revocationWords(revoked: number, sent: number): string {
  if (revoked === 0) return say('tokens not revoked');
  return revoked === sent ? say('tokens revoked') : say('tokens revoked in part');
}

function isDone({ exchange }: JsonObject, exchanges: readonly Exchange[]): boolean {
  const id = stringMember(exchange, 'exchange');
  return exchanges.some((other) => other.id === id && other.kind === 'response' && other.status < 300);
}

function removalWords(removal: Json): string {
  return stringMember(removal, 'outcome') === 'removed' ? say('client removed') : say('client left there');
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
