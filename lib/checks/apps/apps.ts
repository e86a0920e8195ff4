import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { Listing } from '../../kernel/evidence.ts';
import type { AppRead } from '../../kernel/evidence-offers.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { resultObject, type RpcReply } from '../../kernel/rpc-reply.ts';
import { appAddresses, appScheme } from '../../parsing/app-address.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { appMediaType } from '../../standards/apps.ts';
import { answered, answerValues } from '../transport/answer-words.ts';
import { opening, openingUses } from '../transport/opening.ts';
import { issue } from '../transport/sources.ts';
import { whyNot } from '../transport/why-not.ts';
import { readingOf } from './app-reading.ts';

type Code = 'apps.present' | 'apps.resource-missing' | 'apps.mime-wrong';
type Named = ReturnType<typeof appAddresses>;

const judgedByReading = ['apps.resource-missing', 'apps.mime-wrong'] as const;
const allCodes: readonly Code[] = ['apps.present', ...judgedByReading];
const mostNamed = 4;

const overview = 'https://modelcontextprotocol.io/extensions/apps/overview';
const extension = 'https://modelcontextprotocol.io/seps/1865-mcp-apps-interactive-user-interfaces-for-mcp';

/** Do tools bring their own interface (MCP Apps), and can it be loaded? */
export const apps = defineCheck({
  topic: 'apps',
  needs: ['initialize'],
  uses: [...openingUses, 'listing', 'app-reads'],
  afterSignIn: true,
  codes: {
    'apps.present': {
      severity: 'note',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: '{tools, plural, one {1 tool shows} other {{tools} tools show}} an MCP App: the connector is interactive',
      detail:
        '{tools, plural, one {The tool {named} names} other {The tools {named} name}} {count, plural, one {an app} other {{count} apps}} ({uris}). Claude shows it in the chat on the web, in Claude Desktop and on mobile; elsewhere the tool’s answer in text is all there is.',
      fix: 'Nothing needs to change. Let these tools answer in text as well, for places that show no apps.',
      sources: [overview, extension],
    },
    'apps.resource-missing': {
      severity: 'problem',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: 'The app that the tool {tool} names cannot be loaded',
      detail: `{what, select, scheme {It names “{uri}”; addresses of apps begin with ${appScheme}, and the official packages refuse others.} empty {resources/read of “{uri}” was answered without a page.} other {resources/read of “{uri}” ${answered}{declared, select, no {, and the server does not declare resources} other {}}.}} Claude can run the tool, and has no app to show for it.`,
      fix: `{what, select, scheme {Register the page under an address that begins with ${appScheme}, and name that one in the tool’s _meta.ui.resourceUri.} empty {Answer resources/read with an entry in “contents” that carries the page, as text or as a blob.} other {Register the page as a resource under exactly the address that stands in the tool’s _meta.ui.resourceUri{declared, select, no {, and declare the “resources” capability} other {}}.}}`,
      sources: [extension, overview],
    },
    'apps.mime-wrong': {
      severity: 'problem',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title:
        '{count, plural, one {The app that the tool {tool} names is not marked as an MCP App} other {# apps are not marked as MCP Apps}}',
      detail:
        '{count, plural, one {“{uri}” comes {given, select, none {without a media type (mimeType)} other {as {mimeType}}}} other {The tools {tool} name apps that come with another media type (mimeType) or with none (–): {list}}}, and MCP Apps are {wanted}. Where it was missing, people saw “Failed to load MCP App: the resource may exceed the 5 MB size limit” in Claude, whatever the size.',
      fix: 'Let {count, plural, one {the entry} other {each entry}} in “contents” of resources/read carry the mimeType “{wanted}”.',
      sources: [extension, 'https://github.com/czlonkowski/n8n-mcp/pull/577', issue('anthropics/claude-ai-mcp', 1060)],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', ...allCodes)];
    if (opened.kind !== 'works') return [skip('not-reached', ...allCodes)];
    const list = observed(seen.listing) ?? observed(seen['legacy-sse'])?.listing;
    if (!list) return [skip(whyNot(seen.listing), ...allCodes)];
    const named = appAddresses(list.tools);
    if (named.size === 0) return withoutApps(list);
    const reads = observed(seen['app-reads'])?.reads;
    return [
      found('apps.present', { values: presentValues(named), evidence: exchangesOf(list) }),
      ...schemeFaults(named, list),
      ...(reads
        ? judgedReads(reads, named, declaresResources(opened.reply))
        : [skip(whyNot(seen['app-reads']), ...judgedByReading)]),
    ];
  },
});

function withoutApps({ end }: Listing): Outcome<Code>[] {
  return end === 'complete' ? [skip('not-applicable', ...judgedByReading)] : [skip('not-reached', ...allCodes)];
}

function presentValues(named: Named) {
  const tools = [...named.values()].flat();
  return { tools: tools.length, named: some(tools), count: named.size, uris: some([...named.keys()]) };
}

function some(words: readonly string[]): string {
  const shown = words.slice(0, mostNamed).map((word) => inOneLine(word));
  return words.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

function schemeFaults(named: Named, list: Listing): Outcome<Code>[] {
  return [...named]
    .filter(([uri]) => !uri.startsWith(appScheme))
    .slice(0, mostNamed)
    .map(([uri, tools]) => {
      const first = list.pages[0];
      const answer = first ? answerValues(first.exchange, first.reply) : {};
      const values = { ...answer, uri: inOneLine(uri), tool: some(tools), what: 'scheme', declared: 'yes' };
      return found('apps.resource-missing', { values, evidence: exchangesOf(list), confidence: 'likely' });
    });
}

function judgedReads(reads: readonly AppRead[], named: Named, declares: boolean): Outcome<Code>[] {
  const sorted = reads.map((read) => ({ read, reading: readingOf(read), tools: named.get(read.uri) ?? [] }));
  return [
    ...sorted.flatMap(({ read, reading, tools }): Outcome<Code>[] => {
      if (reading.kind === 'untold') return [skip(reading.because, ...judgedByReading)];
      if (reading.kind !== 'missing') return [];
      const answer = answerValues(read.exchange, read.reply);
      const where = { uri: inOneLine(read.uri), tool: some(tools) };
      const values = { ...where, ...answer, what: reading.what, declared: declares ? 'yes' : 'no' };
      return [found('apps.resource-missing', { values, evidence: [read.exchange] })];
    }),
    ...otherTypes(
      sorted.flatMap(({ read, reading, tools }) =>
        reading.kind === 'other-type' ? [{ read, tools, mimeType: inOneLine(reading.mimeType ?? '') }] : [],
      ),
    ),
  ];
}

interface OtherType {
  readonly read: AppRead;
  readonly tools: readonly string[];
  /** Empty for none. */
  readonly mimeType: string;
}

/** One finding for all of them, since one change of the server is usually enough. */
function otherTypes(apps: readonly OtherType[]): Outcome<Code>[] {
  const first = apps[0];
  if (!first) return [];
  const values = {
    count: apps.length,
    uri: inOneLine(first.read.uri),
    tool: some([...new Set(apps.flatMap(({ tools }) => tools))]),
    given: first.mimeType === '' ? 'none' : 'other',
    mimeType: first.mimeType,
    list: some(apps.map(({ read, mimeType }) => `${read.uri} → ${mimeType === '' ? '–' : mimeType}`)),
    wanted: appMediaType,
  };
  return [found('apps.mime-wrong', { values, evidence: apps.map(({ read }) => read.exchange) })];
}

function declaresResources(reply: RpcReply): boolean {
  const capabilities = resultObject(reply)?.['capabilities'];
  return isJsonObject(capabilities) && isJsonObject(capabilities['resources']);
}

function exchangesOf(list: Listing) {
  return list.pages.map(({ exchange }) => exchange);
}
