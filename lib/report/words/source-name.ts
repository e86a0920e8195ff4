import { say } from '../../i18n/say.ts';
import { plainLine } from '../formats/plain.ts';

/**
 * A source in a few words: “claude.com: troubleshooting”, “RFC 9728, section 3.2”, “claude-ai-mcp, issue 49”. A name without a host is
 * given to the places alone that own it: an address that looks like theirs is called by its host.
 */
export function sourceName(source: string): string {
  return shortName(source) ?? nameByHost(source);
}

/** The same with the host in it, for sources that somebody else has named: the words alone do not say where a link leads. */
export function sourceWithHost(source: string): string {
  const name = shortName(source);
  return name === null ? nameByHost(source) : say('{source} ({host})', { source: name, host: hostOf(new URL(source)) });
}

function shortName(source: string): string | null {
  if (!URL.canParse(source)) return null;
  const url = new URL(source);
  return rfcName(url) ?? issueName(url);
}

function rfcName({ protocol, host, pathname, hash }: URL): string | null {
  if (protocol !== 'https:' || !rfcHosts.has(host)) return null;
  const number = /\/rfc(\d{1,5})(?![\w-])/.exec(pathname)?.[1];
  if (number === undefined) return null;
  const section = /^#section-([\d.]{1,20})$/.exec(hash)?.[1];
  return section === undefined ? `RFC ${number}` : say('RFC {number}, section {section}', { number, section });
}

const rfcHosts: ReadonlySet<string> = new Set(['www.rfc-editor.org', 'rfc-editor.org', 'datatracker.ietf.org']);

function issueName({ protocol, host, pathname }: URL): string | null {
  if (protocol !== 'https:' || host !== 'github.com') return null;
  const [, owner = '', name = '', number = ''] =
    /^\/([^/]+)\/([^/]+)\/(?:issues|pull|discussions)\/(\d+)/.exec(pathname) ?? [];
  if (number === '') return null;
  const project = ownersKnown.has(owner) ? name : `${owner}/${name}`;
  return plainLine(say('{project}, issue {number}', { project, number }), 120);
}

/** Whose projects are known by their names alone; of all others the owner is said as well. */
const ownersKnown: ReadonlySet<string> = new Set(['anthropics', 'modelcontextprotocol']);

function nameByHost(source: string): string {
  const url = URL.canParse(source) ? new URL(source) : null;
  if (url === null || url.host === '') return plainLine(source, 200);
  const page = url.hash.length > 1 ? url.hash.slice(1) : url.pathname.split('/').filter(Boolean).at(-1);
  return page === undefined ? hostOf(url) : `${hostOf(url)}: ${plainLine(page.replaceAll('-', ' '), 80)}`;
}

/** Whole: what is cut off at its end would be what tells whose it is. */
function hostOf({ host }: URL): string {
  return plainLine(host.replace(/^www\./, ''), 260);
}
