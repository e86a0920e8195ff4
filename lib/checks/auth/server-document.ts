import { found, skip, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationServer, DocumentAttempt } from '../../kernel/evidence.ts';
import type { Subject } from '../../kernel/finding.ts';
import { stringMember } from '../../kernel/json.ts';
import { attemptFault, attemptValues, isLabelledJson } from './attempt-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';

type Code = 'auth.as-metadata-invalid' | 'auth.issuer-mismatch';

const needed = ['issuer', 'authorization_endpoint', 'token_endpoint'] as const;

/** The authorization server as the subject of a finding. */
export function subjectOf(server: AuthorizationServer): Subject {
  return { kind: 'authorization-server', url: inOneLine(server.issuer) };
}

/** Judges a metadata document that was found. */
export function documentOutcomes(attempt: DocumentAttempt, server: AuthorizationServer): readonly Outcome<Code>[] {
  return [...shapeOutcomes(attempt, server), ...issuerOutcomes(attempt, server)];
}

/** States that what stands at the metadata's address is no document at all. */
export function invalidDocument(attempt: DocumentAttempt, server: AuthorizationServer): Outcome<Code> {
  const why = attemptFault(attempt) === 'not-object' ? 'not_object' : 'not_json';
  const values = { ...attemptValues(attempt), why, members: '–' };
  return found('auth.as-metadata-invalid', { values, evidence: [attempt.exchange], subject: subjectOf(server) });
}

function shapeOutcomes(attempt: DocumentAttempt, server: AuthorizationServer): Outcome<Code>[] {
  const about = { evidence: [attempt.exchange], subject: subjectOf(server) };
  const missing = needed.filter((member) => (stringMember(attempt.document, member) ?? '') === '');
  const broken = needed.filter((member) => !missing.includes(member) && !isUrl(stringMember(attempt.document, member)));
  const values = attemptValues(attempt);
  if (missing.length > 0) {
    const outcome = { ...about, values: { ...values, why: 'missing', members: missing.join(', ') } };
    return [found('auth.as-metadata-invalid', outcome)];
  }
  if (broken.length > 0) {
    const outcome = { ...about, values: { ...values, why: 'urls', members: broken.join(', ') } };
    return [found('auth.as-metadata-invalid', outcome)];
  }
  if (isLabelledJson(attempt)) return [];
  // Clients that only parse the body come past a wrong label; those that look at it stop.
  return [
    found('auth.as-metadata-invalid', {
      ...about,
      values: { ...values, why: 'type', members: '–' },
      severity: 'problem',
      confidence: 'likely',
    }),
  ];
}

function issuerOutcomes(attempt: DocumentAttempt, server: AuthorizationServer): Outcome<Code>[] {
  const named = stringMember(attempt.document, 'issuer');
  if (named === undefined || named === '') return [skip('not-reached', 'auth.issuer-mismatch')];
  if (named === server.issuer || isTemplateOf(named, server.issuer)) return [];
  const slash = withoutSlash(named) === withoutSlash(server.issuer);
  // Nobody wrote the origin down, so its slash is no text that could differ.
  if (slash && server.from === 'origin') return [];
  const values = {
    url: inOneLine(attempt.url),
    named: inOneLine(named),
    issuer: inOneLine(server.issuer),
    from: server.from,
    slash: slash ? 'yes' : 'no',
  };
  // Clients of the older way, and most clients where only a slash differs, do not compare.
  const confidence = slash || server.from === 'origin' ? 'likely' : 'certain';
  const about = { evidence: [attempt.exchange], subject: subjectOf(server) };
  return [found('auth.issuer-mismatch', { values, confidence, ...about })];
}

/**
 * Microsoft Entra's shared endpoints name `https://login.microsoftonline.com/{tenantid}/v2.0`: the tenant is known only after the
 * sign-in, and clients know that form. No fault.
 */
function isTemplateOf(named: string, issuer: string): boolean {
  const parts = named.split('{tenantid}');
  if (parts.length !== 2) return false;
  const [before = '', after = ''] = parts;
  const tenant = issuer.slice(before.length, issuer.length - after.length);
  return issuer === `${before}${tenant}${after}` && /^[\w.-]+$/.test(tenant);
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '');
}

function isUrl(text: string | undefined): boolean {
  return text !== undefined && URL.canParse(text) && /^https?:/i.test(text);
}
