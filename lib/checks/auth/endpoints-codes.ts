import type { CodeDefinition } from '../../kernel/check.ts';
import { fixInWords } from './provider-fix.ts';
import { claudeIssue, sources } from './sources.ts';

/** The codes of the endpoints check. */
export type EndpointCode = 'auth.endpoint-not-https' | 'auth.endpoint-private-host' | 'auth.endpoint-unreachable';

const authorizationEndpoint = 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1';
const tokenEndpoint = 'https://www.rfc-editor.org/rfc/rfc6749#section-3.2';

/** What each of them says. */
export const endpointCodes: Readonly<Record<EndpointCode, CodeDefinition>> = {
  'auth.endpoint-not-https': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service names an address that is not https',
    detail:
      '{by, select, hop {The authorization endpoint ({url}) redirects people to {named}, which was not asked. Sign-ins may travel over https alone (RFC 6749 section 3.1).} other {The metadata at {url} names {named}. Sign-ins and tokens may travel over https alone (RFC 6749 sections 3.1 and 3.2), so Claude does not use it.}}',
    fix: fixInWords(
      'auth.endpoint-not-https',
      'Name every endpoint by its https address. Behind a proxy that ends TLS, tell the sign-in service its public address, or let it trust the proxy’s X-Forwarded-Proto header.',
    ),
    sources: [authorizationEndpoint, tokenEndpoint, sources.communicationSecurity, claudeIssue(1029)],
  },
  'auth.endpoint-private-host': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service names an address that only a private network knows',
    detail:
      '{by, select, hop {The authorization endpoint ({url}) redirects people to {named}. Only those inside that network get to the sign-in page; it was not asked.} other {The metadata at {url} names {named}. Claude’s cloud cannot reach {count, plural, one {it, and it was} other {them, and they were}} not asked.}}',
    fix: 'Set the sign-in service’s public address in its settings (often called base URL, issuer or public URL), so that its metadata and its redirects name public https addresses.',
    sources: [sources.troubleshooting, sources.serverMetadata, claudeIssue(1029)],
  },
  'auth.endpoint-unreachable': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title:
      '{role, select, authorization {The sign-in page} token {The sign-in service’s token endpoint} registration {The sign-in service’s registration endpoint} other {The sign-in service’s endpoints}} at {host} {how, select, http {{count, plural, one {answers} other {answer}} with HTTP status {status}} moved {{count, plural, one {stands} other {stand}} elsewhere} circle {redirects without end} other {cannot be reached}}',
    detail:
      'The metadata names {members}{via, select, hop {, which redirects people to {to}} other {}}{how, select, circle {, and after {status} redirects in a row no page was reached, with cookies kept as a browser keeps them} dns {, on a host name that cannot be found} refused {, and the connection is refused} timeout {, and there was no answer in time} unreachable {, and there is no way to it over the network} reset {, and the connection breaks off} malformed_http {, and the answer is no HTTP} http {, and a request is answered with HTTP status {status}} moved {, and a request is answered with a redirect ({status}) to {to}: a client that follows it turns its POST into a GET, which fails there} other {, and the secure connection fails}}. {role, select, authorization {People are sent there to sign in{how, select, http {; it was asked without the parameters of a real request, which a few services answer like that} other {}}.} token {Claude gets its tokens there.} registration {Claude registers there.} other {Claude needs them to sign people in.}}',
    fix: '{how, select, moved {Name the address {to} in the metadata, or serve the endpoint at the address that is named, without the redirect.} circle {Follow an authorization request as a browser does, from {members} on: each redirect must come nearer to a page. A cookie that is set and not read again (its path, SameSite, Secure) is the usual reason.} other {{via, select, hop {Correct that address in the sign-in service, or bring what stands there back.} other {Correct {members} in the metadata, or bring what stands there back; in the metadata, or bring what stands there back; Anthropic’s addresses (160.79.104.0/21) must get through as well.}}}}',
    sources: [sources.authentication, sources.serverMetadata, authorizationEndpoint, claudeIssue(136)],
  },
};
