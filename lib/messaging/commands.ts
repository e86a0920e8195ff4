import {
  defineExtensionMessaging,
  type ExtensionMessenger,
  type GetDataType,
  type GetReturnType,
} from '@webext-core/messaging';
import { browser, type Browser } from 'wxt/browser';
import type { Commands } from './protocol.ts';

// Only the background takes commands: without a use of it, pages do without the library.
const messenger = /* @__PURE__ */ defineExtensionMessaging<Commands>();

/** A worker that is put to rest just now takes nothing any more; the next try wakes another one. */
const mostTries = 3;

/**
 * Gives a command to the background, once. Rejects when there is no background to take it, or when it ended before it could answer:
 * then nobody knows whether the command was carried out.
 */
export async function send<Name extends keyof Commands>(
  name: Name,
  data: GetDataType<Commands[Name]>,
): Promise<GetReturnType<Commands[Name]>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await sent(name, data)) as GetReturnType<Commands[Name]>;
    } catch (error) {
      if (tries === mostTries || !isUndelivered(error)) throw error;
    }
  }
}

/** One message in the form that the library takes, and what it answers. Its own sender would be much of what the popup loads. */
async function sent(type: keyof Commands, data: unknown): Promise<unknown> {
  const message = { type, data, timestamp: Date.now() };
  const answer = (await browser.runtime.sendMessage(message)) as Answer | undefined;
  if (answer === undefined) throw new Error('The background did not answer.');
  if (answer.err !== undefined) throw new Error(answer.err.message);
  return answer.res;
}

interface Answer {
  readonly res?: unknown;
  readonly err?: { readonly message: string };
}

/** Both browsers have only these words for it; where a command was delivered and not answered, they say something else. */
function isUndelivered(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Receiving end does not exist');
}

/** The background's side: takes one kind of command. */
export const receive: ExtensionMessenger<Commands>['onMessage'] = (name, take) => messenger.onMessage(name, take);

/** Whether a message comes from one of our own pages, and not from our script within somebody else’s page. */
export function isFromScreen({ id, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(`${location.origin}/`) === true;
}
