import type { CodeDefinition } from '../../kernel/check.ts';
import type { DocumentAttempt } from '../../kernel/evidence.ts';
import { stringMember } from '../../kernel/json.ts';
import { fixInWords } from './provider-fix.ts';
import { claudeIssue, sources } from './sources.ts';

type Code =
  | 'auth.prm-invalid'
  | 'auth.prm-resource-mismatch'
  | 'auth.prm-no-authorization-server'
  | 'auth.prm-several-authorization-servers'
  | 'auth.prm-first-server-broken';

/** True when the document names its resource as an absolute URL. */
export function namesResource({ document }: DocumentAttempt): boolean {
  return URL.canParse(stringMember(document, 'resource') ?? '');
}

/** The codes of the resource metadata check. */
export const resourceAndServerCodes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.prm-invalid': {
    severity: 'blocker',
    confidence: 'certain',
    step: 5,
    who: 'author',
    title:
      '{found, select, yes {{why, select, invalid_url {The challenge names the resource metadata in a form that clients cannot read} other {The challenge names an address that does not give the resource metadata}}} other {{why, select, fragment {The resource metadata holds something that clients refuse} lists {The resource metadata holds something that clients refuse} flags {The resource metadata holds something that clients refuse} urls {The resource metadata holds something that clients refuse} nulls {The resource metadata holds something that clients refuse} bearer {The resource metadata says that tokens are not taken in the Authorization header} other {The resource metadata document cannot be used}}}}',
    detail:
      '{why, select, invalid_url {The challenge names {named} as resource_metadata, which is no full web address{quotes, select, yes {: in HTTP, single quotes are part of the text} other {}}. The header was: {header}} other {At {url} {why, select, private_address {stands an address in a private network, which Claude’s cloud cannot reach and which was not asked} not_https {stands an address that is not https, which was not asked} no_answer {there was no answer ({reason})} status {the answer was HTTP status {status}} html {there is a web page in place of a JSON document} not_json {the body is not JSON} not_object {there is JSON, but no object} no_resource {the document names no resource, or one that is no URL} type {the document is labelled {type} in place of application/json (RFC 9728 section 3.2)} fragment {the document names a resource with a fragment (#…), which it must not have (RFC 9728 section 1.2)} lists {the document has members that must be lists of {members, select, authorization_servers {addresses} other {texts}} and are not: {members} (RFC 9728 section 2)} flags {the document has members that must be true or false and are not: {members} (RFC 9728 section 2)} urls {the document has members that are no absolute web addresses: {members} (RFC 9728 section 2)} nulls {the document has members that are null, which is none of the types that RFC 9728 section 2 gives them: {members}} bearer {bearer_methods_supported lists {members}, and not header, the only way in which Claude sends a token (RFC 9728 section 2)} other {there is no usable document}}.}} {found, select, yes {The document was found at a well-known address, and clients that trust the challenge stop here.} other {{why, select, lists {Clients that check the document refuse all of it.} flags {Clients that check the document refuse all of it.} urls {Clients that check the document refuse all of it.} nulls {Clients that check the document, such as the official TypeScript client, refuse all of it.} other {The document names the connector and its sign-in service.}}}}',
    fix: '{why, select, invalid_url {Write the full https URL in double quotes: resource_metadata="{expected}".} fragment {Write resource without the part after #.} lists {Write {members} as a list, also for a single value: ["…"].} flags {Write {members} as true or false, without quotes.} urls {Write {members} in full, beginning with https://, or leave such members out.} nulls {Leave {members} out where there is no value.} bearer {Take tokens in the Authorization header, and list header in bearer_methods_supported or leave that member out.} other {Answer that address with status 200, Content-Type application/json, and a JSON object with resource (the connector’s address) and authorization_servers. {found, select, yes {Let the challenge name the https address at which it really stands.} other {}}}}',
    sources: [sources.resourceMetadata, sources.resourceResponse, sources.authentication],
  },
  'auth.prm-resource-mismatch': {
    severity: 'blocker',
    confidence: 'certain',
    step: 5,
    who: 'author',
    title:
      '{from, select, server {The sign-in service lists other resources, and not this connector} other {The resource metadata is for another address than the connector’s}}',
    detail:
      'The connector was entered as {connector}{from, select, server {. The sign-in service’s metadata lists the resources that it issues tokens for (protected_resources, RFC 9728 section 4): {listed}. {sure, select, yes {This product refuses every other with invalid_target, and Claude asks for the connector’s address.} other {It may serve others without listing them; if it does not, it refuses Claude, which asks for the connector’s address.}}} other {, and the document names the resource {resource}. Both must be the same; capital letters in the host name, the default port and a slash at the end do not count, and the path does.{above, select, yes { Some clients let an address above the connector’s pass; Claude’s own reference asks for the same one.} other {}}{lists, select, yes { The sign-in service, too, lists other resources only: {listed} (protected_resources, RFC 9728 section 4).} other {}}}}',
    fix: fixInWords(
      'auth.prm-resource-mismatch',
      '{from, select, server {Let the sign-in service know {connector} as a resource, and list it in protected_resources.} other {Set resource to {connector}. If the server sits behind a proxy, set its public address there; if the connector was entered with another address, enter it as {resource}.}}',
    ),
    sources: [
      sources.authentication,
      sources.resourceValidation,
      sources.protectedResources,
      'https://github.com/akutishevsky/withings-mcp/issues/20',
    ],
  },
  'auth.prm-no-authorization-server': {
    severity: 'blocker',
    confidence: 'certain',
    step: 5,
    who: 'author',
    title: 'The resource metadata names no usable sign-in service',
    detail:
      'At {url}, authorization_servers {kind, select, missing {is missing or is no list} empty {is an empty list} other {begins with something that is no web address}}, so Claude does not know where to sign in.',
    fix: 'List the authorization server’s issuer first in authorization_servers, as an https URL.',
    sources: [sources.authentication, sources.serverLocation, sources.resourceMetadata],
  },
  'auth.prm-several-authorization-servers': {
    severity: 'note',
    confidence: 'certain',
    step: 5,
    who: 'author',
    title: 'Of {count} sign-in services, Claude uses the first',
    detail:
      'The resource metadata lists {count} authorization servers. Claude takes the first one, {first}, and asks no other.',
    fix: 'Nothing needs to be done if the first one is meant for Claude’s users; otherwise put the right one first.',
    sources: [sources.authentication],
  },
  'auth.prm-first-server-broken': {
    severity: 'blocker',
    confidence: 'certain',
    step: 5,
    who: 'author',
    title: 'The first sign-in service fails, and a later one that works is not used',
    detail:
      'The resource metadata lists {first} first, and its metadata could not be had. {working} further down works, but Claude uses only the first one.',
    fix: 'Put {working} first in authorization_servers, or repair {first}.',
    sources: [sources.authentication, claudeIssue(82)],
  },
};
