import type { CodeDefinition } from '../../kernel/check.ts';
import { fixInWords } from './provider-fix.ts';
import { claudeIssue, sources } from './sources.ts';

/** The codes of the authorization page check. */
export type PageCode =
  'auth.authorize-rejects-callback' | 'auth.consent-csp-blocks-callback' | 'auth.callback-redirect-keeps-post';

const said = '{spoke, select, yes { The service said: “{said}”.} other {}}';

/** What each of them says. */
export const pageCodes: Readonly<Record<PageCode, CodeDefinition>> = {
  'auth.authorize-rejects-callback': {
    severity: 'blocker',
    confidence: 'certain',
    step: 8,
    who: 'author',
    title: 'The sign-in service refuses Claude’s authorization request',
    detail: `{how, select, callback {The request to {url} led straight to Claude’s callback with the error {code}, so nobody gets to see a sign-in page.} address {The request to {url} led to an address that carries the error {code}, in place of a sign-in page.} status {The request to {url} was answered with HTTP status {status} in place of a sign-in page.} other {The page at {url} shows an error in place of a sign-in.}}${said} It was sent as Claude sends it{client, select, given {, with the client ID that you gave} document {, with Claude’s client ID metadata document as client ID} other {, with a client that had just been registered}}.`,
    fix: `{about, select, callback {Allow https://claude.ai/api/mcp/auth_callback, exactly so, as redirect address of {client, select, registered {clients that register it, and keep what they register} other {this client}}.} scope {Offer the scopes that the 401 and the metadata name to this client, or leave out of them what it may not ask for.} resource {${fixInWords('auth.authorize-rejects-callback', 'Accept the resource parameter (RFC 8707) with the connector’s URL as its value; where the provider must know it, register it there.')}} pkce {Accept PKCE with code_challenge_method S256, which Claude always sends.} client {{client, select, document {Read the client from the metadata document at https://claude.ai/oauth/mcp-oauth-client-metadata: the service must be able to fetch it.} given {See that this client ID exists at the sign-in service that the metadata names.} other {Keep what is registered, with its callbacks, and look it up here by client_id: a registration endpoint that only answers stores nobody. Where several instances of the service run, let each know what another has registered.}}} other {${fixInWords('auth.authorize-rejects-callback', 'Look into the sign-in service’s log for this request: callback, scopes, resource and PKCE (S256) must all be accepted.')}}}`,
    sources: [
      sources.authentication,
      'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1',
      'https://github.com/higgsfield-ai/cli/issues/75',
    ],
  },
  'auth.consent-csp-blocks-callback': {
    severity: 'blocker',
    confidence: 'likely',
    step: 8,
    who: 'author',
    title:
      '{hop, select, desktop {The sign-in page’s Content-Security-Policy may keep Claude Desktop from being opened again} other {The sign-in page’s Content-Security-Policy stops the way back to Claude}}',
    detail:
      'The page at {url} has the policy “form-action {sources}”. {hop, select, desktop {It allows Claude’s callback, but not the claude: address to which the callback leads on in Claude Desktop. Chrome, Edge and Safari compare every redirect after a form with the policy.} other {Chrome, Edge and Safari compare every redirect after a form with it, so they cancel the one to https://claude.ai: the person presses Approve, and nothing happens. (Firefox compares only the form’s own address, so there it works.)}}{sure, select, form {} other { It was not seen how this page goes on; where a script or another page leads back to Claude, nothing is in the way.}}',
    fix: '{hop, select, desktop {Add claude: to form-action on the pages of the sign-in, or leave form-action away there.} other {On the sign-in and consent pages, add https://claude.ai, https://claude.com and claude: to form-action, or leave the directive away. Naming the origin of the request’s own redirect_uri, once it is validated, serves all clients. Or answer the form with a page that leads on by itself.}}',
    sources: [
      'https://www.w3.org/TR/CSP3/#directive-form-action',
      'https://github.com/w3c/webappsec-csp/issues/8',
      'https://github.com/brightbeanxyz/brightbean-studio/issues/62',
      'https://github.com/PrefectHQ/fastmcp/issues/3369',
    ],
  },
  'auth.callback-redirect-keeps-post': {
    severity: 'problem',
    confidence: 'likely',
    step: 8,
    who: 'author',
    title:
      'The sign-in service {how, select, redirect {may send people back to Claude by POST} other {sends people back to Claude by POST}}',
    detail:
      '{how, select, form {The page at {url} posts a form to Claude’s callback (response_mode form_post).} back {The sign-in of this check came back to its callback by POST, and so it would to Claude’s.} other {The redirect to Claude’s callback has HTTP status {status}, which keeps the method of the request. This one was a GET and stays one; but the same redirect after a consent form that is posted stays a POST.}} Claude’s callback takes GET alone and answers “Method Not Allowed” to a POST.',
    fix: '{how, select, form {Send the code back with a redirect (response_mode query), which is what a request without response_mode asks for.} back {Answer the last form with 302 or 303, not with 307 or 308, and without response_mode form_post.} other {Answer with 302 or 303. Some frameworks redirect with 307 unless told otherwise.}}',
    sources: ['https://www.rfc-editor.org/rfc/rfc9700#section-4.12', claudeIssue(313)],
  },
};
