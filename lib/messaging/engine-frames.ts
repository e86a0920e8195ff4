import type { BackgroundCalls } from './background-calls.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';

/** One of the background's calls. */
export type CallName = keyof BackgroundCalls;

/** What goes over the engine's port to the background. */
export type ToBackgroundFrame =
  | { readonly kind: 'tell'; readonly number: number; readonly message: FromEngine }
  | { readonly kind: 'ask'; readonly ticket: string; readonly call: CallName; readonly request: unknown }
  /** Keeps the background awake. */
  | { readonly kind: 'ping' };

/** What comes back over it. */
export type ToEngineFrame =
  | { readonly kind: 'tell'; readonly message: ToEngine }
  | { readonly kind: 'acknowledged'; readonly number: number }
  | { readonly kind: 'answer'; readonly ticket: string; readonly value: unknown }
  /** The call itself failed, which is a defect of ours. */
  | { readonly kind: 'refused'; readonly ticket: string; readonly problem: string };
