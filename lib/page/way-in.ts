import { connectorAddress } from './address-signs.ts';
import { claudePage } from './page-kind.ts';
import { plainText } from './plain-text.ts';

const longestText = 2_048;

/** What to check when somebody points at a link: the link, or the connector's address in a link to Claude's dialog. */
export function textOfLink(link: string): string {
  const dialog = claudePage(link)?.searchParams.get('connectorUrl') ?? '';
  return connectorAddress(dialog) ?? link.slice(0, longestText);
}

/** What to check when somebody points at marked text. */
export function textOfSelection(selection: string): string {
  return plainText(selection, longestText);
}

/**
 * The part of the doctor page's address that fills its field; empty when there is nothing to check. `ticket` stands for the whole text,
 * where `text` lacks what no address may hold.
 */
export function checkHash(text: string, ticket: string | null = null): string {
  const shown = text.trim().slice(0, longestText).toWellFormed();
  if (shown === '') return '';
  return `#check=${encodeURIComponent(shown)}${ticket === null ? '' : `&ticket=${encodeURIComponent(ticket)}`}`;
}
