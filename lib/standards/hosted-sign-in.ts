/** A sign-in service that its makers run for everybody: whoever rents it changes settings there, and nothing else. */
export interface HostedSignIn {
  /** The product’s name, as its makers write it. */
  readonly name: string;
  /** The makers’ own host names, in lower case; customers’ own domains are not among them. */
  readonly host: RegExp;
}

/** Services whose host names are known from their documentation. */
export const hostedSignIns: readonly HostedSignIn[] = [
  {
    name: 'Microsoft Entra ID',
    host: /^(?:login\.(?:microsoftonline|partner\.microsoftonline|windows)\.[\w.-]+|sts\.windows\.net)$/,
  },
  { name: 'Microsoft Entra ID', host: /\.(?:ciamlogin|b2clogin)\.com$/ },
  { name: 'Auth0', host: /\.auth0\.com$/ },
  { name: 'Okta', host: /\.(?:okta|oktapreview|okta-emea|okta-gov)\.com$/ },
  { name: 'Amazon Cognito', host: /\.(?:amazonaws|amazoncognito)\.com$/ },
  { name: 'Google', host: /^accounts\.google\.com$/ },
  { name: 'GitHub', host: /^github\.com$/ },
  { name: 'GitLab.com', host: /^gitlab\.com$/ },
  { name: 'WorkOS', host: /(?:\.authkit\.app|^api\.workos\.com)$/ },
  { name: 'Clerk', host: /\.clerk\.accounts\.dev$/ },
  { name: 'Stytch', host: /\.stytch\.(?:com|dev)$/ },
  { name: 'Supabase', host: /\.supabase\.co$/ },
  { name: 'Descope', host: /^api\.(?:\w+\.)?descope\.com$/ },
  { name: 'Scalekit', host: /\.scalekit\.(?:com|dev|cloud)$/ },
  { name: 'Logto', host: /\.logto\.app$/ },
  { name: 'Ory Network', host: /\.projects\.oryapis\.com$/ },
  { name: 'FusionAuth Cloud', host: /\.fusionauth\.io$/ },
  { name: 'Cloudflare Access', host: /\.cloudflareaccess\.com$/ },
];
