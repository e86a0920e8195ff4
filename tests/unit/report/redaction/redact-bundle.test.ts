import { describe, expect, it } from 'vitest';
import { bundleReport } from '../../../../lib/bundle-report.ts';
import { openBundle } from '../../../../lib/bundles/open-bundle.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import { bundleWith } from '../../checks/bundle/bundle-parts.ts';

/** What a report keeps of a manifest, as text. */
async function kept(rest: JsonObject): Promise<string> {
  const { evidence } = await openBundle(new Blob([bundleWith(rest)]), 'a.mcpb');
  return JSON.stringify(bundleReport(evidence, { startedAt: 0, durationMs: 1, vantage: 'cli', environment: null }));
}

const started = (config: JsonObject): JsonObject => ({
  server: { type: 'node', entry_point: 'server/index.js', mcp_config: { command: 'node', args: [], ...config } },
});
const environment = (name: string, value: Json): JsonObject => started({ env: { [name]: value } });
const setting = (rest: JsonObject, key = 'option'): JsonObject => ({
  user_config: { [key]: { type: 'string', title: 'Option', description: 'Yours', ...rest } },
});

const hidden: readonly (readonly [string, string, JsonObject])[] = [
  ['a word', 'swordfish', environment('DB_PASS', 'swordfish')],
  ['a word under a name that says nothing', 'letmein', environment('ADMIN', 'letmein')],
  ['a short number of a secret', '"4711"', environment('PIN', '4711')],
  ['a usual word of a secret', '"debug"', environment('PGPASSWORD', 'debug')],
  ['what begins like a path', '9jKq3Zt7Lm2', environment('DATABASE', '/9jKq3Zt7Lm2Pw8Xv5Rb1Nc4Hd6')],
  ['what begins with a colon', 'hunter2', environment('Y', ':hunter2Secret99')],
  ['what stands behind a variable', 'hunter2', environment('Y', '${user_config.name}:hunter2')],
  ['a list where an object belongs', 'swordfish', started({ env: ['A=swordfish'] })],
  ['an environment in a wrong place', 'swordfish', { server: { env: { A: 'swordfish' } } }],
  ['headers', 'swordfish', started({ headers: { 'X-A': 'swordfish' } })],
  ['a platform’s own', 'swordfish', started({ platform_overrides: { win32: { env: { A: 'swordfish' } } } })],
  ['the option -p', 'hunter2', started({ args: ['-p', 'hunter2'] })],
  ['the option --pass', 'hunter3', started({ args: ['--pass', 'hunter3'] })],
  ['the option --bearer', 'S3cr3tValue1', started({ args: ['--bearer', 'S3cr3tValue1'] })],
  ['an option with its value behind it', 'hunter4', started({ args: ['--db-pwd=hunter4'] })],
  ['a variable that is set as an argument', 'hunter5', started({ args: ['DB_PASSWORD=hunter5', 'server.js'] })],
  ['a setting whose title speaks of a key', 'plainKey1', setting({ title: 'API key', default: 'plainKey1' })],
  ['a setting whose name does', 'swordfish', setting({ default: 'swordfish' }, 'apiToken')],
  ['a setting whose description does', 'swordfish', setting({ description: 'The password.', default: 'swordfish' })],
  ['one of several', 'swordfish', setting({ sensitive: true, multiple: true, default: ['swordfish'] })],
  ['a number', '471147', setting({ type: 'number', title: 'PIN', default: 471147 })],
];

const shown: readonly (readonly [string, string, JsonObject])[] = [
  ['a variable', '${user_config.key}', environment('API_KEY', '${user_config.key}')],
  ['a path in the bundle', '${__dirname}/server/lib', environment('PYTHONPATH', '${__dirname}/server/lib')],
  ['several', '${__dirname}/lib:${HOME}/lib', environment('PYTHONPATH', '${__dirname}/lib:${HOME}/lib')],
  ['how a program is set', 'production', environment('NODE_ENV', 'production')],
  ['a port', '8080', environment('PORT', '8080')],
  ['a port behind -p', '8080', started({ args: ['-p', '8080'] })],
  ['what is started', '${__dirname}/server/index.js', started({ args: ['${__dirname}/server/index.js', '--stdio'] })],
  ['a setting that is no secret', 'metric', setting({ title: 'Units', default: 'metric' })],
];

describe('the report of a bundle', () => {
  it.each(hidden)('hides %s', async (_name, secret, rest) => {
    expect(await kept(rest)).not.toContain(secret);
  });

  it.each(shown)('shows %s', async (_name, text, rest) => {
    expect(await kept(rest)).toContain(text);
  });
});
