import type { BundleEvidence } from '../kernel/evidence-bundle.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import type { Redactor } from './redact.ts';

/**
 * What was read of a bundle without its secrets: beside what is redacted everywhere, the values that a manifest sets in the environment,
 * and what it presets for options that it calls sensitive. Names of files with “@2x” in them are no e-mail addresses.
 */
export function redactedBundle(evidence: BundleEvidence, redactor: Redactor): BundleEvidence {
  const { manifest } = evidence;
  const secret = (value: Json): Json =>
    typeof value === 'string' && !isHarmless(value) ? redactor.json({ client_secret: value }).client_secret : value;
  const bare = manifest && { ...manifest, value: withoutSecrets(manifest.value, secret) };
  const marked = eachText({ ...evidence, manifest: bare }, (text) => text.replace(/@(?=[1-4]x\.)/g, inPlaceOfAt));
  return eachText(redactor.json(marked), (text) => text.replaceAll(inPlaceOfAt, '@'));
}

/** Nobody’s file names have it. */
const inPlaceOfAt = '\uE000';

type Hide = (value: Json) => Json;

/** Filled in by Claude Desktop, or one of the words that programs are set by. */
function isHarmless(value: string): boolean {
  return /^(?:(?:\$\{[\w.]+\}|[/\\:;,])+[\w./\\-]{0,60}|[\d.]{1,6}|[a-z]{1,12}|[A-Z]{1,8}|utf-?8|)$/i.test(value);
}

function withoutSecrets(manifest: Json, hide: Hide): Json {
  if (!isJsonObject(manifest)) return manifest;
  const { server, user_config: options } = manifest;
  return {
    ...manifest,
    ...(isJsonObject(server) && {
      server: { ...server, ...within(server, 'mcp_config', (config) => started(config, hide)) },
    }),
    ...(isJsonObject(options) && {
      user_config: mapped(options, (option) =>
        isJsonObject(option) && option['sensitive'] === true
          ? { ...option, ...within(option, 'default', hide) }
          : option,
      ),
    }),
  };
}

/** What is started, here and on each platform. */
function started(config: Json, hide: Hide): Json {
  if (!isJsonObject(config)) return config;
  return {
    ...config,
    ...within(config, 'env', (env) => (isJsonObject(env) ? mapped(env, hide) : env)),
    ...within(config, 'args', (args) =>
      Array.isArray(args) ? afterSecretOptions(args as readonly Json[], hide) : args,
    ),
    ...within(config, 'platform_overrides', (platforms) =>
      isJsonObject(platforms) ? mapped(platforms, (platform) => started(platform, hide)) : platforms,
    ),
  };
}

/** `--token` and its like, with the value as an argument of its own. */
function afterSecretOptions(args: readonly Json[], hide: Hide): Json {
  return args.map((arg, index) => {
    const before = args[index - 1];
    const isSecret = typeof before === 'string' && /^--?[\w-]*(?:key|token|secret|password|auth)[\w-]*$/i.test(before);
    return isSecret ? hide(arg) : arg;
  });
}

function within(value: JsonObject, name: string, change: Hide): JsonObject {
  const member = value[name];
  return member === undefined ? {} : { [name]: change(member) };
}

function mapped(value: JsonObject, change: Hide): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));
}

function eachText<T>(value: T, change: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, walk(member)]));
  };
  return walk(value) as T;
}
