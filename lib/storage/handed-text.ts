import { browser } from 'wxt/browser';

const key = 'handed-text';

/**
 * Keeps a text for the page that is about to open, in memory alone: browsers write the addresses of pages into their history. Answers
 * with the ticket for it. Only the last text is kept.
 */
export async function handText(text: string): Promise<string> {
  const ticket = crypto.randomUUID();
  await browser.storage.session.set({ [key]: { ticket, text } });
  return ticket;
}

/** The text that was handed over with this ticket, once; null when it is not there (any more). */
export async function takeHandedText(ticket: string): Promise<string | null> {
  const kept: unknown = (await browser.storage.session.get(key))[key];
  if (!isHanded(kept) || kept.ticket !== ticket) return null;
  await browser.storage.session.remove(key);
  return kept.text;
}

function isHanded(value: unknown): value is { readonly ticket: string; readonly text: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ticket' in value &&
    'text' in value &&
    typeof value.text === 'string'
  );
}
