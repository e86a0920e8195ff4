import type { CodeDefinition } from '../../kernel/check.ts';
import { fixInWords } from './provider-fix.ts';
import { claudeIssue, sources } from './sources.ts';

/** The codes of the registration check. */
export type RegistrationCode =
  | 'auth.dcr-rejected'
  | 'auth.dcr-rejects-callback'
  | 'auth.dcr-response-invalid'
  | 'auth.dcr-needs-token'
  | 'auth.loopback-redirect-rejected';

const rfc7591 = 'https://www.rfc-editor.org/rfc/rfc7591';
const said = '{spoke, select, yes { The service said: “{said}”.} other {}}';

/** What each of them says. */
export const registrationCodes: Readonly<Record<RegistrationCode, CodeDefinition>> = {
  'auth.dcr-rejected': {
    severity: 'blocker',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'The sign-in service refuses to register Claude',
    detail: `{how, select, redirect {A registration that is posted to {url} is answered with a redirect (HTTP status {status}), which makes a GET without data of it.} elsewhere {A registration that is posted to {url} is redirected to {to} (HTTP status {status}). This check does not post there: the metadata does not name that address, and a client may refuse it as well.} edge {Something before the sign-in service, such as a bot protection, answered our registration at {url} with HTTP status {status}. It may treat Claude’s like that as well, or it was our address.} other {The registration endpoint {url} answered Claude’s client metadata with HTTP status {status}.}}${said}{how, select, edge { If Claude’s is answered like that, it gets no client ID there} elsewhere { If Claude does not follow, it gets no client ID there} other { Claude gets no client ID there}} and stops before the sign-in page.`,
    fix: `{how, select, redirect {Serve the registration endpoint at the very address that the metadata names, without a redirect.} elsewhere {Name {to} as registration_endpoint in the metadata, or serve the endpoint at the address that is named, without a redirect.} edge {Let POST requests from Anthropic’s addresses (160.79.104.0/21) through to the registration endpoint.} other {${fixInWords(
      'auth.dcr-rejected',
      '{about, select, method {Register clients that ask for client_secret_post, as Claude does. A service for public clients may register them and answer with “none” (RFC 7591 section 3.2.1): Claude goes by the answer.} scope {Accept the scopes that the 401 and the resource metadata name, or leave those out there that a registered client may not have; scopes that are not allowed can be left out of the answer.} other {Accept this client metadata (the exchange shows it): leave out of the answer what is not supported, and refuse only what cannot be left out.}}',
    )}}}`,
    sources: [sources.troubleshooting, `${rfc7591}#section-3.2.2`, claudeIssue(1043), claudeIssue(772)],
  },
  'auth.dcr-rejects-callback': {
    severity: 'blocker',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'The sign-in service does not accept Claude’s callback address',
    detail: `The registration endpoint {url} answered HTTP status {status} to a client with the callback https://claude.ai/api/mcp/auth_callback{other, select, accepted {, and accepted the same client with another https callback} other {}}.${said} Without it Claude cannot register, nor can people be sent back to Claude.`,
    fix: fixInWords(
      'auth.dcr-rejects-callback',
      'Add https://claude.ai/api/mcp/auth_callback, exactly so, to the redirect addresses that the sign-in service allows at registration (and https://claude.com/api/mcp/auth_callback beside it). A list of your own may have replaced the default one.',
    ),
    sources: [sources.authentication, `${rfc7591}#section-3.2.2`, claudeIssue(158)],
  },
  'auth.dcr-response-invalid': {
    severity: 'blocker',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'The sign-in service’s answer to a registration cannot be used as it is',
    detail:
      'The registration at {url} succeeded (HTTP status {status}), but its answer {worst, select, not_json {is no JSON object} client_id {has no client_id} callback {does not register Claude’s callback: {members}} unusable {gives the client what it cannot use: {members}} refused {has members that clients refuse: {members}. Claude Code and other clients of the official TypeScript package stop at such an answer} other {lacks what RFC 7591 section 3.2.1 demands: {members}. Clients are known to do without}}.{more, select, none {} other { Also: {more}.}}',
    fix: 'Answer a registration with HTTP status 201 and a JSON object: client_id as text, the metadata as it was registered (redirect_uris among it), client_secret_expires_at as a whole number (0 for never) wherever there is a client_secret; leave out what has no value instead of null or "".',
    sources: [
      `${rfc7591}#section-3.2.1`,
      'https://github.com/anthropics/claude-code/issues/52565',
      'https://github.com/anthropics/claude-code/issues/13685',
    ],
  },
  'auth.dcr-needs-token': {
    severity: 'blocker',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'The sign-in service registers clients only with a token that Claude does not have',
    detail: `The registration endpoint {url} answered Claude’s client metadata with HTTP status {status}: it asks for an initial access token.${said} Claude registers without one.`,
    fix: fixInWords(
      'auth.dcr-needs-token',
      'Allow registration without an initial access token (for Claude’s callback alone, if you like). If only public clients may register like that, register the client all the same and answer with token_endpoint_auth_method “none”: Claude asks for client_secret_post and goes by the answer. Or support client ID metadata documents, or create a client by hand and give its client ID to your users.',
    ),
    sources: [sources.authentication, `${rfc7591}#section-3`, claudeIssue(82)],
  },
  'auth.loopback-redirect-rejected': {
    severity: 'problem',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'The sign-in service does not accept the callback of Claude Code',
    detail: `The registration endpoint {url} answered HTTP status {status} to a client with the callbacks http://localhost:54545/callback and http://127.0.0.1:54545/callback, as Claude Code uses them with a port that is free at that moment.${said} Claude on the web, on mobile and Desktop is not concerned.`,
    fix: 'Accept http callbacks on localhost and 127.0.0.1 for native clients, with any port (RFC 8252 section 7.3).',
    sources: [sources.authentication, 'https://www.rfc-editor.org/rfc/rfc8252#section-7.3'],
  },
};
