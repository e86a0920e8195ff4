import type { InPageProbe, ProbeSettled } from './page-answer.ts';
import type { PageWindow } from './page-window.ts';

/**
 * Makes the same small request as Claude's page does, from within it and without the person's sign-in, where everything reaches it that
 * reaches the page's own. In Chromium the page's policy does not hold for it (see `preloadInPage`). Never rejects.
 */
export async function fetchFromHere(
  view: PageWindow,
  { url, marker }: InPageProbe,
  signal: AbortSignal,
): Promise<ProbeSettled['settled']> {
  try {
    const answer = await view.fetch(`${url}#${marker}`, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      signal,
    });
    // Firefox tells of the end of a request only once its body was taken.
    await answer.body?.cancel();
    return 'answered';
  } catch {
    return signal.aborted ? 'timeout' : 'failed';
  }
}

/** What is asked for in the page's own world. */
export interface PreloadWish {
  /** A script or a style that is asked for in earnest. */
  readonly probe: InPageProbe | null;
  /** Addresses of which it is only found out whether the page's policy lets it connect there. */
  readonly policy: readonly string[];
}

/**
 * Asks in the page's own world, where its content security policy holds: in ours, Chromium refuses scripts of others by a policy of its
 * own. A preload is asked for as a script or a style is, and nothing of what comes back is run or applied; one that is taken out of the
 * document at once is held against the policy and seldom leaves. Sent into the page as text: it knows nothing but its argument.
 */
export async function preloadInPage({ probe, policy }: PreloadWish): Promise<string | null> {
  const put = (as: string, href: string): HTMLLinkElement => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = as;
    // Without it the person's cookies would go along to other hosts than the page's own.
    link.crossOrigin = 'anonymous';
    link.referrerPolicy = 'no-referrer';
    link.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
    link.href = href;
    document.documentElement.append(link);
    return link;
  };
  for (const url of policy) put('fetch', `${url}#cd-1`).remove();
  if (probe === null) return null;
  const link = put(probe.as, `${probe.url}#${probe.marker}`);
  const settled = await new Promise<string>((settle) => {
    link.onload = () => {
      settle('answered');
    };
    link.onerror = () => {
      settle('failed');
    };
  });
  link.remove();
  return settled;
}
