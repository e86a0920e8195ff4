import type { FaviconLookup } from '../../kernel/evidence-icons.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { claudeIconSize, faviconService as service, iconSizes } from '../../standards/favicon-service.ts';
import { askForBytes, keepWhole, type IconContext } from './ask-for-bytes.ts';

/**
 * What Google's favicon service answers for the connector, with the person's consent: at all sizes for the domain that Claude asks for
 * (or would ask for, where it takes a public suffix for it), and at Claude's size for the other names it is said to ask for.
 */
export const faviconService = defineProbe({
  key: 'favicon-service',
  after: ['site-icons'],
  plan: 'side',
  async collect(context) {
    // Nobody else can see a local server's site, whoever may be asked.
    if (context.target.local) return new Unavailable('vantage');
    if (!context.options.faviconService) return new Unavailable('consent');
    const site = observed(await context.when('site-icons'));
    if (!site) return new Unavailable('prerequisite');
    // No service keeps icons of addresses.
    if (site.domains.registrable === null) return new Unavailable('vantage');
    const { host, asked, registrable, suffixOf } = site.domains;
    const domain = suffixOf === null ? asked : registrable;
    const others = [...new Set([asked, host])].filter((other) => other !== domain);
    const lookups = await Promise.all([
      ...iconSizes.map((size) => lookUp(context, domain, size)),
      ...others.map((other) => lookUp(context, other, claudeIconSize)),
    ]);
    return { domain, asked, host, lookups };
  },
});

async function lookUp(context: IconContext, domain: string, size: number): Promise<FaviconLookup> {
  const url = new URL(service.url);
  url.searchParams.set('domain', domain);
  url.searchParams.set('sz', String(size));
  const answer = await askForBytes(context, url.href, 'image/*,*/*;q=0.8');
  const { readIconImage } = await import('../../parsing/icon-image.ts');
  // A refusal comes with a picture as well: the globe.
  const bytes = answer.kind === 'response' ? answer.bytes : undefined;
  const image = bytes ? await readIconImage(bytes) : null;
  const asked = { domain, size };
  keepWhole(context, answer, { url: answer.exchange.url, from: 'google', asked, type: image?.type });
  return { ...asked, exchange: answer.exchange, image };
}
