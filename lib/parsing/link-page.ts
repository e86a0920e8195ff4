import { Parser } from 'htmlparser2';
import type { LinkPage } from '../kernel/evidence-listing.ts';

/** UTF-16 code units; beyond it only hostile pages go. */
const longestPage = 128 * 1024;
/** What of a page is never read by anybody. */
const unread: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg']);

/** What a page shows before any program of its own has drawn it. Never throws. */
export function linkPage(html: string): LinkPage {
  let textLength = 0;
  let asksForPassword = false;
  let hasScript = false;
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, attributes: Readonly<Record<string, string>>) {
      if (unread.has(name)) hidden += 1;
      if (name === 'script') hasScript = true;
      if (name === 'input' && attributes['type']?.trim().toLowerCase() === 'password') asksForPassword = true;
    },
    ontext(text) {
      if (hidden === 0) textLength += text.replace(/\s+/g, ' ').trim().length;
    },
    onclosetag(name) {
      if (unread.has(name) && hidden > 0) hidden -= 1;
    },
  });
  parser.write(html.slice(0, longestPage));
  parser.end();
  return { textLength, asksForPassword, hasScript };
}
