import type { Edge } from './edge-types.ts';

const cloudflareBots =
  'In the Cloudflare dashboard open Security: set “Block AI bots” to “Do not block”, allow Claude-User under AI Crawl Control, turn off Bot Fight Mode for this host, and add a WAF custom rule with the action Skip for 160.79.104.0/21 on the MCP, OAuth and /.well-known/ paths.';

const awsRule =
  'In AWS WAF add the address set 160.79.104.0/21 to the web ACL with a rule whose action is Allow, placed before the managed rule groups (Bot Control above all), and look in the sampled requests for the rule that matched.';

/** Pages that want to see a browser, before blocks: their status is often a refusal’s as well. */
export const challenges: readonly Edge[] = [
  {
    kind: 'challenge',
    vendor: 'Cloudflare',
    marks: [
      { headers: { 'cf-mitigated': /challenge/i } },
      { headers: { server: /^cloudflare/i }, status: [403, 503], body: /_cf_chl_opt|<title>Just a moment\.\.\./i },
    ],
    setting: cloudflareBots,
  },
  {
    kind: 'challenge',
    vendor: 'AWS WAF',
    marks: [{ headers: { 'x-amzn-waf-action': /challenge|captcha/i } }],
    setting:
      'In AWS WAF exclude the MCP, OAuth and /.well-known/ paths from the rules whose action is Challenge or CAPTCHA, or put a rule with the action Allow for 160.79.104.0/21 before them.',
  },
  {
    kind: 'challenge',
    vendor: 'Vercel',
    marks: [
      { headers: { 'x-vercel-mitigated': /challenge/i } },
      { headers: { 'x-vercel-challenge-token': /./ } },
      { status: [403, 429], body: /Vercel Security Checkpoint/ },
    ],
    setting:
      'In the Vercel project open Firewall: turn off Attack Challenge Mode and the Bot Protection managed ruleset for this path, or add a custom rule with the action Bypass for 160.79.104.0/21.',
  },
  {
    kind: 'challenge',
    vendor: 'Akamai',
    marks: [{ body: /sec-if-cpt-container|\/_sec\/cp_challenge\// }],
    setting:
      'In Akamai Bot Manager give the MCP, OAuth and /.well-known/ paths the action Monitor in place of a challenge, and put 160.79.104.0/21 on the bypass network list.',
  },
  {
    kind: 'challenge',
    vendor: 'DataDome',
    // Its own headers stand on answers that it lets pass as well.
    marks: [{ status: [403, 405, 429], body: /captcha-delivery\.com/ }],
    setting:
      'In DataDome add a custom rule with the response Allow for 160.79.104.0/21 and the user agent Claude-User, or take the MCP path out of the protected endpoints.',
  },
  {
    kind: 'challenge',
    vendor: 'HUMAN (PerimeterX)',
    marks: [{ status: [403, 429], body: /window\._pxAppId|px-captcha|captcha\.px-cdn\.net|"blockScript"\s*:/ }],
    setting:
      'In the HUMAN console add 160.79.104.0/21 to the allowlist of the policy that covers this host, or exclude the MCP path from enforcement.',
  },
  {
    kind: 'challenge',
    vendor: 'Kasada',
    marks: [{ status: [403, 429], headers: { 'x-kpsdk-ct': /./ } }],
    setting: 'Ask Kasada to exempt 160.79.104.0/21 on the MCP, OAuth and /.well-known/ paths.',
  },
  {
    kind: 'challenge',
    vendor: 'Fastly',
    marks: [{ body: /\/_fs-ch-[\w-]+\// }],
    setting:
      'In Fastly Bot Management turn off client challenges for the MCP, OAuth and /.well-known/ paths, or allow 160.79.104.0/21 by a request rule.',
  },
  {
    kind: 'challenge',
    vendor: 'Sucuri',
    marks: [{ body: /sucuri_cloudproxy_js/ }],
    setting: 'In the Sucuri firewall add 160.79.104.0/21 to Access Control, Allow IP Addresses.',
  },
  {
    kind: 'challenge',
    vendor: 'Anubis',
    marks: [{ body: /id="anubis_challenge"|\/\.within\.website\/x\/cmd\/anubis\// }],
    setting:
      'In the Anubis bot policy add rules with the action ALLOW for the MCP, OAuth and /.well-known/ paths, or for 160.79.104.0/21.',
  },
];

const refusals = [403, 405, 406, 429, 503];

/** Refusals that a firewall or content network makes by itself. */
export const blocks: readonly Edge[] = [
  {
    kind: 'rate-limit',
    vendor: 'Cloudflare',
    marks: [{ headers: { server: /^cloudflare/i }, status: [429, 403], body: /error code: 1015|Error 1015/i }],
    setting:
      'In the Cloudflare dashboard open Security, Rate limiting rules: raise the limit, or exempt 160.79.104.0/21, because all of Claude’s users share those addresses.',
  },
  {
    kind: 'block',
    vendor: 'Cloudflare',
    marks: [
      { headers: { 'cf-mitigated': /block/i } },
      {
        headers: { server: /^cloudflare/i },
        status: [403, 406, 429],
        body: /you have been blocked|Attention Required! \| Cloudflare|\berror code: 1\d{3}\b|cf-error-details|Your request was blocked/i,
      },
    ],
    setting: cloudflareBots,
  },
  {
    kind: 'block',
    vendor: 'Amazon CloudFront',
    marks: [{ status: [403], body: /not configured to allow the HTTP request method/i }],
    setting:
      'In the CloudFront distribution edit the cache behavior of this path: set Allowed HTTP methods to “GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE”.',
  },
  {
    kind: 'block',
    vendor: 'AWS WAF or Amazon CloudFront',
    marks: [
      { status: [403], headers: { server: /^CloudFront/i }, body: /Request blocked|Generated by cloudfront/i },
      { status: [403], headers: { server: /^awselb/i }, body: /<h1>403 Forbidden<\/h1>/i },
      { headers: { 'x-amzn-waf-action': /block/i } },
    ],
    setting: awsRule,
  },
  {
    kind: 'block',
    vendor: 'Amazon API Gateway',
    marks: [
      {
        status: [403],
        headers: { 'x-amzn-errortype': /^(?:Forbidden|AccessDenied|WafFiltered|WAFFiltered)/i },
        body: /"[Mm]essage"\s*:\s*"Forbidden"/,
      },
    ],
    setting:
      'In Amazon API Gateway look at what answers Forbidden before the app: the AWS WAF web ACL of the stage, the resource policy, a required API key, or mutual TLS; let 160.79.104.0/21 through it.',
  },
  {
    kind: 'block',
    vendor: 'Akamai',
    marks: [
      { headers: { server: /^AkamaiGHost/i }, status: refusals },
      { status: refusals, body: /errors\.edgesuite\.net|<H1>Access Denied<\/H1>[\s\S]{0,400}Reference&#32;&#35;/i },
    ],
    setting:
      'In Akamai App & API Protector put 160.79.104.0/21 on the network list that bypasses WAF and bot rules; the reference number on the page names the rule in Security Events.',
  },
  {
    kind: 'block',
    vendor: 'Imperva',
    marks: [
      { body: /Incapsula incident ID|_Incapsula_Resource\?/ },
      { status: refusals, headers: { 'x-iinfo': /./ }, body: /incapsula|imperva/i },
    ],
    setting:
      'In the Imperva console add an allow rule (Security, “Allow list”) for 160.79.104.0/21 and classify Claude-User as a good bot; the incident ID finds the event.',
  },
  {
    kind: 'block',
    vendor: 'Vercel Firewall',
    marks: [{ headers: { 'x-vercel-mitigated': /deny|block/i } }],
    setting:
      'In the Vercel project open Firewall: look in the traffic view for the rule that denied the request (the “AI Bots” managed ruleset, a custom rule or an IP block), and add a rule with the action Bypass for 160.79.104.0/21.',
  },
  {
    kind: 'block',
    vendor: 'Fastly',
    marks: [
      { status: [403], body: /Fastly error: (?:unknown domain|forbidden)/i },
      { status: [406], headers: { 'x-served-by': /^cache-/i, 'content-type': /^text\/(?:html|plain)/i } },
    ],
    setting:
      'In Fastly Next-Gen WAF add a request rule with the action Allow for 160.79.104.0/21, and see in the site’s requests which signal blocked this one.',
  },
  {
    kind: 'block',
    vendor: 'Azure Front Door',
    marks: [{ status: [403], headers: { 'x-azure-ref': /./ }, body: /The request is blocked|Azure WAF|azwaf/i }],
    setting:
      'In the Azure Front Door WAF policy add a custom rule with the action Allow for 160.79.104.0/21, with a lower priority number than the others; the X-Azure-Ref value finds the rule in the logs.',
  },
  {
    kind: 'block',
    vendor: 'Azure Application Gateway',
    marks: [
      { status: [403], headers: { server: /^Microsoft-Azure-Application-Gateway/i } },
      { status: [403], body: /Microsoft-Azure-Application-Gateway\/v2/i },
    ],
    setting:
      'In the WAF policy of Azure Application Gateway add a custom rule with the action Allow for 160.79.104.0/21, and see in the firewall log which managed rule matched.',
  },
  {
    kind: 'block',
    vendor: 'Google Cloud Armor',
    marks: [{ status: [403], headers: { via: /\bgoogle\b/i }, body: /<title>403<\/title>\s*403 Forbidden\s*$/i }],
    setting:
      'In the Google Cloud Armor security policy add a rule with the action allow for 160.79.104.0/21 and a lower priority number than the rule that denied the request.',
  },
  {
    kind: 'block',
    vendor: 'Sucuri',
    marks: [{ headers: { 'x-sucuri-block': /./ } }, { body: /Sucuri WebSite Firewall - Access Denied/i }],
    setting: 'In the Sucuri firewall add 160.79.104.0/21 to Access Control, Allow IP Addresses.',
  },
  {
    kind: 'block',
    vendor: 'Wordfence',
    marks: [{ body: /Generated by Wordfence/i }],
    setting:
      'In Wordfence open Firewall Options and add 160.79.104.0/21 to “Allowlisted IP addresses that bypass all rules”.',
  },
  {
    kind: 'block',
    vendor: 'F5 BIG-IP',
    marks: [{ body: /The requested URL was rejected\. Please consult with your administrator/i }],
    setting:
      'In F5 Advanced WAF look up the support ID under Event Logs, and add 160.79.104.0/21 to the IP address exceptions of the policy.',
  },
  {
    kind: 'block',
    vendor: 'FortiWeb',
    marks: [{ body: /FortiWeb|FortiGuard Intrusion Prevention/i, status: refusals }],
    setting:
      'In the Fortinet policy add 160.79.104.0/21 to the IP list as trusted, and see in the attack log which signature matched.',
  },
  {
    kind: 'block',
    vendor: 'ModSecurity',
    marks: [{ status: [403, 406], body: /Mod_Security/i }],
    setting:
      'Ask the hosting provider, or look in the ModSecurity audit log, which rule matched, and disable it for the MCP path (SecRuleRemoveById).',
  },
  {
    kind: 'block',
    vendor: 'CrowdSec',
    marks: [{ status: [403], body: /CrowdSec (?:Ban|Access Forbidden|Captcha)/i }],
    setting: 'In CrowdSec add 160.79.104.0/21 to a whitelist parser or an allowlist (cscli allowlists).',
  },
];
