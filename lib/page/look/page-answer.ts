import type { PageCopy, PageIntegrity } from '../../kernel/evidence-browser.ts';

/** A small request that is to be made from within the page. */
export interface InPageProbe {
  /** Goes into the fragment of the address, by which the request is found again. */
  readonly marker: string;
  readonly url: string;
  /** As what the page asks: blocking rules tell them apart. */
  readonly as: 'fetch' | 'script' | 'style';
}

/** What the page's side saw of a probe; what became of it, only the browser knows exactly. */
export interface ProbeSettled {
  readonly marker: string;
  readonly settled: 'answered' | 'failed' | 'timeout';
}

/** What a look from within the page brings back. */
export interface PageLook {
  readonly integrity: PageIntegrity;
  readonly copy: PageCopy;
  readonly probes: readonly ProbeSettled[];
}

/** What the script in our own world of the page is asked for. */
export interface PageWish {
  readonly probes: readonly InPageProbe[];
  /** Look for hidden parts, cookies and policies. */
  readonly integrity: boolean;
  /** Compare the tab's copy of the page's code with a fresh one. */
  readonly copy: boolean;
}

/** What the script in our own world answers. */
export interface PageAnswer {
  readonly probes: readonly ProbeSettled[];
}

/** Where the script keeps the way in for the one call that follows it, within our own world of the page. */
export interface PageLookHolder {
  connectorDoctorLook?: (wish: PageWish) => Promise<PageAnswer>;
}
