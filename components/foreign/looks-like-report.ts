import { hasLinkMark } from '../../lib/report/sharing/link-text.ts';

/** Whether a text is meant as a report and not as a connector: a saved one, a page that carries one, or a link to one. Tells by a glance. */
export function looksLikeReport(text: string): boolean {
  const start = text.trimStart().slice(0, longestGlance);
  const head = text.trimStart().slice(0, longestSearch);
  return page.test(start) || head.includes('connector-doctor/report@') || hasLinkMark(head);
}

/** Not every `<`: mails and Markdown put addresses between angle brackets. */
const page = /^<(?:!doctype|!--|\?xml|(?:html|head|meta|title|body|script)\b)/i;
const longestGlance = 40;
/** A mail may greet at length before it. */
const longestSearch = 200_000;
