import type { FailureReason } from '../kernel/exchange.ts';

/** Whether this browser reaches one of the hosts that Claude's pages need. */
export interface HostCheck {
  readonly host: string;
  /** What Claude needs it for, in a few words. */
  readonly purpose: string;
  /** Any HTTP answer means that it is reached; status 0 is a redirect, which was not followed. */
  readonly outcome:
    | { readonly kind: 'reached'; readonly status: number }
    | { readonly kind: 'failed'; readonly reason: FailureReason; readonly detail: string }
    | { readonly kind: 'not-allowed' };
}

/** A quick look at this browser: whether it is online and reaches Claude. */
export interface BrowserCheck {
  readonly online: boolean;
  readonly hosts: readonly HostCheck[];
  /** One or two sentences for people. */
  readonly words: string;
  readonly checkedAt: number;
}
