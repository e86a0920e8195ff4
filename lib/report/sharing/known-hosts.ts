import { claudeOrigin } from '../../standards/hosts.ts';
import { hostedSignIns } from '../../standards/hosted-sign-in.ts';

/**
 * Domains of services that everybody knows, so that naming them tells nothing of a connector: Claude’s own, those that documentation
 * stands on, public resolvers, and the makers of what stands before servers. What stands in front of them stays as well.
 */
const knownDomains: readonly string[] = [
  new URL(claudeOrigin).hostname,
  'anthropic.com',
  'claude.com',
  'claude.site',
  'claudeusercontent.com',
  'claudemcpcontent.com',
  'modelcontextprotocol.io',
  'ietf.org',
  'rfc-editor.org',
  'openid.net',
  'iana.org',
  'icann.org',
  'w3.org',
  'whatwg.org',
  'mozilla.org',
  'publicsuffix.org',
  'json-schema.org',
  'schema.org',
  'cloudflare-dns.com',
  'one.one.one.one',
  'dns.google',
  'quad9.net',
  'gstatic.com',
  'googleapis.com',
  'google.com',
  'cloudflare.com',
  'akamai.com',
  'fastly.com',
  'imperva.com',
  'incapsula.com',
  'sucuri.net',
  'letsencrypt.org',
  'lencr.org',
  'pki.goog',
  'digicert.com',
  'sectigo.com',
  'globalsign.com',
  'amazontrust.com',
  'nodejs.org',
  'npmjs.com',
  'statuspage.io',
  'github.com',
  'gitlab.com',
  'vercel.com',
  'netlify.com',
  'tunnels.api.visualstudio.com',
  'login.live.com',
  'login.microsoft.com',
];

/** Names under which platforms give a name to each customer, and by which they are recognized. */
const platforms: readonly string[] = [
  'auth0.com',
  'okta.com',
  'oktapreview.com',
  'okta-emea.com',
  'okta-gov.com',
  'authkit.app',
  'clerk.accounts.dev',
  'stytch.com',
  'stytch.dev',
  'supabase.co',
  'descope.com',
  'scalekit.com',
  'scalekit.dev',
  'scalekit.cloud',
  'logto.app',
  'projects.oryapis.com',
  'fusionauth.io',
  'cloudflareaccess.com',
  'onelogin.com',
  'duosecurity.com',
  'github.dev',
  'ciamlogin.com',
  'b2clogin.com',
  'microsoftonline.com',
  'windows.net',
  'windows.com',
  'amazoncognito.com',
  'amazonaws.com',
  'workos.com',
  'ts.net',
  'loca.lt',
  'localtunnel.me',
  'devtunnels.ms',
  'trycloudflare.com',
  'lhr.life',
  'ngrok.io',
  'ngrok.app',
  'ngrok.dev',
  'ngrok-free.app',
  'ngrok-free.dev',
];

/** True for hosts that stay as they are. */
export function isKnownHost(host: string): boolean {
  return knownDomains.some((domain) => isAtOrUnder(host, domain));
}

/** The end of a host’s name that says whose platform it is on, and that stays; null where there is none that is known. */
export function platformOf(host: string): string | null {
  const found = platforms.find((platform) => isAtOrUnder(host, platform));
  if (found !== undefined) return found;
  return hostedSignIns.some(({ host: hosts }) => hosts.test(host)) ? host.split('.').slice(-2).join('.') : null;
}

/** True for a name itself and everything under it. */
export function isAtOrUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Labels in front of a domain that say what a host is for, and not whose it is. */
export function isOrdinaryLabel(label: string): boolean {
  return ordinaryLabel.test(label);
}

const ordinaryLabel =
  /^(?:\*|www|mcp|api|apis|app|apps|auth|auths|oauth|login|signin|sso|sts|id|idp|identity|account|accounts|connect|secure|cdn|static|assets|img|dev|stage|staging|test|prod|sandbox|beta|server|gateway|docs|status|localhost|partner|proxy|svc|ns|cluster|default|compute|node|pod|db|redis|cache|cognito-idp|cognito|(?:us|eu|au|jp|uk|ca|in|sa|me|af|ap)(?:-(?:east|west|north|south|central|northeast|southeast|northwest|southwest)-\d)?)$/;
