import type { CodeDefinition } from '../../kernel/check.ts';
import { fixInWords } from './provider-fix.ts';
import { claudeIssue, sources } from './sources.ts';

/** The codes of the authorization server check. */
export type ServerCode =
  | 'auth.as-unreachable'
  | 'auth.as-metadata-not-found'
  | 'auth.as-metadata-misplaced'
  | 'auth.as-metadata-invalid'
  | 'auth.issuer-mismatch'
  | 'auth.as-on-other-host';

/** What each of them says. */
export const serverCodes: Readonly<Record<ServerCode, CodeDefinition>> = {
  'auth.as-unreachable': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service at {host} cannot be reached',
    detail:
      'The authorization server {issuer} {how, select, private_address {has an address in a private network, which Claude’s cloud cannot reach and which was not asked} not_https {is not named by an https address and was not asked} invalid_url {is named by something that is no usable web address} dns {has a host name that cannot be found} refused {refuses the connection} timeout {did not answer in time} unreachable {cannot be reached over the network} reset {breaks the connection off} redirect_loop {sends clients round in circles} malformed_http {answers with something that is no HTTP} http {answers with HTTP status {status} when it is asked for its metadata} other {cannot be reached: the secure connection fails}}. Claude stops here, because the sign-in begins there.',
    fix: '{how, select, private_address {Name an authorization server with a public https address in authorization_servers.} not_https {Name the authorization server by its https address in authorization_servers.} invalid_url {Name the authorization server by its https address in authorization_servers.} http {Let the authorization server’s metadata be read by everybody, Anthropic’s addresses (160.79.104.0/21) included, and see that it does not fail.} other {Bring the authorization server back, or name one that can be reached; it must let Anthropic’s addresses (160.79.104.0/21) through.}}',
    sources: [sources.troubleshooting, sources.authentication, sources.serverPlaces],
  },
  'auth.as-metadata-not-found': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service publishes no metadata where clients look',
    detail:
      'None of the addresses for the authorization server {issuer} gives its metadata. Tried in the order of clients: {tried}.',
    fix: fixInWords(
      'auth.as-metadata-not-found',
      'Serve the authorization server metadata at {expected}, or see that authorization_servers names the issuer exactly as its provider does.',
    ),
    sources: [sources.troubleshooting, sources.serverPlaces, sources.serverDiscovery],
  },
  'auth.as-metadata-misplaced': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service’s metadata is where no client looks for this issuer',
    detail:
      'The metadata stands at {url}. For the authorization server {issuer}, clients look at {expected} and at the addresses of OpenID Connect, and do not find it.',
    fix: 'Serve the document at {expected}. Where it belongs to another issuer ({named}), name that one in authorization_servers.',
    sources: [sources.serverPlaces, sources.serverDiscovery],
  },
  'auth.as-metadata-invalid': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title:
      '{why, select, not_json {The sign-in service’s metadata cannot be read} not_object {The sign-in service’s metadata cannot be read} missing {The sign-in service’s metadata lacks what clients need} other {The sign-in service’s metadata holds something that clients refuse}}',
    detail:
      'The document at {url} {why, select, not_json {is not JSON (RFC 8414 section 3.2)} not_object {is JSON, but no object (RFC 8414 section 3.2)} type {is labelled {type} in place of application/json (RFC 8414 section 3.2)} urls {has members that are no absolute web addresses: {members} (RFC 8414 section 2)} lists {has members that must be lists of texts and are not: {members} (RFC 8414 section 2)} flags {has members that must be true or false and are not: {members}} nulls {has members that are null, which is none of the types that RFC 8414 section 2 gives them: {members}} fragments {has addresses with a part that they must not have, a fragment (#…) or, in the issuer, a query (?…): {members} (RFC 8414 section 2, RFC 6749 sections 3.1 and 3.2)} openid {stands where OpenID Connect’s metadata stands, and lacks what that requires: {members} (OpenID Connect Discovery 1.0 section 3)} other {lacks {members} (RFC 8414 section 2). Clients need issuer, authorization_endpoint and token_endpoint}}. {why, select, urls {Clients that check the document refuse all of it.} lists {Clients that check the document refuse all of it.} flags {Clients that check the document refuse all of it.} nulls {Clients that check the document, such as the official TypeScript client, refuse all of it.} openid {Clients that check the document, such as the official TypeScript client, refuse all of it.} fragments {Clients that put parameters behind such an address ask the wrong one.} other {Without it nobody can sign in.}}',
    fix: '{why, select, urls {Write {members} in full, beginning with https://.} lists {Write {members} as a list, also for a single value: ["…"].} flags {Write {members} as true or false, without quotes.} nulls {Leave {members} out where there is no value.} fragments {Write {members} without the part after # (and the issuer without ?).} openid {Add {members}, or serve the document at the address of RFC 8414 (/.well-known/oauth-authorization-server), where they are not required.} other {Answer that address with status 200, Content-Type application/json, and a complete metadata document.}}',
    sources: [sources.serverMetadata, sources.serverResponse, sources.openIdMetadata, sources.troubleshooting],
  },
  'auth.issuer-mismatch': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service calls itself something else than it was called',
    detail:
      'The document at {url} names the issuer {named}, and {from, select, origin {it stands at the origin {issuer}} other {authorization_servers names {issuer}}}. RFC 8414 asks for identical text{slash, select, yes {, the slash at the end included, although many clients let that pass} other {}}; clients refuse a document of another issuer.',
    fix: fixInWords(
      'auth.issuer-mismatch',
      'Write the issuer in the same way in both places: {named} in authorization_servers, or {issuer} in the metadata and in the tokens.',
    ),
    sources: [
      sources.serverValidation,
      sources.troubleshooting,
      'https://github.com/ganhammar/hass-oidc-server/issues/23',
    ],
  },
  'auth.as-on-other-host': {
    severity: 'note',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service is on another host, {host}',
    detail:
      'The connector is on {connector}, its authorization server on {host}. Claude’s cloud asks both, so both must let Anthropic’s addresses (160.79.104.0/21) through. Whether they do cannot be seen from here.',
    fix: 'Nothing needs to be done if that host is public. Behind a firewall, let 160.79.104.0/21 through on both hosts.',
    sources: [sources.authentication, claudeIssue(82)],
  },
};
