import type { SignInFault } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import { walkAsBrowser, type BrowserWalk } from '../authorization-server/walk-as-browser.ts';

/** Where the way from the authorization endpoint led: back to us, or nowhere. */
export interface WayBack {
  readonly hops: readonly Exchange[];
  readonly end:
    | { readonly kind: 'returned'; readonly url: string }
    | { readonly kind: 'lost'; readonly why: SignInFault; readonly detail: string };
}

/**
 * Follows the authorization server's redirects as a browser does, until one leads back to `callback`, which is not asked. For servers
 * that approve by themselves: a page that waits for a person ends the way.
 */
export async function followToCallback(
  context: Pick<ProbeContext<never>, 'ask' | 'target'>,
  start: string,
  callback: string,
): Promise<WayBack> {
  const { hops, end } = await walkAsBrowser(context, start, (url) => isCallback(url, callback));
  return { hops, end: endOf(end) };
}

function endOf(end: BrowserWalk['end']): WayBack['end'] {
  const lost = (why: SignInFault, detail = '') => ({ kind: 'lost', why, detail }) as const;
  if (end.kind === 'stopped') return { kind: 'returned', url: end.url };
  if (end.kind === 'refused') return lost('not-asked', end.refused);
  if (end.kind === 'failed') return lost('unreachable', end.answer.received.reason);
  if (end.kind === 'too-many-hops') return lost('too-many-hops');
  const { status } = end.answer.exchange;
  return lost(status >= 400 ? 'refused' : 'page', `HTTP status ${status}`);
}

function isCallback(url: string, callback: string): boolean {
  const [met, ours] = [new URL(url), new URL(callback)];
  return met.origin === ours.origin && met.pathname === ours.pathname;
}
