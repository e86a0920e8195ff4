import { defineExtensionMessaging, type GetDataType, type GetReturnType } from '@webext-core/messaging';
import { browser, type Browser } from 'wxt/browser';
import type { Commands } from './protocol.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Commands>();

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
      return await sendMessage(name, data);
    } catch (error) {
      if (tries === mostTries || !isUndelivered(error)) throw error;
    }
  }
}

/** Both browsers have only these words for it; where a command was delivered and not answered, they say something else. */
function isUndelivered(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Receiving end does not exist');
}

/** The background's side: takes one kind of command. */
export const receive = onMessage;

/** Whether a message comes from one of our own pages, and not from our script within somebody else’s page. */
export function isFromScreen({ id, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(`${location.origin}/`) === true;
}
