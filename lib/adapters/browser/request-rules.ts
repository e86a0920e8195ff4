import { browser } from 'wxt/browser';
import type { BackgroundCalls } from '../../messaging/background-calls.ts';
import { numberOf } from './marker.ts';
import { headerChanges } from './shaped-headers.ts';

/** The session rules that shape our own requests, one for each. */
export interface RequestRules extends Pick<BackgroundCalls, 'shape' | 'unshape'> {
  /** Takes away the rules of requests that nobody makes any more. */
  clear(): Promise<void>;
}

/** Both browsers take 5,000 session rules of an extension; more requests than this are never under way. */
const mostRules = 1_000;

/**
 * A rule matches the marker in the URL's fragment, our own origin as the one who asks, and requests that belong to no tab: no page's
 * request can carry all three, and no two requests of ours meet the same rule.
 */
export function createRequestRules(): RequestRules {
  const numbers = new Set<number>();
  return {
    async shape(request) {
      const id = numberOf(request.marker);
      if (id === null) throw new Error(`no marker: ${request.marker}`);
      if (numbers.size >= mostRules) throw new Error(`more than ${mostRules} requests at a time`);
      numbers.add(id);
      const rule = {
        id,
        condition: {
          urlFilter: `#${request.marker}|`,
          initiatorDomains: [location.host],
          resourceTypes: ['xmlhttprequest' as const],
          tabIds: [-1],
        },
        action: { type: 'modifyHeaders' as const, requestHeaders: [...headerChanges(request)] },
      };
      await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id], addRules: [rule] });
    },
    async unshape({ marker }) {
      const id = numberOf(marker);
      if (id === null) return;
      numbers.delete(id);
      await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
    },
    async clear() {
      numbers.clear();
      const rules = await browser.declarativeNetRequest.getSessionRules();
      await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) });
    },
  };
}
