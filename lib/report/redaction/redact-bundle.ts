import type { BundleEvidence } from '../../kernel/evidence-bundle.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Redactor } from './redact.ts';

/**
 * What was read of a bundle without its secrets: beside what is redacted everywhere, the values that a manifest sets in the environment
 * and in headers, wherever it does, those of options whose names speak of secrets, and what it presets for settings that it calls
 * sensitive or that speak of secrets. Names of files with “@2x” in them are no e-mail addresses.
 */
export function redactedBundle(evidence: BundleEvidence, redactor: Redactor): BundleEvidence {
  const { manifest } = evidence;
  // Variables go first: what begins with one counts as filled in later.
  const hide = (value: string): Json =>
    redactor.json({ client_secret: value.replace(/\$\{[^}]{0,200}\}/g, '') || value }).client_secret;
  const bare = manifest && { ...manifest, value: withoutSecrets(manifest.value, hide) };
  const marked = eachText({ ...evidence, manifest: bare }, (text) => text.replace(/@(?=[1-4]x\.)/g, inPlaceOfAt));
  return eachText(redactor.json(marked), (text) => text.replaceAll(inPlaceOfAt, '@'));
}

/** Nobody’s file names have it. */
const inPlaceOfAt = '\uE000';

type Hide = (value: string) => Json;

function withoutSecrets(manifest: Json, hide: Hide): Json {
  if (Array.isArray(manifest)) return (manifest as readonly Json[]).map((each) => withoutSecrets(each, hide));
  if (!isJsonObject(manifest)) return manifest;
  return withEach(manifest, (value, name) => {
    if (/^(?:env|environment|headers)$/i.test(name)) return settings(value, hide);
    if (name === 'args' && Array.isArray(value)) return options(value as readonly Json[], hide);
    if (name === 'user_config' && isJsonObject(value)) {
      return withEach(value, (setting, key) => presetting(setting, key, hide));
    }
    return withoutSecrets(value, hide);
  });
}

/** Everything but the words that programs are set by, which no name of a secret may have for its value either. */
function settings(value: Json, hide: Hide): Json {
  return isJsonObject(value)
    ? withEach(value, (each, name) =>
        hiddenIn(each, (text) => isVariable(text) || (isWord(text) && !isSecretName(name)), hide),
      )
    : hiddenIn(value, isVariable, hide);
}

/** `--token` and its like, with the value as an argument of its own, or behind “=”. */
function options(args: readonly Json[], hide: Hide): Json {
  return args.map((arg, index) => {
    const before = args[index - 1];
    if (typeof before === 'string' && !before.includes('=') && isSecretOption(before)) {
      return hiddenIn(arg, (text) => isVariable(text) || (/^-[a-z]$/i.test(before) && isWord(text)), hide);
    }
    const [, name, value] = typeof arg === 'string' ? (/^([\w.-]{1,80})=([^]+)$/.exec(arg) ?? []) : [];
    if (name === undefined || value === undefined || !isSecretOption(name) || isVariable(value)) return arg;
    return `${name}=${String(hide(value))}`;
  });
}

/** Short ones are passwords here, users with passwords there: they hide too much rather than too little. */
function isSecretOption(option: string): boolean {
  return /^-[pPkuHa]$|^--?(?:header|user)$/.test(option) || (/^[\w.-]+$/.test(option) && isSecretName(option));
}

function presetting(setting: Json, key: string, hide: Hide): Json {
  if (!isJsonObject(setting)) return hiddenIn(setting, isVariable, hide);
  const about = [key, setting['title'], setting['description']].filter((text) => typeof text === 'string');
  const isSecret = setting['sensitive'] === true || about.some(isSecretName);
  return withEach(setting, (value, name) => {
    return name === 'default' && isSecret ? hiddenIn(value, isVariable, hide) : withoutSecrets(value, hide);
  });
}

/** Whether a name, or a sentence, speaks of what opens something. */
function isSecretName(text: string): boolean {
  const words = text.replace(/([a-z\d])(?=[A-Z])/g, '$1 ').split(/[^A-Za-z]+/);
  return words.some((word) => secretWord.test(word));
}

const secretWord =
  /^(?:\w*(?:keys?|tokens?|secrets?|passw(?:or)?d|passphrase|passcode|pwd|passwort|credentials?)|\w{0,8}pass|pw|pin|auth\w*|bearer|creds?|pat|jwt|cookies?|dsn)$/i;

/** Filled in by Claude Desktop: a variable with a path behind it, or several of them. */
function isVariable(text: string): boolean {
  return /^(?:\$\{(?:__dirname|HOME|DESKTOP|DOCUMENTS|DOWNLOADS|user_config\.[\w.-]+|pathSeparator|\/)\}(?:[/\\][\w.-]{1,40}){0,8}[/\\]?[:;,]?)+$|^$/.test(
    text,
  );
}

/** A word that programs are set by. Other words may be passwords. */
function isWord(text: string): boolean {
  return (
    /^\d{1,5}$/.test(text) ||
    /^(?:true|false|yes|no|on|off|null|none|auto|default|production|development|test|staging|local|debug|info|warn|warning|error|trace|verbose|silent|quiet|utf-?8|c\.utf-8|en_us\.utf-8|utc|json|text|stdio|http|https|sse|localhost|127\.0\.0\.1|node|python|python3|uv|npx)$/i.test(
      text,
    )
  );
}

/** Every text in it that is not harmless, however deep. */
function hiddenIn(value: Json, isHarmless: (text: string) => boolean, hide: Hide): Json {
  if (typeof value === 'string') return isHarmless(value) ? value : hide(value);
  if (typeof value === 'number') return isHarmless(String(value)) ? value : hide(String(value));
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => hiddenIn(each, isHarmless, hide));
  return isJsonObject(value) ? withEach(value, (each) => hiddenIn(each, isHarmless, hide)) : value;
}

function withEach(value: JsonObject, change: (member: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member, name)]));
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
