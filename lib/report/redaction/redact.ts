import type { Headers } from '../../kernel/exchange.ts';
import type { TokenShape } from '../../kernel/report.ts';
import { answerSecrets, type AnswerHolds } from './redact-answer.ts';
import { redactHeader } from './redact-headers.ts';
import { secretWithin } from './redact-json.ts';
import { createSecretStore, type SecretKind } from './redact-store.ts';
import { secretReasons } from './redaction-words.ts';
import { learnBasic, redactText, redactUrl } from './redact-text.ts';
import { isTool } from './redact-tool-name.ts';
import { knowGiven } from './redact-url.ts';
import { isGoverning, secretByName } from './redact-values.ts';

/**
 * Takes the secrets of one run out of what is recorded, while the run goes on. The same secret gets the same mark
 * (`redacted-token-1`: ASCII, fit for a URL and for JSON) wherever it stands. Redacting what is redacted changes nothing.
 */
export interface Redactor {
  /** A URL, or what should have been one: its structure, host, path and the names in its query are kept. */
  url(text: string): string;
  /** Headers by lower-case name. Schemes, names of cookies, and parameters of challenges are kept. */
  headers(headers: Headers): Headers;
  /** Any text; JSON in it stays valid. */
  text(text: string): string;
  /** The body of an answer that was asked for secrets: every opaque value is one, and known from here on. */
  answer(text: string, holds: AnswerHolds): string;
  /** A value of plain JSON. Unchanged parts are the same objects. */
  json<T>(value: T): T;
  /** Names a secret that is known beforehand; `kind` says in one word what it is, such as `header` or `token`. */
  learn(secret: string, kind: string): void;
  /** Grows with what is learned: what was redacted before may have to be redacted again. */
  version(): number;
  /** What was removed so far, by kind, and why. */
  removed(): readonly { readonly what: string; readonly why: string }[];
  /** What the JSON Web Tokens among it were, without a value of theirs. */
  tokenShapes(): readonly TokenShape[];
}

/** Makes a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const store = createSecretStore();
  const ownValues = new Set<string>();
  const clean = { version: 0, texts: new Set<string>() };

  const text = (value: string): string => {
    if (value.length < worthRemembering) return redactText(value, store);
    if (clean.version === store.version() && clean.texts.has(value)) return value;
    const out = redactText(value, store);
    if (clean.version !== store.version()) clean.texts.clear();
    clean.version = store.version();
    clean.texts.add(out);
    return out;
  };
  const header = (name: string, value: string): string => {
    const redacted = redactHeader(name, value, store);
    if (redacted !== undefined) return redacted;
    if (ownValues.has(value) && !plainHeaders.test(name)) return store.mark(value, 'header');
    if (!/^(?:content-)?location$/i.test(name)) return text(value);
    knowGiven(value, store);
    return redactUrl(value, store);
  };
  const member = (name: string, value: unknown): unknown => {
    if (typeof value !== 'string') return json(holdsSecrets(name, value) ? within(name, '', value) : value);
    if (/^(?:set-)?cookie$/i.test(name)) return store.replaceLearned(header(name, value));
    const kind = secretByName(name, value, 'json');
    return kind === undefined ? text(value) : store.learn(value, kind);
  };
  const within = (governing: string, name: string, value: unknown): unknown => {
    if (typeof value === 'string') {
      const kind = secretWithin(governing, name, value);
      return kind === undefined ? value : store.learn(value, kind);
    }
    if (Array.isArray(value))
      return sameOr(
        value,
        value.map((item) => within(governing, name, item)),
      );
    if (typeof value !== 'object' || value === null) return value;
    return sameOrObject(
      value,
      Object.entries(value).map(([key, part]) => [key, within(governing, key, part)]),
    );
  };
  // Short ones of nothing but letters are what the parts of a report are called.
  const memberName = (name: string): string => {
    if (name.length >= shortestTextOfItsOwn) return text(name);
    return /\d/.test(name) ? store.replaceLearned(name) : name;
  };
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return sameOr(value, value.map(json));
    const entries = Object.entries(value);
    return sameOrObject(
      value,
      entries.map(([name, part]) => [
        memberName(name),
        name === 'name' && typeof part === 'string' && isTool(value) ? store.replaceLearned(part) : member(name, part),
      ]),
    );
  };

  return {
    url: (value) => redactUrl(value, store),
    text,
    answer(body, holds) {
      return text(answerSecrets(body, holds, store));
    },
    headers(headers) {
      const redacted = Object.entries(headers).map(([name, value]) => [name, header(name, value)] as const);
      // What one header gives away may stand in another before it.
      return Object.fromEntries(
        redacted.map(([name, value]) => [
          name.length < shortestTelling ? name : store.replaceLearned(name),
          store.replaceLearned(value),
        ]),
      );
    },
    json: <T>(value: T): T => {
      let out: unknown = value;
      // What the end of it gives away may stand at its beginning.
      for (let pass = 0, before = -1; pass < mostPasses && before !== store.version(); pass += 1) {
        before = store.version();
        out = json(out);
      }
      return out as T;
    },
    learn(secret, kind) {
      const known = isKind(kind) ? kind : 'secret';
      const bare = secret.trim();
      ownValues.add(bare);
      const credentials = /^(?:Bearer|Basic|Token|ApiKey|Api-Key|Key|OAuth|DPoP) +(\S.*)$/i.exec(bare)?.[1] ?? bare;
      if (/^Basic /i.test(bare)) learnBasic(credentials, store, 'always');
      store.know(credentials, known, 'always');
    },
    version: () => store.version(),
    removed: () =>
      [...store.counts()].map(([kind, count]) => ({
        what: `${count} × ${secretReasons[kind].what}`,
        why: secretReasons[kind].why,
      })),
    tokenShapes: () => {
      // A name of a claim may have been learned as a secret since.
      const told = (text: string): boolean => store.replaceLearned(text) === text;
      return store.shapes().map(({ mark, header, claims }) => ({
        mark,
        header: Object.fromEntries(Object.entries(header).filter(([, value]) => told(value))),
        claims: claims.filter(told),
      }));
    },
  };
}

const worthRemembering = 200;

/** A server may name a header as it likes. */
const shortestTelling = 10;

const shortestTextOfItsOwn = 16;

const mostPasses = 3;

/** Headers of a person's own that say nothing secret: their values stand in other headers as well. */
const plainHeaders =
  /^(?:accept(?:-.*)?|content-(?:type|length|encoding|language)|user-agent|origin|referer|host|connection|cache-control|mcp-(?:protocol-version|method|name)|date|server|vary|allow|via|location)$/i;

function isKind(kind: string): kind is SecretKind {
  return Object.hasOwn(secretReasons, kind);
}

function holdsSecrets(name: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && isGoverning(name);
}

function sameOrObject(before: object, after: readonly (readonly [string, unknown])[]): object {
  const entries = Object.entries(before);
  const same = after.every(([name, part], index) => name === entries[index]?.[0] && part === entries[index]?.[1]);
  return same ? before : Object.fromEntries(after);
}

function sameOr(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((item, index) => item === before[index]) ? before : after;
}
