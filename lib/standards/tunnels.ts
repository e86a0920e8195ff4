import type { Edge } from './edge-types.ts';

const cloudflared =
  'Start cloudflared on the machine of the server (“cloudflared tunnel run …”) and see in the Zero Trust dashboard that the tunnel is Healthy. A quick tunnel (trycloudflare.com) gets a new name at each start: register the new one.';

/** Tunnels whose other end is not there, and tunnels that show a warning page first. */
export const tunnels: readonly Edge[] = [
  {
    kind: 'tunnel-offline',
    vendor: 'ngrok',
    marks: [
      { headers: { 'ngrok-error-code': /^ERR_NGROK_(?:3200|334|725|726|727)$/ } },
      { body: /ERR_NGROK_3200\b/, status: [404, 502, 503] },
    ],
    setting:
      'Start the ngrok agent again on the machine of the server (“ngrok http PORT”) and see that it shows this very address; a free account’s random address may have changed, and its traffic may be used up.',
  },
  {
    kind: 'tunnel-offline',
    vendor: 'Cloudflare Tunnel',
    marks: [
      { status: [530] },
      { headers: { server: /^cloudflare/i }, body: /Cloudflare Tunnel error|\berror code: 1033\b/i },
    ],
    setting: cloudflared,
  },
  {
    kind: 'tunnel-offline',
    vendor: 'Tailscale Funnel',
    marks: [{ address: /^https:\/\/[^/]+\.ts\.net(?::\d+)?(?:\/|$)/, status: [502, 503, 504] }],
    setting:
      'On the machine of the server see that the app listens and that “tailscale funnel status” shows this address on port 443.',
  },
  {
    kind: 'tunnel-offline',
    vendor: 'localtunnel',
    marks: [
      { status: [404, 408, 503, 504], body: /Tunnel Unavailable|tunnel (?:is )?(?:currently )?unavailable/i },
      { address: /\.(?:loca\.lt|localtunnel\.me)(?::\d+)?(?:\/|$)/, status: [404, 408, 502, 503, 504] },
    ],
    setting: 'Start localtunnel again (“lt --port PORT --subdomain NAME”) and register the address that it prints.',
  },
  {
    kind: 'tunnel-offline',
    vendor: 'Microsoft dev tunnels',
    marks: [{ address: /\.devtunnels\.ms(?::\d+)?(?:\/|$)/, status: [404, 502, 503, 504], body: /tunnel/i }],
    setting: 'Start the tunnel again (“devtunnel host”) and see that the app listens on the forwarded port.',
  },
  {
    kind: 'tunnel-offline',
    vendor: 'localhost.run',
    marks: [{ body: /no tunnel here :\(/i }],
    setting: 'Start the tunnel again and register the address that it prints.',
  },
  {
    kind: 'tunnel-interstitial',
    vendor: 'ngrok',
    marks: [{ headers: { 'ngrok-error-code': /^ERR_NGROK_6024$/ } }, { body: /ERR_NGROK_6024\b/ }],
    setting:
      'Use a paid ngrok plan or another tunnel: the warning can be skipped only by a request header (ngrok-skip-browser-warning) that Claude does not send.',
  },
  {
    kind: 'tunnel-interstitial',
    vendor: 'localtunnel',
    marks: [{ status: [511] }, { body: /<title>Tunnel website ahead!<\/title>|bypass-tunnel-reminder/i }],
    setting:
      'Use another tunnel: the reminder can be skipped only by a request header (bypass-tunnel-reminder) that Claude does not send.',
  },
  {
    kind: 'tunnel-interstitial',
    vendor: 'Microsoft dev tunnels',
    marks: [{ body: /You are about to connect to a developer tunnel/i }],
    setting:
      'Use another tunnel: the warning can be skipped only by a request header (X-Tunnel-Skip-AntiPhishing-Page) that Claude does not send.',
  },
];
