/**
 * Products that open TLS connections on the way and sign them anew, by words in their certificates' issuer. A server is never
 * blamed for what stands on the person's own side.
 */
export const interceptors: readonly { readonly product: string; readonly issuer: RegExp }[] = [
  { product: 'Zscaler', issuer: /zscaler/i },
  { product: 'Netskope', issuer: /netskope|goskope/i },
  { product: 'Palo Alto Networks', issuer: /palo ?alto|prisma access|globalprotect/i },
  { product: 'FortiGate', issuer: /fortinet|fortigate/i },
  { product: 'Cisco Umbrella', issuer: /cisco umbrella|opendns/i },
  { product: 'Cisco Secure Web Appliance', issuer: /ironport|cisco (?:wsa|secure web)/i },
  { product: 'Symantec (Blue Coat)', issuer: /blue ?coat|symantec (?:web|ssl visibility)/i },
  { product: 'Forcepoint', issuer: /forcepoint|websense/i },
  { product: 'Check Point', issuer: /check ?point/i },
  { product: 'Sophos', issuer: /sophos/i },
  { product: 'Cloudflare Gateway', issuer: /gateway ca - cloudflare|cloudflare managed g/i },
  { product: 'iboss', issuer: /\biboss\b/i },
  { product: 'Menlo Security', issuer: /menlo security/i },
  { product: 'Kaspersky', issuer: /kaspersky/i },
  { product: 'ESET', issuer: /\beset\b/i },
  { product: 'Avast or AVG', issuer: /avast|\bavg\b/i },
  { product: 'Bitdefender', issuer: /bitdefender/i },
  { product: 'AdGuard', issuer: /adguard/i },
  { product: 'mitmproxy', issuer: /mitmproxy/i },
  { product: 'Charles Proxy', issuer: /charles proxy/i },
  { product: 'Fiddler', issuer: /do_not_trust_fiddlerroot|fiddler/i },
  { product: 'Burp Suite', issuer: /portswigger/i },
];

/** Authorities that developers make on their own machine: a certificate of theirs is the server's, and nobody else trusts it. */
export const developmentAuthorities =
  /\bmkcert\b|caddy local authority|minica root|localhost|devcert|aspnetcore|step-?ca|test ca\b/i;
