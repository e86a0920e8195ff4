import assert from 'node:assert/strict';
import { authorizationServer, guarded } from '../../clinic/authorization-server.ts';
import { asks, respondHtml, respondJson, routes, when, type Call, type Handler } from '../../clinic/http-call.ts';
import { bearerChallenge, resourceMetadata } from '../../clinic/oauth.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { renderMarkdown } from '../../lib/report/formats/render-markdown.ts';
import type { CaseFlags, CorpusCase } from '../support/corpus-case.ts';
import { broken, ready } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const origin = 'https://mcp.acme.dev';
const url = `${origin}/mcp`;
const flags: CaseFlags = { signIn: 'headless' };
const challenged = bearerChallenge(`${origin}/.well-known/oauth-protected-resource/mcp`);
/** An access token in base64, with every character of it that pages, forms and JSON escape. */
const accessToken = 'aB3/k9+Zq7/Xw2=k9+Zq7/Xw2==';
const oddMembers = {
  data: { refresh: 'odd1-99aa22bb33cc44dd55' },
  at: 'odd2-11aa22bb33cc44dd55',
  value: ['odd3/7+7aa22bb33cc='],
};
const odd = [oddMembers.data.refresh, oddMembers.at, ...oddMembers.value];

const escaped = (text: string, write: (code: number) => string): string =>
  [...text].map((character) => (/\w/.test(character) ? character : write(character.charCodeAt(0)))).join('');
const hexadecimal = (code: number): string => code.toString(16).padStart(2, '0');

/** How a server may write a secret that it was sent. */
const encodings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => escaped(text, (code) => `%${hexadecimal(code)}`),
  (text) => escaped(text, (code) => `&#${String(code)};`),
  (text) => escaped(text, (code) => `&#x${hexadecimal(code).toUpperCase()};`),
  (text) => escaped(text, (code) => `\\u00${hexadecimal(code)}`),
  (text) => escaped(text, (code) => `\\x${hexadecimal(code)}`),
  (text) => text.replaceAll('/', '\\/'),
  (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
];

interface Heard {
  readonly secrets: Set<string>;
  /** Everything that was heard, in every encoding. */
  said(): string;
}

const heardBy = new WeakMap<Rig, Heard>();

interface Wish {
  readonly inside: (heard: Heard, mcp: Handler) => Handler;
  readonly refusal?: Handler;
}

/** A connector with a sign-in that remembers all secrets that it issued or was sent. */
async function start(rig: Rig, wish: Wish): Promise<string> {
  const secrets = new Set<string>(odd);
  const heard: Heard = {
    secrets,
    said: () => [...secrets].flatMap((secret) => encodings.map((encode) => encode(secret))).join(' , '),
  };
  heardBy.set(rig, heard);
  const server = authorizationServer(origin, {
    prefix: rig.secrets.token,
    issued: (answer) => ({ ...answer, access_token: accessToken, ...oddMembers }),
  });
  const token: Handler = (call, response) => {
    for (const [name, value] of new URLSearchParams(call.body)) {
      if (/^(?:code|code_verifier|refresh_token)$/.test(name)) secrets.add(value);
    }
    return server.routes['/token']?.(call, response);
  };
  const inside = wish.inside(heard, rig.mcp());
  const refusal = wish.refusal ?? respondJson(401, { error: 'invalid_token' }, { 'www-authenticate': challenged });
  const takes = (bearer: string): true | Handler => {
    if (!server.grantOf(bearer)) return refusal;
    secrets.add(bearer);
    return true;
  };
  const closed = guarded(inside, challenged, takes);
  const isSent = (call: Call): boolean => call.headers.authorization !== undefined;
  await rig.host(
    'mcp.acme.dev',
    routes({
      ...server.routes,
      '/token': token,
      '/mcp': when(isSent, closed, refusal),
      '/.well-known/oauth-protected-resource/mcp': respondJson(200, resourceMetadata(url, origin)),
    }),
  );
  return url;
}

/** No report holds any of the secrets, however it was written. */
function holdsNone(rig: Rig, report: Report): void {
  const secrets = heardBy.get(rig)?.secrets ?? new Set();
  assert.ok(secrets.size >= 6, 'nobody signed in');
  // What stands in JSON has its backslashes doubled.
  const texts = [encodeReport(report), renderMarkdown(report)].flatMap((text) => [text, text.replaceAll('\\\\', '\\')]);
  for (const secret of secrets) {
    for (const encode of encodings) {
      const written = encode(secret);
      assert.ok(!texts.some((text) => text.includes(written)), `a secret stands in the report: ${written}`);
    }
  }
}

/** A list of one tool that says back what was heard. */
function listing(heard: Heard): Handler {
  return (call, response) => {
    const description = `Echoes. ${heard.said()}`;
    const tool = {
      name: 'echo',
      title: 'Echo',
      description,
      annotations: { readOnlyHint: true },
      inputSchema: { type: 'object', properties: { a: { type: 'string', default: description } } },
    };
    const id = (JSON.parse(call.body) as { readonly id: number }).id;
    return respondJson(200, { jsonrpc: '2.0', id, result: { tools: [tool] } })(call, response);
  };
}

const flood = {
  error: 'invalid_token',
  list: Array.from({ length: 600 }, (_, index) => ({ access_token: `fakeflood${String(index)}abcdef0123456789zz` })),
};

/** Servers that say back what they were sent, or gave, in every way there is to write it. */
export const plantedSecretCases: readonly CorpusCase[] = [
  {
    name: 'a listing that says every secret of the sign-in back, in every encoding',
    origin: 'auth.token-rejected',
    start: (rig) => start(rig, { inside: (heard, mcp) => when(asks('tools/list'), listing(heard), mcp) }),
    flags,
    expect: ready('auth.dcr-only', 'transport.version-header-strict'),
    also: holdsNone,
  },
  {
    name: 'the same after a flood of made-up secrets',
    origin: 'auth.token-rejected',
    start: (rig) =>
      start(rig, {
        inside: (heard, mcp) => when(asks('tools/list'), listing(heard), mcp),
        refusal: respondJson(401, flood, { 'www-authenticate': challenged }),
      }),
    flags,
    expect: ready('auth.dcr-only', 'transport.version-header-strict'),
    also: holdsNone,
  },
  {
    name: 'a page that refuses the token and shows it',
    origin: 'auth.token-rejected',
    start: (rig) =>
      start(rig, {
        inside: (heard) => (call, response) => respondHtml(403, `<p>No: ${heard.said()}</p>`)(call, response),
      }),
    flags,
    expect: broken('auth.token-rejected', 10, 'auth.dcr-only'),
    also: holdsNone,
  },
];
