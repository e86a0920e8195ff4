import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { challengeNeeds, signInChallenge } from '../auth/sign-in-challenge.ts';
import { wayIn } from '../transport/way-in.ts';

/**
 * What the site on the connector's own origin says of its icon: the page at `/`, `/favicon.ico` and what they name. Asked without the
 * person's headers, as a crawler asks. Icons on other hosts are asked where they are public.
 */
export const siteIcons = defineProbe({
  key: 'site-icons',
  after: challengeNeeds,
  plan: 'side',
  async collect(context) {
    const { target } = context;
    // Nobody can show the icon of a private address; with --local it stands for a public one.
    if (target.privateAllowed && !target.local) return new Unavailable('prerequisite');
    if (!(await isReached(context))) return new Unavailable('prerequisite');
    // Loaded only now: reading pages and pictures takes more code than everything before.
    const [{ lookAtSite }, { iconDomains }] = await Promise.all([
      import('./look-at-site.ts'),
      import('../../parsing/icon-domain.ts'),
    ]);
    const url = new URL(target.endpoint);
    // At the root the page would be the MCP endpoint itself, and a GET there opens a stream.
    const site = await lookAtSite(context, url.origin, { withPage: url.pathname !== '/' });
    return { ...site, domains: iconDomains(url.hostname) };
  },
});

/** The connector answered as MCP, or asks for a sign-in: there is something to show an icon for. */
async function isReached(context: ProbeContext<(typeof challengeNeeds)[number]>): Promise<boolean> {
  if (await wayIn(context)) return true;
  if (observed(await context.when('legacy-sse'))?.initialize?.reply.kind === 'result') return true;
  return (await signInChallenge(context)) !== undefined;
}
