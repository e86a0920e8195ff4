import type { Edge } from './edge-types.ts';
import { blocks, challenges } from './firewalls.ts';
import { gateways } from './gateways.ts';
import { loginWalls, signInPages } from './login-walls.ts';
import { tunnels } from './tunnels.ts';
import { webServerBlocks } from './web-servers.ts';

/** Everything that may stand before a server, the most telling marks first: the first edge that fits an answer is the one. */
export const edges: readonly Edge[] = [
  ...tunnels,
  ...challenges,
  ...loginWalls,
  ...signInPages,
  ...blocks,
  ...gateways,
  ...webServerBlocks,
];

/**
 * Who passes an answer on, told by what it puts on every answer. That alone is no block: most such answers are the app's own.
 * The first that fits.
 */
export const passedOnBy: readonly {
  readonly vendor: string;
  readonly headers: Readonly<Record<string, RegExp>>;
}[] = [
  { vendor: 'Cloudflare', headers: { server: /^cloudflare/i } },
  { vendor: 'Cloudflare', headers: { 'cf-ray': /./ } },
  { vendor: 'Amazon CloudFront', headers: { 'x-amz-cf-id': /./ } },
  { vendor: 'Akamai', headers: { server: /^Akamai/i } },
  { vendor: 'Imperva', headers: { 'x-iinfo': /./ } },
  { vendor: 'Imperva', headers: { 'x-cdn': /incapsula|imperva/i } },
  { vendor: 'Vercel', headers: { 'x-vercel-id': /./ } },
  { vendor: 'Netlify', headers: { 'x-nf-request-id': /./ } },
  { vendor: 'Fastly', headers: { 'x-served-by': /^cache-/i } },
  { vendor: 'Azure Front Door', headers: { 'x-azure-ref': /./ } },
  { vendor: 'Google Cloud', headers: { via: /\bgoogle\b/i } },
  { vendor: 'Sucuri', headers: { 'x-sucuri-id': /./ } },
  { vendor: 'Fly.io', headers: { 'fly-request-id': /./ } },
  { vendor: 'AWS Elastic Load Balancing', headers: { server: /^awselb/i } },
];
