import type { Edge } from './edge-types.ts';

/** Refusals in the very words of a web server: a rule of its configuration, since the app words its own. Asked last. */
export const webServerBlocks: readonly Edge[] = [
  {
    kind: 'block',
    vendor: 'nginx',
    marks: [
      { status: [403], body: /<h1>403 Forbidden<\/h1><\/center>\s*<hr><center>(?:nginx|openresty|tengine|angie)/i },
    ],
    setting:
      'Look in the nginx configuration for what answers 403 on this path: deny rules, a geo or user-agent map, auth_request, or a missing proxy_pass; allow 160.79.104.0/21 and Claude-User there.',
  },
  {
    kind: 'block',
    vendor: 'Apache',
    marks: [{ status: [403], body: /<title>403 Forbidden<\/title>[\s\S]{0,200}You don't have permission to access/i }],
    setting:
      'Look in the Apache configuration for what answers 403 on this path: Require rules, a .htaccess user-agent rule or mod_security; allow 160.79.104.0/21 and Claude-User there.',
  },
  {
    kind: 'block',
    vendor: 'IIS',
    marks: [{ status: [403], body: /403 - Forbidden: Access is denied\./i }],
    setting:
      'Look in IIS under IP Address and Domain Restrictions, Request Filtering and Authorization Rules for what refuses this path; allow 160.79.104.0/21.',
  },
  {
    kind: 'block',
    vendor: 'HAProxy',
    marks: [{ status: [403], body: /<h1>403 Forbidden<\/h1>\s*Request forbidden by administrative rules/i }],
    setting:
      'Look in the HAProxy configuration for the http-request deny rule that matched, and exempt 160.79.104.0/21.',
  },
  {
    kind: 'block',
    vendor: 'Envoy or Istio',
    marks: [{ status: [403], body: /^RBAC: access denied\s*$/ }],
    setting: 'Look at the RBAC filter or AuthorizationPolicy that covers this route, and allow 160.79.104.0/21 there.',
  },
];
