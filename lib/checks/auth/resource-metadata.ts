import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { DocumentAttempt } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { attemptFault, attemptValues, isLabelledJson } from './attempt-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { brokenAttempt, discovery, discoveryUses, type DiscoverySeen } from './discovery.ts';
import { namedByChallenge } from './named-address.ts';
import { resourceOutcomes } from './resource-identifier.ts';
import { namesResource, resourceAndServerCodes } from './resource-metadata-codes.ts';
import { serverListOutcomes } from './server-list.ts';

/** The protected resource metadata document after a 401: every defect of it at once. */
export const resourceMetadataCheck = defineCheck({
  topic: 'resource-metadata',
  needs: ['initialize', 'typed'],
  uses: [...discoveryUses, 'later-servers'],
  codes: resourceAndServerCodes,
  evaluate(seen) {
    const search = discovery(seen);
    if (search.kind === 'none' || search.kind === 'unseen') {
      return [skip(search.because, 'auth.prm-invalid', ...contentCodes)];
    }
    if (search.kind !== 'metadata') {
      const broken = brokenAttempt(seen);
      const content = skip('not-reached', ...contentCodes);
      if (!broken) return [skip('not-reached', 'auth.prm-invalid'), content];
      // An older way in was found, so that clients come past the broken document.
      const severity = search.kind === 'broken' ? 'blocker' : 'problem';
      return [invalid(broken, { severity }), content];
    }
    const { attempt, challenge } = search;
    return [
      ...namedAttempt(seen, challenge, attempt),
      ...shapeOutcomes(attempt),
      ...resourceOutcomes(attempt, seen.typed),
      ...serverListOutcomes(attempt, seen),
    ];
  },
});

const contentCodes = [
  'auth.prm-resource-mismatch',
  'auth.prm-no-authorization-server',
  'auth.prm-several-authorization-servers',
  'auth.prm-first-server-broken',
] as const;

/** Only a challenge that cannot be read needs quoting. */
const unnamed = { named: '–', quotes: 'no', header: '–', expected: '–' };

type Invalid = Outcome<'auth.prm-invalid'>;

function invalid(
  attempt: DocumentAttempt,
  more: { readonly severity?: 'blocker' | 'problem'; readonly confidence?: 'likely'; readonly why?: string } = {},
): Invalid {
  const { why, ...rest } = more;
  const values = { ...attemptValues(attempt), ...unnamed, ...(why !== undefined && { why }), found: 'no' };
  return found('auth.prm-invalid', { values, evidence: [attempt.exchange], ...rest });
}

/** The challenge names an address that gives no document, and a well-known one does: clients that trust the challenge stop there. */
function namedAttempt(seen: DiscoverySeen, challenge: ResponseExchange, good: DocumentAttempt): Invalid[] {
  const named = observed(seen['resource-metadata'])?.attempts[0];
  if (named?.form !== 'challenge' || attemptFault(named) === null) return [];
  const values = {
    ...attemptValues(named),
    ...namedByChallenge(challenge),
    expected: inOneLine(good.url),
    found: 'yes',
  };
  return [found('auth.prm-invalid', { values, evidence: [named.exchange ?? challenge], severity: 'problem' })];
}

function shapeOutcomes(attempt: DocumentAttempt): Invalid[] {
  if (!namesResource(attempt)) return [invalid(attempt, { why: 'no_resource' })];
  // Clients that only parse the body come past a wrong label; those that look at it stop.
  if (!isLabelledJson(attempt)) {
    return [invalid(attempt, { why: 'type', severity: 'problem', confidence: 'likely' })];
  }
  return [];
}
