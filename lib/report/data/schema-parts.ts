import * as z from 'zod/mini';
import { failureReasons } from '../../kernel/exchange.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Json } from '../../kernel/json.ts';
import { stepNumbers } from '../../kernel/step.ts';
import { mostItems } from './limits.ts';

// Must stand before the first schema: without it zod compiles parsers with `new Function`, which extension pages forbid.
z.config({ jitless: true });

/** Any JSON value. */
export const json = z.unknown() as unknown as z.ZodMiniType<Json>;

/** A code by its form: a later version may know more codes than this one. */
export const code = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9]*\.[a-z0-9-]+$/), z.maxLength(100)) as unknown as z.ZodMiniType<FindingCode>;

export const step = z.literal(stepNumbers);
export const text = z.string();
export const texts = z.array(text);
/** A list that is never long in a report of ours. */
export function short<T extends z.core.$ZodType>(item: T, most: number = mostItems): z.ZodMiniArray<T> {
  return z.array(item).check(z.maxLength(most));
}

export const fewTexts = short(text);
export const textOrNull = z.nullable(text);
export const count = z.int().check(z.minimum(0));
/** Milliseconds, which may have decimals. */
export const duration = z.number();

const exchangeId = text.check(z.regex(/^e[0-9]+$/));
const headers = z.record(z.string(), text);
const hop = z.looseObject({ status: z.int(), from: text, to: text });

const exchangeBase = {
  id: exchangeId,
  step: z.nullable(step),
  method: text,
  url: text,
  requestHeaders: headers,
  requestBody: textOrNull,
  variant: z.looseObject({ era: z.nullable(z.enum(['legacy', 'modern'])), userAgent: text, origin: textOrNull }),
  redirects: short(hop),
  remoteAddress: textOrNull,
  timing: z.looseObject({ startedAt: duration, headersMs: z.nullable(duration), durationMs: duration }),
};

/** One request and what came of it. */
export const exchange = z
  .discriminatedUnion('kind', [
    z.looseObject({
      ...exchangeBase,
      kind: z.literal('response'),
      finalUrl: text,
      status: z.int(),
      headers,
      body: text,
      bodyBytes: z.number(),
      bodyTruncated: z.boolean(),
      bodyEnd: z.enum(['complete', 'enough', 'limit', 'timeout', 'aborted', 'reset']),
      chunks: short(z.looseObject({ atMs: duration, bytes: z.number() })),
    }),
    z.looseObject({ ...exchangeBase, kind: z.literal('failure'), reason: z.enum(failureReasons), detail: text }),
  ])
  .register(z.globalRegistry, {
    id: 'Exchange',
    description:
      'One request and what came of it. A request without an HTTP answer is a failure with a reason. Bodies are the first 64 KiB, secrets are redacted.',
  });

/** Everything found, with its English words. */
export const finding = z
  .looseObject({
    id: text,
    code,
    subject: z.looseObject({
      kind: z.enum(['connector', 'authorization-server', 'browser', 'account', 'bundle']),
      url: z.exactOptional(text),
    }),
    severity: z.enum(['blocker', 'problem', 'warning', 'note']),
    confidence: z.enum(['certain', 'likely', 'possible']),
    step: z.nullable(step),
    values: z.record(z.string(), z.union([text, z.number()])),
    title: text,
    detail: text,
    evidence: short(exchangeId),
    explainedBy: z.exactOptional(text),
    fix: short(
      z.discriminatedUnion('kind', [
        z.looseObject({ kind: z.literal('text'), text }),
        z.looseObject({ kind: z.literal('guide'), guide: text }),
      ]),
    ),
    who: z.enum(['you', 'owner', 'author', 'network', 'anthropic']),
    sources: fewTexts,
  })
  .register(z.globalRegistry, {
    id: 'Finding',
    description:
      'One thing that was found. Title, detail and fix are the English rendering of the code and its values; evidence lists ids of exchanges; explainedBy is the id of the finding that this one follows from.',
  });

/** Codes that could not be judged, each with the reason. */
export const skipped = z
  .looseObject({
    code,
    because: z.enum([
      'vantage',
      'permission',
      'consent',
      'prerequisite',
      'needs-sign-in',
      'not-applicable',
      'not-reached',
      'not-asked',
      'deadline',
      'crashed',
    ]),
  })
  .register(z.globalRegistry, { id: 'Skipped', description: 'A code that could not be judged, and why.' });

const observation = z.discriminatedUnion('status', [
  z.looseObject({ status: z.literal('observed'), value: json }),
  z.looseObject({
    status: z.literal('unavailable'),
    because: z.enum([
      'vantage',
      'permission',
      'consent',
      'prerequisite',
      'not-asked',
      'needs-sign-in',
      'cancelled',
      'deadline',
    ]),
  }),
  z.looseObject({ status: z.literal('crashed'), error: text }),
]);

/** The evidence map: what each probe brought back. */
export const evidence = z.nullable(z.record(z.string(), observation)).register(z.globalRegistry, {
  id: 'Evidence',
  description:
    'What each probe brought back, enough to judge the report again. { "exchange": "e3" } stands for the exchange with that id; { "literal": … } wraps foreign JSON that only looks like one of these two.',
}) as unknown as z.ZodMiniType<Json>;
