import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser, type Browser } from 'wxt/browser';
import type { Commands } from './protocol.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Commands>();

/** Gives a command to the background. Rejects only when there is no background to take it. */
export const send = sendMessage;

/** The background's side: takes one kind of command. */
export const receive = onMessage;

/** Whether a message comes from one of our own pages, and not from our script within somebody else’s page. */
export function isFromScreen({ id, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(`${location.origin}/`) === true;
}
