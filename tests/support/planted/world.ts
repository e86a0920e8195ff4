import { authorizationServer, guarded } from '../../../clinic/authorization-server.ts';
import { respond, respondHtml, respondJson, routes, when, type Call, type Handler } from '../../../clinic/http-call.ts';
import { mcpServer } from '../../../clinic/mcp-server.ts';
import { bearerChallenge, resourceMetadata } from '../../../clinic/oauth.ts';
import type { DiagnoseOptions } from '../../../lib/doctor.ts';
import type { Json, JsonObject } from '../../../lib/kernel/json.ts';
import type { Ports } from '../../../lib/kernel/ports.ts';
import { noClient } from '../../../lib/kernel/probe.ts';
import { headerPlaces } from './header-places.ts';
import { memoryWorldPorts } from './memory-world-ports.ts';
import type { Answered } from './memory-call.ts';
import { bareSecret, chanceOf, encodings, head, oddSecret, type Chance } from './secrets.ts';
import { textPlaces } from './text-places.ts';

/** One secret that the world put somewhere. */
export interface Planted {
  readonly place: string;
  readonly secret: string;
  /** How the secret was written there. */
  readonly encoding: string;
  /** The text that holds it, as it was put there. */
  readonly written: string;
}

/** A connector that shows its secrets, or those that it was sent, in every way; all of it decided by a seed. */
export interface PlantedWorld {
  readonly typed: string;
  readonly ports: Ports;
  readonly options: DiagnoseOptions;
  /** Grows while the run goes on. */
  readonly planted: readonly Planted[];
}

const origin = 'https://mcp.acme.dev';
const endpoint = `${origin}/mcp`;
const challenged = bearerChallenge(`${origin}/.well-known/oauth-protected-resource/mcp`);

/** How the connector behaves, beside what it shows. */
const manners = ['open', 'open, in events', 'signed in', 'guarded', 'page', 'refusing', 'failing', 'untyped'] as const;
type Manner = (typeof manners)[number];

export function plantedWorld(seed: number): PlantedWorld {
  const chance = chanceOf(seed);
  const garden = createGarden(chance);
  const manner = manners[seed % manners.length] ?? 'open';
  const ownHeader = garden.given('own request header');
  const client =
    manner === 'guarded' ? { ...noClient, id: 'own-client', secret: garden.given('own client secret') } : noClient;
  const typed = typedText(manner, garden);
  const claude = { says: garden.piece('sentence of Claude'), address: garden.piece('address of Claude') };
  garden.delivered(true);
  const handler = connector(manner, garden);
  return {
    typed,
    planted: garden.planted,
    ports: memoryWorldPorts({
      servers: {
        handlerOf: (host) => (host === 'mcp.acme.dev' ? handler : undefined),
        decorate: (answered, call) => decorated(answered, call, garden),
        delivered: garden.delivered,
      },
      failure: manner === 'failing' ? () => garden.piece('detail of a failure') : null,
      certificateSubject: () => `CN=mcp.acme.dev, emailAddress=${garden.within('certificate', (s) => `${s}@acme.dev`)}`,
    }),
    options: {
      ...usualOptions,
      plans: manner === 'signed in' ? ['walk', 'side', 'signed-in'] : ['walk', 'side', 'wider'],
      headers: chance.below(2) === 0 ? { 'x-own-key': ownHeader } : { authorization: `Bearer ${ownHeader}` },
      client,
      thorough: chance.below(4) === 0,
      headlessConsent: manner === 'signed in',
      claude,
    },
  };
}

const usualOptions = {
  plans: [],
  thorough: false,
  local: false,
  resolver: null,
  consents: [],
  connectTo: false,
  headers: {},
  client: noClient,
  headlessConsent: false,
  faviconService: false,
  timeoutMs: 30_000,
  stepTimeoutMs: 10_000,
  maxBodyBytes: 1024 * 1024,
  signal: new AbortController().signal,
  vantage: 'cli',
  environment: { browser: 'Firefox 145', os: 'Linux', language: 'en' },
} satisfies DiagnoseOptions;

function typedText(manner: Manner, garden: Garden): string {
  if (manner === 'untyped') return garden.piece('typed text that is no address');
  const kinds = [
    () => endpoint,
    () => `${endpoint}?${garden.named('typed query', (s) => `api_key=${encodeURIComponent(s)}`)}`,
    () => `https://${garden.named('typed userinfo', (s) => `bob:${encodeURIComponent(s)}`)}@mcp.acme.dev/mcp`,
    () => `${endpoint}?${garden.named('typed user id', (s) => `user_id=${encodeURIComponent(s)}`)}`,
  ];
  return (kinds[garden.chance.below(kinds.length * 2)] ?? kinds[0])?.() ?? endpoint;
}

/** Makes secrets and the texts that hold them, and writes down where each was put. */
interface Garden {
  readonly chance: Chance;
  readonly planted: Planted[];
  /** Whether what was made since the last time comes to the doctor: what came may be said back later. */
  readonly delivered: (isWhole: boolean) => void;
  /** A secret that a place of its own names. */
  named(place: string, write: (secret: string) => string): string;
  /** The same where it is a part of what is taken out as a whole. */
  within(place: string, write: (secret: string) => string): string;
  /** A secret that the run itself is given. */
  given(place: string): string;
  /** A text of one of the places, or, now and then, what was given before in another encoding. */
  piece(carrier: string): string;
}

function createGarden(chance: Chance): Garden {
  const planted: Planted[] = [];
  const met: string[] = [];
  let fresh: string[] = [];
  const places = Object.entries(textPlaces);
  const plant = (place: string, written: string, secret: string, encoding = 'plain'): string => {
    planted.push({ place, secret, written, encoding });
    if (encoding === 'plain') fresh.push(secret);
    return written;
  };
  const made = (bare: boolean): string => (bare || chance.below(2) === 0 ? bareSecret(chance) : oddSecret(chance));
  return {
    chance,
    planted,
    delivered(isWhole) {
      if (isWhole) met.push(...fresh);
      fresh = [];
    },
    named(place, write) {
      const secret = made(true);
      return plant(place, write(secret), secret);
    },
    within(place, write) {
      const secret = made(true);
      return plant(place, write(secret), secret, 'within');
    },
    given(place) {
      const secret = made(true);
      return plant(place, secret, secret);
    },
    piece(carrier) {
      const echo = (): string => {
        const secret = chance.one(met);
        const [encoding, encode] = chance.one(Object.entries(encodings));
        return plant(`echo: ${carrier}`, encode(secret), secret, `echo, ${encoding}`);
      };
      const [place, { bare, inner, write }] = chance.one(places);
      const secret = made(bare === true);
      const named = plant(place, write(secret), secret, inner === true ? 'within' : 'plain');
      return met.length > 2 ? `${named} , ${echo()} , ${echo()}` : named;
    },
  };
}

function connector(manner: Manner, garden: Garden): Handler {
  const { chance } = garden;
  const server = authorizationServer(origin, {
    prefix: `${head}${chance.text(6)}`,
    issued: (answer) => ({
      ...answer,
      ...member(garden, 'member of a token answer', 'odd_member'),
      sub: garden.named('subject of a token answer', (s) => s),
      note: garden.piece('token answer'),
    }),
    registered: (answer) => ({ ...answer, ...member(garden, 'member of a registration', 'odd_member') }),
  });
  const refusal: Handler = (call, response) =>
    respondJson(
      401,
      { error: 'invalid_token', error_description: garden.piece('error of a refusal') },
      {
        'www-authenticate': `${challenged}, error_uri="https://acme.dev/?${garden.named('challenge', (s) => `token=${s}`)}"`,
      },
    )(call, response);
  const mcp = mcpServer({
    replies: manner === 'open, in events' ? 'sse' : 'json',
    modern: chance.below(2) === 0,
    newSessionId: () => garden.given('session id'),
    change: (reply) => withPieces(reply, garden),
  });
  const isSent = (call: Call): boolean => call.headers.authorization !== undefined;
  const inside = guarded(mcp, challenged, (token) => (server.grantOf(token) ? true : refusal));
  const page: Handler = (call, response) =>
    respondHtml(chance.one([200, 403, 404, 500, 502]), `<html><p>${garden.piece('page')}</p></html>`)(call, response);
  const onMcp: Readonly<Partial<Record<Manner, Handler>>> = {
    'signed in': when(isSent, inside, refusal),
    guarded: refusal,
    page,
    refusing: (call, response) =>
      respond(
        chance.one([400, 404, 500]),
        { 'content-type': 'text/plain' },
        garden.piece('plain error'),
      )(call, response),
  };
  return routes(
    {
      ...server.routes,
      '/.well-known/oauth-authorization-server': documentOf(server.metadata, 'server metadata', garden),
      '/mcp': onMcp[manner] ?? mcp,
      '/.well-known/oauth-protected-resource/mcp': documentOf(
        resourceMetadata(endpoint, origin),
        'resource metadata',
        garden,
      ),
    },
    page,
  );
}

function member(garden: Garden, place: string, name: string): JsonObject {
  return { [name]: garden.named(place, (s) => s) };
}

function documentOf(document: JsonObject, carrier: string, garden: Garden): Handler {
  return (call, response) =>
    respondJson(200, {
      ...document,
      resource_documentation: `https://acme.dev/docs?${garden.named(`address in ${carrier}`, (s) => `token=${s}`)}`,
      x_note: garden.piece(carrier),
    })(call, response);
}

function tool(garden: Garden): Json {
  const key = garden.named('preset of a tool', (s) => s);
  return {
    name: 'read_note',
    title: 'Read a note',
    description: `Reads a note. ${garden.piece('description of a tool')}`,
    inputSchema: {
      type: 'object',
      properties: { topic: { type: 'string' }, api_key: { type: 'string', default: key } },
    },
    annotations: { readOnlyHint: true },
    _meta: { access_token: garden.named('meta of a tool', (s) => s) },
  };
}

function withPieces(reply: JsonObject, garden: Garden): Json {
  const { result, error } = reply;
  if (typeof result === 'object' && result !== null && 'tools' in result) {
    return { ...reply, result: { ...result, tools: [tool(garden)] } };
  }
  if (typeof error === 'object' && error !== null) {
    return { ...reply, error: { ...error, data: garden.piece('data of an error') } };
  }
  return typeof result === 'object' && result !== null && 'serverInfo' in result
    ? { ...reply, result: { ...result, instructions: garden.piece('instructions') } }
    : reply;
}

/** Every third answer has a header more that holds a secret. */
function decorated(answered: Answered, call: Call, garden: Garden): Answered {
  if (garden.chance.below(3) > 0 || call.url.pathname === '/authorize') return answered;
  const [name, headersWith] = garden.chance.one(Object.entries(headerPlaces));
  let headers: Readonly<Record<string, string>> = {};
  garden.named(name, (s) => {
    headers = headersWith(s);
    return Object.values(headers)[0] ?? '';
  });
  return { ...answered, headers: { ...answered.headers, ...headers } };
}
