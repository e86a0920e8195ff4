import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';

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
    if (!isMissing && !options.faviconService) return new Unavailable('not-asked');
    const { lookAtSite } = await import('./look-at-site.ts');
    return lookAtSite(context, `https://${registrable}`, { withPage: true });
  },
});
