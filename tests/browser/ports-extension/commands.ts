import type { NetworkRequest } from '../../../lib/kernel/ports.ts';

/** How the test's person answers. */
export type PermissionPolicy = 'granted' | 'declined' | 'ask';

/** What may be said of a request from outside; functions and signals cannot travel. */
export type TestRequest = Partial<Omit<NetworkRequest, 'onText' | 'onHead' | 'signal' | 'url'>> & {
  readonly url: string;
  /** A reader that has enough then. */
  readonly enoughAt?: 'head' | 'text';
};

/** What the control page asks of the other documents. */
export type TestCommand =
  /** `waiting`: how many requests wait for a permission. */
  | { readonly to: 'background'; readonly kind: 'start' | 'rules' | 'waiting' }
  | { readonly to: 'background'; readonly kind: 'policy'; readonly policy: PermissionPolicy }
  | { readonly to: 'engine'; readonly kind: 'request'; readonly id: number; readonly request: TestRequest }
  | { readonly to: 'engine'; readonly kind: 'abort' | 'pieces'; readonly id: number }
  | { readonly to: 'engine'; readonly kind: 'lookup'; readonly hostname: string }
  /** Answers how far the run's clock went. */
  | { readonly to: 'engine'; readonly kind: 'clock' };

/** True for what the control page sends. */
export function isTestCommand(command: unknown): command is TestCommand {
  return typeof command === 'object' && command !== null && 'to' in command;
}
