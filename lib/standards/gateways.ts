import type { Edge } from './edge-types.ts';

/** What a proxy answers for an app that it cannot reach; a 500 is the app's own. */
const down = [502, 503, 504];

/** Edges and hosting platforms that are up while the app behind them is not. */
export const gateways: readonly Edge[] = [
  {
    kind: 'gateway',
    vendor: 'ngrok',
    marks: [{ headers: { 'ngrok-error-code': /^ERR_NGROK_(?:3004|8012)$/ } }, { body: /ERR_NGROK_(?:3004|8012)\b/ }],
    setting: 'The tunnel is up; start the app on the port that ngrok forwards to, and see that it speaks HTTP there.',
  },
  {
    kind: 'gateway',
    vendor: 'Cloudflare',
    marks: [
      { status: [520, 521, 522, 523, 524, 525, 526, 527] },
      { status: down, headers: { server: /^cloudflare/i } },
    ],
    setting:
      'See that the origin server runs, that its firewall lets Cloudflare’s addresses in, and that its certificate fits the SSL/TLS mode (525 and 526).',
  },
  {
    kind: 'gateway',
    vendor: 'Amazon CloudFront',
    marks: [{ status: down, headers: { server: /^CloudFront/i } }],
    setting:
      'See that the origin of the CloudFront distribution answers, and that its certificate and protocol fit the origin settings.',
  },
  {
    kind: 'gateway',
    vendor: 'AWS Elastic Load Balancing',
    marks: [{ status: down, headers: { server: /^awselb/i } }],
    setting: 'See that the target group has healthy targets, and that the app answers on the target port.',
  },
  {
    kind: 'gateway',
    vendor: 'Azure Application Gateway',
    marks: [{ status: down, headers: { server: /^Microsoft-Azure-Application-Gateway/i } }],
    setting: 'See under Backend health that the backend pool is healthy.',
  },
  {
    kind: 'gateway',
    vendor: 'Azure Front Door',
    marks: [{ status: down, headers: { 'x-azure-ref': /./ } }],
    setting: 'See that the origin group of Azure Front Door has a healthy origin.',
  },
  {
    kind: 'gateway',
    vendor: 'Azure App Service',
    marks: [{ status: [403, 503], body: /Error 403 - This web app is stopped|Site Disabled/i }],
    setting: 'Start the web app in the Azure portal.',
  },
  {
    kind: 'gateway',
    vendor: 'Vercel',
    marks: [{ status: [500, 502, 504], headers: { 'x-vercel-error': /./ } }],
    setting:
      'Look up the code of x-vercel-error and the function’s log in the Vercel project: the function crashed or ran out of time.',
  },
  {
    kind: 'gateway',
    vendor: 'Railway',
    marks: [{ headers: { 'x-railway-fallback': /true/i } }, { status: [502], body: /Application failed to respond/i }],
    setting: 'See in Railway that the service is deployed and listens on 0.0.0.0 and the port in PORT.',
  },
  {
    kind: 'gateway',
    vendor: 'Render',
    marks: [{ headers: { 'x-render-routing': /no-server|suspend|hibernate|error/i } }],
    setting:
      'See in Render that the service is live; a free instance sleeps when nobody asks, and its start takes longer than Claude waits.',
  },
  {
    kind: 'gateway',
    vendor: 'Heroku',
    marks: [{ status: [404, 503], body: /herokucdn\.com\/error-pages/i }],
    setting: 'See in the Heroku log (“heroku logs --tail”) why no web dyno answers.',
  },
  {
    kind: 'gateway',
    vendor: 'Fly.io',
    marks: [{ status: down, headers: { server: /^Fly\//i } }],
    setting: 'See with “fly status” and “fly logs” that a machine runs and listens on the internal_port of fly.toml.',
  },
];
