import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { mayHideIcon } from '../../parsing/icon-answers.ts';

/**
 * What the site on the registrable domain says of its icon. It is the same site's, and is asked only where the connector's host shows
 * none, or where the person wants to know what Google's service shows for it.
 */
export const parentIcons = defineProbe({
  key: 'parent-icons',
  after: ['site-icons'],
  plan: 'wider',
  async collect(context) {
    const { target, options } = context;
    const site = observed(await context.when('site-icons'));
    if (!site || target.local) return new Unavailable('prerequisite');
    const { host, registrable } = site.domains;
    if (registrable === null || registrable === host) return new Unavailable('prerequisite');
    const isMissing = site.icons.every(({ image }) => image === null);
    // Where the host could not be seen there is nothing to compare, and nothing to say of the domain above.
    const isSaid = isMissing && !mayHideIcon(site);
    if (!isSaid && !options.faviconService) return new Unavailable(isMissing ? 'prerequisite' : 'not-asked');
    const { lookAtSite } = await import('./look-at-site.ts');
    return lookAtSite(context, `https://${registrable}`, { withPage: true });
  },
});
