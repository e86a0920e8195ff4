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

/**
 * Leads the person through the browser's authentication window. Never rejects. Where `url` has a `state`, only an answer with the same
 * one counts; the window is gone then, so an answer with another ends the visit.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 */
export async function visitForSignIn(url: string): Promise<SignInReturn> {
  const identity = browser.identity as typeof browser.identity | undefined;
  if (!identity) return failed('unavailable', 'the browser’s sign-in window is not allowed');
  try {
    const back = await identity.launchWebAuthFlow({ url, interactive: true });
    return back === undefined ? failed('closed', 'the window was closed') : judged(url, back);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    // Chromium's and Firefox's sentences for a person who closes the window; their languages do not vary.
    return failed(/did not approve|cancell?ed|denied/i.test(words) ? 'closed' : 'unavailable', words);
  }
}

/** Whether what came back belongs to this visit. */
export function judged(url: string, back: string): SignInReturn {
  const expected = new URL(url).searchParams.get('state');
  const state = new URL(back).searchParams.get('state');
  if (expected === null || state === expected) return { kind: 'returned', url: back, method: 'GET' };
  return {
    ...failed('closed', 'the answer belongs to another sign-in'),
    ignored: state === null ? 'no-state' : 'other-state',
  };
}

function failed(because: 'closed' | 'unavailable', detail: string): Extract<SignInReturn, { kind: 'failed' }> {
  return { kind: 'failed', because, detail };
}
