import type { RequestListener } from 'node:http';

/** The part of Express that the official SDKs’ apps are used by; its types are not installed. */
export type ExpressApp = RequestListener & {
  set(name: string, value: unknown): void;
  use(handler: unknown): void;
  all(path: string, ...handlers: readonly unknown[]): void;
};
