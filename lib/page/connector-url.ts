import { claudeOwnDomains } from '../standards/claude-page-places.ts';
import { urlFieldSelectors } from '../standards/claude-page-selectors.ts';
import { connectorAddress } from './address-signs.ts';
import type { PageView } from './page-view.ts';

const mostFields = 20;

/**
 * The connector's address where the page shows exactly one: in the field of the dialog, or as a line of its own. Several are no
 * answer: the wrong one would be worse than none.
 */
export function connectorUrlOn(view: PageView, regions: readonly (readonly string[])[]): string | null {
  return onlyOne(fieldsOf(view)) ?? onlyOne(regions.flat());
}

function fieldsOf(view: PageView): readonly string[] {
  const fields = view.root.querySelectorAll(urlFieldSelectors.join(','));
  return Array.from({ length: Math.min(mostFields, fields.length) }, (_, index) => fields[index]?.value).filter(
    (value) => typeof value === 'string',
  );
}

function onlyOne(texts: readonly string[]): string | null {
  const addresses = new Set(texts.map(connectorAddress).filter((address) => address !== null && !isClaudes(address)));
  const [address = null] = addresses.size === 1 ? addresses : [];
  return address;
}

function isClaudes(address: string): boolean {
  const { hostname } = new URL(address);
  return claudeOwnDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
