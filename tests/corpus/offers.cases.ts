import { respondJson, routes, when, type Handler } from '../../clinic/http-call.ts';
import { rpcError, sampleTools, type McpServerOptions } from '../../clinic/mcp-methods.ts';
import { guardedServer } from '../../clinic/oauth.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../lib/kernel/json.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { degraded, openAndStrict, ready } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';
import { registeringMetadata, signInService } from '../support/sign-in-service.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;
const page = '<!doctype html><title>Chart</title>';
const appType = 'text/html;profile=mcp-app';

/** Answers by method; what is not named is answered by the sample server. */
type Answers = Readonly<Record<string, (params: Json) => { readonly result: Json } | { readonly error: Json }>>;

/** A sample server that declares these capabilities as well and answers some methods by itself. */
async function serve(rig: Rig, answers: Answers, options: Wish = {}): Promise<string> {
  await rig.host(host, routes({ '/mcp': sampleServer(rig, answers, options) }));
  return url;
}

type Wish = McpServerOptions & { readonly capabilities?: JsonObject };

function sampleServer(rig: Rig, answers: Answers, { capabilities = {}, ...options }: Wish): Handler {
  const change = (reply: JsonObject, request: JsonObject): JsonObject => {
    const answer = answers[stringMember(request, 'method') ?? '']?.(request['params'] ?? {});
    if (answer) return { jsonrpc: '2.0', id: request['id'] ?? null, ...answer };
    const result = reply['result'];
    if (!isJsonObject(result) || !isJsonObject(result['capabilities'])) return reply;
    return { ...reply, result: { ...result, capabilities: { ...result['capabilities'], ...capabilities } } };
  };
  return rig.mcp({ ...options, change });
}

/** The same behind a sign-in that approves by itself. */
async function serveBehindSignIn(rig: Rig, answers: Answers, options: Wish = {}): Promise<string> {
  const origin = `https://${host}`;
  const service = signInService(origin, rig.secrets.own, {
    onAuthorize: ({ url: { searchParams } }, response) => {
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      for (const [name, value] of [
        ['code', 'good'],
        ['state', searchParams.get('state') ?? ''],
        ['iss', origin],
      ] as const) {
        back.searchParams.set(name, value);
      }
      response.writeHead(302, { location: back.href }).end();
    },
    onToken: respondJson(200, {
      access_token: rig.secrets.token,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'notes:read',
    }),
  });
  const guarded = guardedServer(origin, { serverDocument: registeringMetadata(origin), more: service.routes });
  const mcp = sampleServer(rig, answers, options);
  const isOurs: Parameters<typeof when>[0] = ({ headers, url: { pathname } }) =>
    pathname === '/mcp' && headers.authorization === `Bearer ${rig.secrets.token}`;
  const isManagement: Parameters<typeof when>[0] = ({ url: { pathname } }) => pathname.startsWith('/clients/');
  await rig.host(host, when(isOurs, mcp, when(isManagement, service.manage, guarded)));
  return url;
}

/** The sample tools, of which the first ones name these apps. */
function toolsWith(...metas: readonly JsonObject[]): readonly JsonObject[] {
  return sampleTools.map((tool, index) => ({ ...tool, ...(metas[index] && { _meta: metas[index] }) }));
}

function ui(resourceUri: string): JsonObject {
  return { ui: { resourceUri } };
}

/** resources/read of pages by address; what is not among them is unknown. */
function reads(pages: Readonly<Record<string, JsonObject>>): Answers {
  return {
    'resources/read': (params) => {
      const uri = stringMember(params, 'uri') ?? '';
      const content = pages[uri];
      if (!content) return { error: rpcError(-32002, 'Resource not found', { uri }) };
      return { result: { contents: [{ uri, ...content }] } };
    },
    'resources/list': () => ({ result: { resources: Object.keys(pages).map((uri) => ({ uri, name: uri })) } }),
    'resources/templates/list': () => ({ result: { resourceTemplates: [] } }),
  };
}

const resources = { capabilities: { resources: {} } };

function offered(resourceCount: number, apps: number, prompts: number) {
  return (_rig: Rig, { facts }: Report): void => {
    const seen = [facts.resources?.count, facts.resources?.apps, facts.prompts?.count];
    if (seen.join() !== [resourceCount, apps, prompts].join()) throw new Error(`the report counts ${seen.join(', ')}`);
  };
}

/** What a server offers besides tools, and what it says of itself. */
export const offerCases: readonly CorpusCase[] = [
  {
    name: 'an app in the present form, and one in the older form',
    origin: 'apps.present',
    start: (rig) =>
      serve(
        rig,
        reads({
          'ui://acme/chart': { mimeType: 'text/html; Profile="mcp-app"', text: page },
          'ui://acme/note': { mimeType: appType, blob: Buffer.from(page).toString('base64') },
        }),
        { ...resources, tools: toolsWith(ui('ui://acme/chart'), { 'ui/resourceUri': 'ui://acme/note' }) },
      ),
    expect: ready('apps.present', ...openAndStrict),
    also: offered(2, 2, 0),
  },
  {
    name: 'resources without templates, and four pages of prompts',
    origin: 'facts.prompts',
    start: (rig) =>
      serve(
        rig,
        {
          'resources/list': () => ({ result: { resources: [{ uri: 'note://one', name: 'one' }] } }),
          'prompts/list': (params) => {
            const at = Number(stringMember(params, 'cursor') ?? 1);
            return { result: { prompts: [{ name: `p${String(at)}` }], ...(at < 4 && { nextCursor: String(at + 1) }) } };
          },
        },
        { capabilities: { resources: {}, prompts: {} } },
      ),
    expect: ready(...openAndStrict),
    also: offered(1, 0, 3),
  },
  {
    name: 'an app that was never registered',
    origin: 'apps.resource-missing',
    start: (rig) => serve(rig, reads({}), { ...resources, tools: toolsWith(ui('ui://acme/chart')) }),
    expect: degraded('apps.resource-missing', 'apps.present', ...openAndStrict),
    also: offered(0, 1, 0),
  },
  {
    name: 'an app at a server that knows no resources at all',
    origin: 'apps.resource-missing',
    start: (rig) => serve(rig, {}, { tools: toolsWith(ui('ui://acme/chart'), ui('ui://acme/chart')), replies: 'sse' }),
    expect: degraded('apps.resource-missing', 'apps.present', ...openAndStrict),
  },
  {
    name: 'an app without a page',
    origin: 'apps.resource-missing',
    start: (rig) =>
      serve(
        rig,
        { ...reads({}), 'resources/read': () => ({ result: { contents: [] } }) },
        { ...resources, tools: toolsWith(ui('ui://acme/chart')) },
      ),
    expect: degraded('apps.resource-missing', 'apps.present', ...openAndStrict),
  },
  {
    name: 'an app under a web address',
    origin: 'apps.resource-missing',
    start: (rig) => serve(rig, reads({}), { ...resources, tools: toolsWith(ui('https://acme.dev/chart.html')) }),
    expect: degraded('apps.resource-missing', 'apps.present', ...openAndStrict),
  },
  {
    name: 'an app served as any HTML',
    origin: 'apps.mime-wrong',
    start: (rig) =>
      serve(rig, reads({ 'ui://acme/chart': { mimeType: 'text/html', text: page } }), {
        ...resources,
        tools: toolsWith(ui('ui://acme/chart')),
      }),
    expect: degraded('apps.mime-wrong', 'apps.present', ...openAndStrict),
  },
  {
    name: 'one app served for ChatGPT alone, one without a type, over 2026-07-28',
    origin: 'apps.mime-wrong',
    start: (rig) =>
      serve(
        rig,
        reads({
          'ui://acme/chart': { mimeType: 'text/html+skybridge', text: page },
          'ui://acme/notiz-ä': { text: page },
        }),
        {
          ...resources,
          modern: true,
          legacy: [],
          tools: toolsWith(ui('ui://acme/chart'), ui('ui://acme/notiz-ä')),
        },
      ),
    expect: degraded('transport.modern-only', 'apps.mime-wrong', 'apps.present', 'auth.open'),
  },
  {
    name: 'an app served as any HTML behind a sign-in',
    origin: 'apps.mime-wrong',
    start: (rig) =>
      serveBehindSignIn(rig, reads({ 'ui://acme/chart': { mimeType: 'text/html', text: page } }), {
        ...resources,
        tools: toolsWith(ui('ui://acme/chart')),
      }),
    flags: { signIn: 'headless' },
    expect: degraded(
      'apps.mime-wrong',
      'apps.present',
      'auth.dcr-only',
      // Its little service issues one token, for ever.
      'auth.refresh-not-issued',
      'auth.tokens-left-behind',
      'transport.version-header-strict',
    ),
    also: offered(1, 1, 0),
  },
  {
    name: 'tools in another order each time',
    origin: 'tools.order-unstable',
    start: (rig) => {
      let turned = false;
      return serve(rig, {
        'tools/list': () => {
          turned = !turned;
          return { result: { tools: turned ? sampleTools : sampleTools.toReversed() } };
        },
      });
    },
    expect: ready('tools.order-unstable', ...openAndStrict),
  },
  {
    name: 'a version that is empty',
    origin: 'server.info-incomplete',
    start: (rig) =>
      serve(rig, {
        initialize: () => ({
          result: {
            protocolVersion: '2025-11-25',
            capabilities: { tools: {} },
            serverInfo: { name: 'acme', version: '' },
          },
        }),
      }),
    expect: ready('server.info-incomplete', ...openAndStrict),
  },
  {
    name: '2026-07-28 without a word of the server itself, and long instructions',
    origin: 'server.instructions-long',
    start: (rig) =>
      serve(
        rig,
        {
          'server/discover': () => ({
            result: {
              resultType: 'complete',
              supportedVersions: ['2026-07-28'],
              capabilities: { tools: {} },
              instructions: 'Use the notes. '.repeat(200),
              ttlMs: 0,
              cacheScope: 'private',
            },
          }),
        },
        { modern: true, legacy: [] },
      ),
    expect: degraded('transport.modern-only', 'auth.open', 'server.info-incomplete', 'server.instructions-long'),
  },
];
