import { say } from '../../i18n/say.ts';
import { plainLine } from '../formats/plain.ts';

/** A source in a few words: “claude.com: troubleshooting”, “RFC 9728, section 3.2”, “claude-ai-mcp, issue 49”. */
export function sourceName(source: string): string {
  if (!URL.canParse(source)) return plainLine(source, 200);
  const { hostname, pathname, hash } = new URL(source);
  const rfc = /\/rfc(\d+)/.exec(pathname)?.[1];
  const section = /^#section-([\d.]+)$/.exec(hash)?.[1];
  if (rfc !== undefined) {
    return section === undefined ? `RFC ${rfc}` : say('RFC {number}, section {section}', { number: rfc, section });
  }
  const issue = /^\/[^/]+\/([^/]+)\/(?:issues|pull|discussions)\/(\d+)/.exec(pathname);
  if (hostname === 'github.com' && issue)
    return plainLine(say('{project}, issue {number}', { project: issue[1] ?? '', number: issue[2] ?? '' }), 80);
  const last = pathname.split('/').filter(Boolean).at(-1);
  const page = hash.length > 1 ? hash.slice(1) : last;
  return plainLine(
    `${hostname.replace(/^www\./, '')}${page === undefined ? '' : `: ${page.replaceAll('-', ' ')}`}`,
    80,
  );
}
