import { found, skip, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationServer, DocumentAttempt, TypedEvidence } from '../../kernel/evidence.ts';
import { isPrivateHostname } from '../../kernel/address.ts';
import { isCredentialName } from '../../kernel/credential-name.ts';
import { stringMember } from '../../kernel/json.ts';
import { canonicalResource } from '../../parsing/canonical-resource.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { providerValue } from './provider-fix.ts';

/** Compares the resource that the document names with the connector's address as it was typed. */
export function resourceOutcomes(
  attempt: DocumentAttempt,
  typed: TypedEvidence,
  server: AuthorizationServer | undefined,
): readonly Outcome<'auth.prm-resource-mismatch'>[] {
  const resource = stringMember(attempt.document, 'resource') ?? '';
  const connector = typed.url?.href ?? '';
  const named = comparable(resource, typed);
  const wanted = comparable(connector, typed);
  if (named === undefined || wanted === undefined) return [skip('not-reached', 'auth.prm-resource-mismatch')];
  if (named === wanted) return [];
  // A server that is not public yet may already name its public address, of which nothing is known here.
  if (typed.local && isPublicHttps(resource)) return [skip('not-applicable', 'auth.prm-resource-mismatch')];
  const above = liesAbove(named, wanted);
  const values = {
    connector: inOneLine(connector),
    resource: inOneLine(resource),
    above: above ? 'yes' : 'no',
    ...providerValue(server),
  };
  // Claude's reference asks for the very address; the official client package lets an address above it pass.
  const confidence = above ? 'likely' : 'certain';
  return [found('auth.prm-resource-mismatch', { values, evidence: [attempt.exchange], confidence })];
}

/** True when the document is about this very endpoint, and not about its origin or another endpoint there. */
export function isAbout({ document }: DocumentAttempt, typed: TypedEvidence): boolean {
  const resource = stringMember(document, 'resource') ?? '';
  const named = comparable(resource, typed);
  const wanted = comparable(typed.url?.href ?? '', typed);
  if (named === undefined || wanted === undefined) return false;
  if (named === wanted) return true;
  // A server that is not public yet may already name its public address.
  return typed.local && isPublicHttps(resource) && new URL(named).pathname === new URL(wanted).pathname;
}

/** True when the resource covers the connector's address: the same origin, and a path at or above its own. */
function liesAbove(resource: string, connector: string): boolean {
  const [upper, lower] = [new URL(resource), new URL(connector)];
  const path = upper.pathname.endsWith('/') ? upper.pathname : `${upper.pathname}/`;
  return upper.origin === lower.origin && upper.search === '' && `${lower.pathname}/`.startsWith(path);
}

function comparable(text: string, typed: TypedEvidence): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  // A key in the query is a finding of its own, and a document that leaves it out does well.
  if ((typed.url?.credentialParameters.length ?? 0) > 0) url.search = withoutCredentials(url.search);
  // Claude takes https addresses alone: an address that was typed as http is a finding of its own, and will become https.
  const isTyped = !typed.local && typed.url?.scheme === 'http:' && url.protocol === 'http:';
  if (isTyped) return canonicalResource(url.href.replace(/^http:/, 'https:'));
  return canonicalResource(url.href);
}

/** Not by `searchParams`, which would write the rest of one side in another way. */
function withoutCredentials(search: string): string {
  const pairs = search.slice(1).split('&');
  return pairs.filter((pair) => ![...new URLSearchParams(pair).keys()].some(isCredentialName)).join('&');
}

function isPublicHttps(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && !isPrivateHostname(hostname);
}
