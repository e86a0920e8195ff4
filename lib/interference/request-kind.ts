import type { ExtraPurpose } from '../kernel/evidence-browser.ts';
import { pageExtras, pageNeeds, type PageNeed } from '../standards/claude-page-needs.ts';
import { claudeOwnDomains } from '../standards/claude-page-places.ts';

/** What a request of Claude's page is for; both are null where nothing is known of it, and of what is no request to a host. */
export interface RequestKind {
  readonly need: PageNeed | null;
  readonly extra: ExtraPurpose | null;
}

/** Looks a request up in the tables: what Claude does without comes first, since some of it stands on Claude's own hosts. */
export function kindOf(url: string): RequestKind {
  const parsed = URL.parse(url);
  if (parsed === null || !/^(https?|wss?):$/.test(parsed.protocol)) return { need: null, extra: null };
  const extra = pageExtras.find((row) => fits(parsed, row));
  if (extra !== undefined) return { need: null, extra: extra.purpose };
  const need = pageNeeds.find((row) => fits(parsed, row));
  if (need !== undefined) return { need, extra: null };
  const isOwn = isClaudeHost(parsed.hostname);
  return { need: isOwn ? (pageNeeds.find(({ id }) => id === 'page') ?? null) : null, extra: null };
}

/** Whether a host is one of Claude's own. */
export function isClaudeHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return claudeOwnDomains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}

const longest = 300;

/**
 * An address as it may be shown and kept: without query, fragment and sign-in, ids of organizations, conversations, servers and the like
 * as `…`, at most 300 characters. Of addresses without a host only the scheme.
 */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return '…';
  if (parsed.host === '') return `${parsed.protocol}…`;
  const isOurs = /^(https?|wss?):$/.test(parsed.protocol);
  const segments = parsed.pathname.split('/');
  const path = segments.map((segment, at) => (isId(segment, segments[at - 1]) ? '…' : segment)).join('/');
  const shown = `${parsed.protocol}//${parsed.host}${isOurs ? path : parsed.pathname}`;
  return shown.length <= longest ? shown : `${shown.slice(0, longest - 1)}…`;
}

/** Segments that are followed by somebody's id. */
const holders = new Set([
  'account',
  'accounts',
  'artifacts',
  'chat',
  'chat_conversations',
  'code',
  'conversations',
  'files',
  'mcp',
  'organizations',
  'project',
  'projects',
  'remote_servers',
  'servers',
  'share',
  'start-auth',
  'users',
]);

function isId(segment: string, before: string | undefined): boolean {
  if (segment === '') return false;
  // Names of the page's own files have an ending; ids have none.
  if (/^[0-9a-f-]{16,}$/i.test(segment) || (/^[^.]{24,}$/.test(segment) && /\d/.test(segment))) return true;
  return before !== undefined && holders.has(before) && /\d/.test(segment) && !/^v\d+$/.test(segment);
}

function fits(url: URL, { host, paths }: { readonly host: string; readonly paths: readonly string[] }): boolean {
  return isHost(url.hostname, host) && paths.some((path) => beginsWith(url.pathname, path));
}

function isHost(host: string, wanted: string): boolean {
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

/** Segment by segment, so that `/v1/m` is no beginning of `/v1/messages`. */
function beginsWith(path: string, beginning: string): boolean {
  const segments = path.split('/').slice(1);
  const wanted = beginning
    .split('/')
    .slice(1)
    .filter((segment) => segment !== '');
  return wanted.every((each, at) => (each === '*' ? Boolean(segments[at]) : segments[at] === each));
}
