import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Commands } from './protocol.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Commands>();

/** Gives a command to the background. Rejects only when there is no background to take it. */
export const send = sendMessage;

/** The background's side: takes one kind of command. */
export const receive = onMessage;
