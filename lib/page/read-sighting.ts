import { connectorAddress } from './address-signs.ts';
import { claudePage, pageAddress } from './page-kind.ts';
import { plainText } from './plain-text.ts';
import type { PageSighting } from './sighting.ts';

/**
 * A sighting out of a message or a store. It was made beside a page that may have been taken over, so every member is held to its
 * bounds again; null when it is none.
 */
export function readSighting(value: unknown): PageSighting | null {
  if (typeof value !== 'object' || value === null) return null;
  const member = (name: string, limit: number): string | null => {
    const text: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : null;
    return typeof text === 'string' ? plainText(text, limit) || null : null;
  };
  const page = claudePage(member('page', 400) ?? '');
  const seenAt: unknown = Reflect.get(value, 'seenAt');
  if (page === null || typeof seenAt !== 'number' || !Number.isFinite(seenAt)) return null;
  return {
    page: pageAddress(page),
    sentence: member('sentence', 500),
    stage: member('stage', 64),
    oauthError: member('oauthError', 64),
    reference: member('reference', 80),
    connectorUrl: connectorAddress(member('connectorUrl', 2_048) ?? ''),
    connectorName: member('connectorName', 100),
    seenAt,
  };
}
