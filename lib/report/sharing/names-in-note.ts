import { getDomain } from 'tldts';
import { stringMember } from '../../kernel/json.ts';
import type { Report, Withheld } from '../../kernel/report.ts';
import { observedValue, objectsIn } from '../data/evidence-value.ts';
import { isAtOrUnder, isKnownHost, platformOf } from './known-hosts.ts';

/**
 * What a note still names although it is left out of the report: a note is its writer’s own and stays as it is. The longest names first, so
 * many as somebody reads.
 */
export function namesInNote(note: string, report: Report, withhold: readonly Withheld[]): readonly string[] {
  const written = note.toLowerCase();
  const left = withhold.flatMap((part) => namesOf[part]?.(report) ?? []);
  const found = [...new Set(left)].filter((name) => name.length >= shortestName && holds(written, name.toLowerCase()));
  const longestFirst = found.sort((a, b) => b.length - a.length);
  // A domain is said with the host below it.
  return longestFirst
    .filter((name, index) => !longestFirst.slice(0, index).some((longer) => isAtOrUnder(longer, name)))
    .slice(0, mostNames);
}

const shortestName = 4;
const mostNames = 5;

const namesOf: Readonly<Partial<Record<Withheld, (report: Report) => readonly string[]>>> = {
  host: ({ target, facts: { dns }, exchanges }) => [
    ...(dns?.public ?? []),
    ...[
      ...(target && 'host' in target ? [target.host] : []),
      ...exchanges.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).hostname] : [])),
    ].flatMap((host) => [host, ...siteOf(host)]),
  ],
  paths: ({ target, exchanges }) => [
    ...(target && 'file' in target ? [target.file] : []),
    ...(target && 'url' in target ? [pathOf(target.url)] : []),
    ...exchanges.map(({ url }) => pathOf(url)),
  ],
  addresses: ({ facts: { dns } }) => dns?.local ?? [],
  extensions: ({ evidence }) =>
    objectsIn(observedValue(evidence, 'extensions'), 'suspects').map((suspect) => stringMember(suspect, 'name') ?? ''),
  system: ({ environment }) => [environment?.browser, environment?.os].filter((name) => typeof name === 'string'),
  tools: ({ facts: { tools } }) => tools?.items.flatMap(({ name, title }) => [name, title ?? '']) ?? [],
};

/** The domain that was registered for this host, which names its owner as well; none where it is everybody’s or a platform’s. */
function siteOf(host: string): readonly string[] {
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain === null || isKnownHost(domain) || platformOf(domain) === domain ? [] : [domain];
}

/** As a whole: “echo” is not in “echoes”. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + name.length]];
    if (!/[\p{L}\p{N}_]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after)) return true;
  }
  return false;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
