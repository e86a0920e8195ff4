import { networkInterfaces } from 'node:os';
import type { Surroundings } from '../../kernel/ports.ts';
import type { ProxySettings } from './proxy-settings.ts';

/** This machine's network. It counts as offline only when no interface but loopback has an address. */
export function createSurroundings(proxies: ProxySettings): Surroundings {
  return {
    online: hasNetwork(),
    proxyFor(url) {
      if (!URL.canParse(url)) return null;
      const proxy = proxies(new URL(url));
      if (proxy === null) return null;
      return `${proxy.protocol}//${proxy.host}`;
    },
  };
}

function hasNetwork(): boolean | null {
  try {
    return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
  } catch {
    return null;
  }
}
