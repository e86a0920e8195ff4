import { found, skip, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationServer, DocumentAttempt, TypedEvidence } from '../../kernel/evidence.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { isPrivateHostname } from '../../kernel/address.ts';
import { isCredentialName } from '../../kernel/credential-name.ts';
import { stringMember, stringsMember } from '../../kernel/json.ts';
import { canonicalResource } from '../../parsing/canonical-resource.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { shownList } from './metadata-members.ts';
import { providerOf, providerValue } from './provider-fix.ts';
import { subjectOf } from './server-document.ts';

type Code = 'auth.prm-resource-mismatch';

/** Compares the resource that the document names with the connector's address as it was typed. */
export function resourceOutcomes(attempt: DocumentAttempt, about: Asked): readonly Outcome<Code>[] {
  const { typed, server, challenge } = about;
  const resource = stringMember(attempt.document, 'resource') ?? '';
  const connector = typed.url?.href ?? '';
  const named = comparable(resource, typed);
  const wanted = comparable(connector, typed);
  if (named === undefined || wanted === undefined) return [skip('not-reached', 'auth.prm-resource-mismatch')];
  if (named === wanted) return listedOutcomes(about);
  // A server that is not public yet may already name its public address, of which nothing is known here.
  if (typed.local && isPublicHttps(resource)) return [skip('not-applicable', 'auth.prm-resource-mismatch')];
  const above = liesAbove(named, wanted);
  const others = otherResources(about);
  const values = {
    connector: inOneLine(connector),
    resource: inOneLine(resource),
    above: above ? 'yes' : 'no',
    from: 'resource',
    lists: others ? 'yes' : 'no',
    listed: others ? shownList(others.listed) : '–',
    sure: 'no',
    ...providerValue(server, challenge),
  };
  // Claude's reference asks for the very address; the official client package lets an address above it pass.
  const confidence = above ? 'likely' : 'certain';
  return [found('auth.prm-resource-mismatch', { values, evidence: [attempt.exchange, others?.exchange], confidence })];
}

/** What the resource is compared with. */
export interface Asked {
  readonly typed: TypedEvidence;
  readonly server: AuthorizationServer | undefined;
  readonly challenge: ResponseExchange;
}

/**
 * Looks for the connector among the resources that the authorization server lists. A server may leave some out, so that this is a
 * guess, but for a product that is known to list them all.
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-4
 */
export function listedOutcomes(about: Asked): readonly Outcome<Code>[] {
  const { typed, server, challenge } = about;
  const others = otherResources(about);
  if (!server || !others) return [];
  const isSure = providerOf(server, challenge)?.listsAllResources === true;
  const values = {
    connector: inOneLine(typed.url?.href ?? ''),
    resource: '–',
    above: 'no',
    from: 'server',
    lists: 'yes',
    listed: shownList(others.listed),
    sure: isSure ? 'yes' : 'no',
    ...providerValue(server, challenge),
  };
  return [
    found('auth.prm-resource-mismatch', {
      values,
      evidence: [others.exchange],
      subject: subjectOf(server),
      // The authorization request names the resource.
      step: 8,
      ...(isSure ? { confidence: 'likely' } : { severity: 'warning', confidence: 'possible' }),
    }),
  ];
}

interface OtherResources {
  readonly listed: readonly string[];
  readonly exchange: Exchange | null;
}

/** The list where there is one and neither the connector nor an address above it stands in it. */
function otherResources({ typed, server }: Asked): OtherResources | undefined {
  const attempt = server?.attempts[server.chosen ?? -1];
  const listed = (stringsMember(attempt?.document, 'protected_resources') ?? []).filter((text) => URL.canParse(text));
  const wanted = comparable(typed.url?.href ?? '', typed);
  if (!attempt || wanted === undefined || listed.length === 0) return undefined;
  if (typed.local && listed.some(isPublicHttps)) return undefined;
  const isCovered = listed.some((text) => {
    const named = comparable(text, typed);
    return named !== undefined && (named === wanted || liesAbove(named, wanted));
  });
  return isCovered ? undefined : { listed, exchange: attempt.exchange };
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
