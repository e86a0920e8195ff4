import { hasLinkMark } from '../../lib/report/sharing/link-text.ts';

/** Whether a text is meant as a report and not as a connector: a saved one, a page that carries one, or a link to one. Tells by a glance. */
export function looksLikeReport(text: string): boolean {
  const head = text.trimStart().slice(0, longestGlance);
  return head.startsWith('<') || head.includes('connector-doctor/report@') || hasLinkMark(head);
}

const longestGlance = 4_096;
