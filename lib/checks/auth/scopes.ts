import { defineCheck, found, skip, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { listMember, shownList } from './metadata-members.ts';
import { fixInWords, providerValue } from './provider-fix.ts';
import { documentUses, judgeServer, type ServerInHand } from './sign-in-documents.ts';
import { claudeIssue, sources } from './sources.ts';

type Code = 'auth.scope-not-offered' | 'auth.offline-access-missing';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.scope-not-offered': {
    severity: 'warning',
    confidence: 'likely',
    step: 8,
    who: 'author',
    title: 'A scope that the connector asks for is not listed by the sign-in service ({missing})',
    detail:
      '{from, select, challenge {The sign-in challenge asks for} other {The resource metadata lists}} {missing}, and the sign-in service’s scopes_supported lists {offered}. Claude asks for exactly those scopes; services often refuse unknown ones with invalid_scope. A service may know scopes that it does not list.',
    fix: 'Ask only for scopes that the sign-in service knows, or add {missing} there and to its scopes_supported.',
    sources: [sources.authentication, sources.scopeSelection, sources.serverMetadata],
  },
  'auth.offline-access-missing': {
    severity: 'note',
    confidence: 'certain',
    step: 8,
    who: 'author',
    title: 'No offline_access here: Claude will not ask for that scope',
    detail:
      'Claude adds the scope offline_access only where the sign-in service lists it in scopes_supported, and this one lists {offered}. Where refresh tokens are issued for that scope alone, users must sign in again whenever their token expires.',
    fix: `Nothing needs to be done if the service issues refresh tokens anyway. ${fixInWords('auth.offline-access-missing', 'Otherwise add offline_access to its scopes_supported.')}`,
    sources: [sources.authentication, sources.refreshTokens, claudeIssue(840)],
  },
};

/** The scopes that Claude will ask for, beside those that the authorization server offers. */
export const scopes = defineCheck({
  topic: 'scopes',
  needs: ['initialize', 'typed'],
  uses: documentUses,
  codes,
  evaluate: (seen) =>
    judgeServer(seen, codes, (server) => {
      const offered = listMember(server.document, 'scopes_supported');
      if (offered === 'unusable') return [skip('not-reached', 'auth.scope-not-offered', 'auth.offline-access-missing')];
      if (offered === 'absent') {
        return [skip('not-applicable', 'auth.scope-not-offered', 'auth.offline-access-missing')];
      }
      const offline = offered.includes('offline_access')
        ? []
        : [
            found('auth.offline-access-missing', {
              values: { offered: shownList(offered), ...providerValue(server.server) },
            }),
          ];
      return [...wantedOutcomes(server, offered), ...offline];
    }),
});

/** What OpenID Connect and the large providers know by themselves: a list of these alone says nothing of an API’s own scopes. */
const identityScopes: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
  'groups',
  'roles',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'email_verified',
  'picture',
  'created_at',
  'identities',
]);

function wantedOutcomes(server: ServerInHand, offered: readonly string[]): Outcome<Code>[] {
  const { from, wanted } = wantedScopes(server);
  const missing = wanted.filter((scope) => !offered.includes(scope));
  if (missing.length === 0) return [];
  const listsIdentityAlone = offered.every((scope) => identityScopes.has(scope));
  if (listsIdentityAlone && !missing.some((scope) => identityScopes.has(scope))) {
    return [skip('needs-sign-in', 'auth.scope-not-offered')];
  }
  const values = { from, missing: shownList(missing), offered: shownList(offered) };
  const evidence = [server.challenge, server.resource?.exchange, server.attempt.exchange];
  return [found('auth.scope-not-offered', { values, evidence })];
}

/** The challenge’s scopes; without any, those of the resource metadata. */
function wantedScopes({ challenge, resource }: ServerInHand): {
  readonly from: 'challenge' | 'resource';
  readonly wanted: readonly string[];
} {
  const asked = bearerChallenge(challenge.headers['www-authenticate'] ?? '')?.scope ?? '';
  const wanted = asked.split(/\s+/).filter((scope) => scope !== '');
  if (wanted.length > 0) return { from: 'challenge', wanted };
  const listed = isJsonObject(resource?.document) ? listMember(resource.document, 'scopes_supported') : 'absent';
  return { from: 'resource', wanted: typeof listed === 'string' ? [] : listed };
}
