import * as z from 'zod/mini';
import { goals, logAnswers, plans, roles } from '../../kernel/account.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { reportSchema as reportSchemaName, withholdable, type Report } from '../../kernel/report.ts';
import { mostExchanges } from './limits.ts';
import {
  code,
  count,
  duration,
  evidence,
  exchange,
  fewTexts,
  finding,
  json,
  short,
  skipped,
  step,
  text,
  textOrNull,
  texts,
} from './schema-parts.ts';

const run = z.looseObject({
  status: z.enum(['complete', 'interrupted', 'deadline', 'needs-permission', 'cancelled']),
  plans: z.array(z.enum(['walk', 'side', 'wider', 'active', 'signed-in'])),
  consents: fewTexts,
  missingOrigins: fewTexts,
  durationMs: duration,
});

const tool = z.looseObject({
  name: text,
  title: textOrNull,
  readOnly: z.nullable(z.boolean()),
  destructive: z.nullable(z.boolean()),
  tokens: z.exactOptional(count),
});

const facts = z.looseObject({
  transport: z.nullable(z.enum(['streamable-http', 'http+sse', 'both'])),
  protocol: z.looseObject({ eras: z.array(z.enum(['modern', 'legacy'])), versions: texts, negotiated: textOrNull }),
  server: z.nullable(
    z.looseObject({ name: textOrNull, title: textOrNull, version: textOrNull, instructionsLength: count }),
  ),
  auth: z.looseObject({
    mode: z.enum(['none', 'oauth', 'partial', 'static', 'unknown']),
    resourceMetadataUrl: textOrNull,
    authorizationServer: textOrNull,
    metadataUrl: textOrNull,
    registration: z.array(z.enum(['cimd', 'dcr'])),
    pkce: texts,
    scopes: texts,
    provider: textOrNull,
  }),
  tools: z.nullable(
    z.looseObject({
      count,
      missingTitle: count,
      missingHint: count,
      invalidNames: count,
      estimatedTokens: count,
      items: z.array(tool),
    }),
  ),
  resources: z.nullable(z.looseObject({ count, apps: count })),
  prompts: z.nullable(z.looseObject({ count })),
  icons: z.looseObject({ shown: json, google: z.array(json), site: z.array(json), server: z.array(json) }),
  tls: z.nullable(
    z.looseObject({
      protocol: textOrNull,
      issuer: textOrNull,
      notAfter: textOrNull,
      chainComplete: z.nullable(z.boolean()),
    }),
  ),
  dns: z.nullable(z.looseObject({ public: texts, local: texts })),
  timing: z.looseObject({ totalMs: duration, requests: count, roundTrips: count }),
});

const account = z.looseObject({
  plan: z.exactOptional(z.nullable(z.enum(plans))),
  role: z.exactOptional(z.nullable(z.enum(roles))),
  goal: z.exactOptional(z.nullable(z.enum(goals))),
  hasCustom: z.exactOptional(z.nullable(z.boolean())),
  serverLog: z.exactOptional(z.nullable(z.enum(logAnswers))),
});

const target = z.union([z.looseObject({ url: text, host: text }), z.looseObject({ file: text })]);

/**
 * `connector-doctor/report@1` as a zod schema: strict about the members that are promised, open for further ones.
 * @see product.md “The report”
 */
export const reportShape = z.looseObject({
  schema: z.literal(reportSchemaName),
  tool: z.looseObject({ version: text }),
  createdAt: z.iso.datetime(),
  judgedAgainAt: z.exactOptional(z.iso.datetime()),
  vantage: z.enum(['extension', 'cli']),
  subject: z.enum(['connector', 'browser', 'bundle']),
  target: z.nullable(target),
  run,
  claude: json,
  environment: z.nullable(z.looseObject({ browser: textOrNull, os: textOrNull, language: textOrNull })),
  account: z.nullable(account),
  note: textOrNull,
  verdict: z.enum(['ready', 'sign-in-needed', 'degraded', 'broken', 'unknown']),
  primary: z.nullable(z.looseObject({ id: text, code })),
  stop: z.nullable(z.looseObject({ step, name: text, claudeSays: fewTexts })),
  findings: short(finding),
  passed: short(code),
  skipped: short(skipped),
  facts,
  exchanges: short(exchange, mostExchanges),
  evidence,
  readiness: json,
  redactions: short(z.looseObject({ what: text, why: text })),
  tokenShapes: z.exactOptional(
    short(z.looseObject({ mark: text, header: z.record(z.string(), text), claims: fewTexts })),
  ),
  withheld: z.exactOptional(short(z.enum(withholdable))),
}) satisfies z.ZodMiniType<Report>;

/** The published JSON Schema (draft 2020-12) of the report: what `connector-doctor schema` prints. */
export function reportJsonSchema(): JsonObject {
  const generated = z.toJSONSchema(reportShape, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: reportSchemaName,
    description:
      'A report of Connector Doctor. Members that stand here keep their meaning; later versions may add members and codes.',
    ...(JSON.parse(JSON.stringify(generated)) as JsonObject),
  };
}
