import { browser } from 'wxt/browser';
import type { SignInReturn } from '../../kernel/sign-in-port.ts';

/**
 * The address to which the browser's authentication window comes back: the browser gives each extension one of its own. In Chromium it
 * follows from the id, also while `identity` is not allowed yet.
 */
export function authenticationReturn(): string {
  const { identity } = browser as Partial<typeof browser>;
  return identity?.getRedirectURL('callback') ?? `https://${browser.runtime.id}.chromiumapp.org/callback`;
}

/** Leads the person through the browser's authentication window, which nobody else can come back from. Never rejects. */
export async function visitForSignIn(url: string): Promise<SignInReturn> {
  const identity = browser.identity as typeof browser.identity | undefined;
  if (!identity) return failed('unavailable', 'the browser’s sign-in window is not allowed');
  try {
    const back = await identity.launchWebAuthFlow({ url, interactive: true });
    return back === undefined
      ? failed('closed', 'the window was closed')
      : { kind: 'returned', url: back, method: 'GET' };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    // Chromium's and Firefox's sentences for a person who closes the window; their languages do not vary.
    return failed(/did not approve|cancell?ed|denied/i.test(words) ? 'closed' : 'unavailable', words);
  }
}

function failed(because: 'closed' | 'unavailable', detail: string): Extract<SignInReturn, { kind: 'failed' }> {
  return { kind: 'failed', because, detail };
}
