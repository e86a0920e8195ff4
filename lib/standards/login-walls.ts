import type { Edge } from './edge-types.ts';

const letMcpThrough =
  'Claude signs in by OAuth with the server itself, and cannot pass a sign-in page that stands before it.';

/** Sign-in gateways that stand before a server and know nothing of MCP. */
export const loginWalls: readonly Edge[] = [
  {
    kind: 'login-wall',
    vendor: 'Cloudflare Access',
    marks: [
      { address: /\.cloudflareaccess\.com\/|\/cdn-cgi\/access\/login/ },
      { headers: { 'www-authenticate': /^\s*Cloudflare-Access\b/i } },
      { status: [401, 403], headers: { 'cf-access-domain': /./ } },
    ],
    setting:
      'In Cloudflare Zero Trust open the Access application of this host: add a policy with the action Bypass for the MCP, OAuth and /.well-known/ paths, or put the server behind an MCP server portal with Managed OAuth.',
  },
  {
    kind: 'login-wall',
    vendor: 'Google Identity-Aware Proxy',
    marks: [
      { headers: { 'x-goog-iap-generated-response': /./ } },
      { address: /accounts\.google\.com\/o\/oauth2\/.*(?:iap\.googleapis\.com|gcp-iap)/ },
      { status: [401], body: /Invalid IAP credentials/i },
    ],
    setting: `In Google Cloud turn Identity-Aware Proxy off for the backend of the MCP path, and let the server ask for OAuth itself. ${letMcpThrough}`,
  },
  {
    kind: 'login-wall',
    vendor: 'Google Cloud Run',
    marks: [{ status: [403], body: /Your client does not have permission to get URL/i }],
    setting:
      'In Google Cloud Run open the service’s Security tab and choose “Allow public access” (allow unauthenticated invocations); the MCP server then asks for a sign-in itself.',
  },
  {
    kind: 'login-wall',
    vendor: 'Vercel Deployment Protection',
    marks: [
      { address: /\/\/vercel\.com\/(?:sso-api|sso\/|login)|\/\.well-known\/vercel\// },
      { status: [401], headers: { 'set-cookie': /_vercel_(?:sso_nonce|jwt)/ } },
      { status: [401], body: /Vercel Authentication|vercel\.com\/sso-api|_vercel_password/ },
    ],
    setting:
      'In the Vercel project open Settings, Deployment Protection: turn off Vercel Authentication and Password Protection for this deployment, or register the production domain, which is not protected.',
  },
  {
    kind: 'login-wall',
    vendor: 'Netlify',
    marks: [
      { address: /app\.netlify\.com\/(?:authorize|login)/ },
      { status: [401], headers: { server: /^Netlify/i }, body: /type="?password|netlify\.com/i },
    ],
    setting:
      'In the Netlify project open Project configuration, Access & security, Visitor access: remove the password or team-login protection for this deploy.',
  },
  {
    kind: 'login-wall',
    vendor: 'Azure App Service Authentication',
    marks: [{ address: /\/\.auth\/login\// }],
    setting:
      'In the Azure portal open the app’s Authentication settings: set “Unauthenticated requests” to “HTTP 401” or “Allow unauthenticated access” and let the server serve its own OAuth metadata.',
  },
  {
    kind: 'login-wall',
    vendor: 'GitHub Codespaces',
    marks: [{ address: /\.github\.dev\/pf-signin|\/\/github\.dev\/pf-signin/ }],
    setting: 'In the codespace’s Ports view set the visibility of the port to Public.',
  },
  {
    kind: 'login-wall',
    vendor: 'Microsoft dev tunnels',
    marks: [{ address: /tunnels\.api\.visualstudio\.com\/|\.devtunnels\.ms\/.*(?:login|signin)/ }],
    setting: 'Host the tunnel with “devtunnel host --allow-anonymous”, or set the port’s visibility to Public.',
  },
  {
    kind: 'login-wall',
    vendor: 'oauth2-proxy',
    marks: [
      { address: /\/oauth2\/(?:start|sign_in)\b/ },
      { status: [200, 401, 403], body: /Secured with <a[^>]*>OAuth2 Proxy|action="\/oauth2\/(?:start|sign_in)"/i },
    ],
    setting:
      'In oauth2-proxy add the MCP, OAuth and /.well-known/ paths to skip_auth_routes, and let the server ask for OAuth itself.',
  },
  {
    kind: 'login-wall',
    vendor: 'Authelia',
    marks: [{ address: /[?&]rd=https?(?::|%3A).*[?&]rm=[A-Z]+/ }, { body: /<title>Login - Authelia<\/title>/i }],
    setting:
      'In Authelia’s access_control add a rule with the policy bypass for the MCP, OAuth and /.well-known/ paths.',
  },
  {
    kind: 'login-wall',
    vendor: 'authentik',
    marks: [
      { address: /\/outpost\.goauthentik\.io\/(?:start|auth)|\/if\/flow\/[\w-]+\/\?next=/ },
      { headers: { 'x-powered-by': /^authentik/i } },
    ],
    setting:
      'In the authentik proxy provider add the MCP, OAuth and /.well-known/ paths to “Unauthenticated Paths”, and let the server ask for OAuth itself.',
  },
  {
    kind: 'login-wall',
    vendor: 'Pomerium',
    marks: [{ address: /\/\.pomerium\/sign_in/ }, { headers: { 'x-pomerium-intercepted-response': /./ } }],
    setting:
      'In the Pomerium route of the MCP server set allow_public_unauthenticated_access, or use its MCP route type.',
  },
  {
    kind: 'login-wall',
    vendor: 'Amazon Cognito',
    marks: [{ address: /\.amazoncognito\.com\/(?:login|oauth2\/authorize)/ }],
    setting:
      'In the Application Load Balancer take the authenticate action off the rule of the MCP, OAuth and /.well-known/ paths, and let the server ask for OAuth itself.',
  },
];

/**
 * Sign-in pages of well-known identity providers, reached by a redirect of the endpoint itself. Which gateway sent the request
 * there cannot be told.
 */
export const signInPages: readonly Edge[] = [
  {
    vendor: 'Microsoft Entra ID',
    address: /\/\/login\.(?:microsoftonline\.com|microsoft\.com|windows\.net|live\.com)\//,
  },
  { vendor: 'Google', address: /\/\/accounts\.google\.com\// },
  { vendor: 'Okta', address: /\.okta(?:preview)?\.com\// },
  { vendor: 'Auth0', address: /\.auth0\.com\// },
  { vendor: 'OneLogin', address: /\.onelogin\.com\// },
  { vendor: 'Duo', address: /\.duosecurity\.com\// },
  { vendor: 'GitHub', address: /\/\/github\.com\/login/ },
].map(({ vendor, address }) => ({
  kind: 'login-wall',
  vendor,
  marks: [{ address }],
  setting: `Let the MCP, OAuth and /.well-known/ paths pass the gateway that sends requests to ${vendor}, and let the server answer 401 and name its OAuth metadata. ${letMcpThrough}`,
}));
