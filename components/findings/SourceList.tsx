import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { ExternalLink } from '../ui/Link.tsx';

/** Where a finding’s rule stands, each with a name that tells it from the others. */
export function SourceList({ sources }: { readonly sources: readonly string[] }) {
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-0.5 p-0">
      {[...new Set(sources)].slice(0, mostSources).map((source) => (
        <li key={source} className="min-h-6 min-w-0 wrap-anywhere">
          <ExternalLink href={source}>
            <bdi>{sourceName(source)}</bdi>
          </ExternalLink>
        </li>
      ))}
    </ul>
  );
}

const mostSources = 12;

/** “claude.com: troubleshooting”, “RFC 9728, section 3.2”, “claude-ai-mcp, issue 49”. */
function sourceName(source: string): string {
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
