import type { AccountAnswers } from './account.ts';
import type { Exchange } from './exchange.ts';
import type { Finding, Skipped, Who } from './finding.ts';
import type { FindingCode } from './finding-code.ts';
import type { Json } from './json.ts';
import type { Plan } from './probe.ts';
import type { StepNumber } from './step.ts';

export const reportSchema = 'connector-doctor/report@1';

export type Verdict = 'ready' | 'sign-in-needed' | 'degraded' | 'broken' | 'unknown';
export type RunStatus = 'complete' | 'interrupted' | 'deadline' | 'needs-permission' | 'cancelled';

/** A finding with its English words; screens render again in the reader's language from code and values. */
export interface WordedFinding extends Finding {
  readonly title: string;
  readonly detail: string;
  readonly fix: readonly Fix[];
  readonly who: Who;
  readonly sources: readonly string[];
}

export type Fix = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'guide'; readonly guide: string };

/** The step at which Claude stops, and the sentences that it may show there. */
export interface Stop {
  readonly step: StepNumber;
  readonly name: string;
  readonly claudeSays: readonly string[];
}

export interface RunFacts {
  readonly status: RunStatus;
  readonly plans: readonly Plan[];
  readonly consents: readonly string[];
  readonly missingOrigins: readonly string[];
  readonly durationMs: number;
}

export interface ConnectorFacts {
  readonly transport: 'streamable-http' | 'http+sse' | 'both' | null;
  readonly protocol: {
    readonly eras: readonly ('modern' | 'legacy')[];
    readonly versions: readonly string[];
    readonly negotiated: string | null;
  };
  readonly server: {
    readonly name: string | null;
    readonly title: string | null;
    readonly version: string | null;
    readonly instructionsLength: number;
  } | null;
  readonly auth: {
    readonly mode: 'none' | 'oauth' | 'partial' | 'static' | 'unknown';
    readonly resourceMetadataUrl: string | null;
    readonly authorizationServer: string | null;
    readonly metadataUrl: string | null;
    readonly registration: readonly ('cimd' | 'dcr')[];
    readonly pkce: readonly string[];
    readonly scopes: readonly string[];
    readonly provider: string | null;
  };
  readonly tools: {
    readonly count: number;
    readonly missingTitle: number;
    readonly missingHint: number;
    readonly invalidNames: number;
    /** By a rule of thumb over what a model is given: names, descriptions and input schemas. */
    readonly estimatedTokens: number;
    /** The first 2,000. */
    readonly items: readonly {
      readonly name: string;
      readonly title: string | null;
      readonly readOnly: boolean | null;
      readonly destructive: boolean | null;
      /** By the same rule of thumb. */
      readonly tokens?: number;
    }[];
  } | null;
  readonly resources: { readonly count: number; readonly apps: number } | null;
  readonly prompts: { readonly count: number } | null;
  readonly icons: {
    readonly shown: Json;
    readonly google: readonly Json[];
    readonly site: readonly Json[];
    readonly server: readonly Json[];
  };
  readonly tls: {
    readonly protocol: string | null;
    readonly issuer: string | null;
    readonly notAfter: string | null;
    readonly chainComplete: boolean | null;
  } | null;
  readonly dns: { readonly public: readonly string[]; readonly local: readonly string[] } | null;
  readonly timing: { readonly totalMs: number; readonly requests: number; readonly roundTrips: number };
}

/** What the person who hands a report on may leave out of it, beside the secrets that are never in it. */
export const withholdable = ['host', 'paths', 'addresses', 'extensions', 'system', 'tools', 'exchanges'] as const;

export type Withheld = (typeof withholdable)[number];

/** What is left of a JSON Web Token that was taken out: nothing that opens anything or names anybody. @see https://www.rfc-editor.org/rfc/rfc7519 */
export interface TokenShape {
  /** What stands in its place: `redacted-token-1`. */
  readonly mark: string;
  /** The header’s members that say how it was signed: `alg`, `typ`, `cty`, `enc`, `zip`, `crit`. */
  readonly header: Readonly<Record<string, string>>;
  /** The names of its claims, in its order. Empty for an encrypted one. */
  readonly claims: readonly string[];
}

/** `connector-doctor/report@1`. Members are a public contract: the schema may add, never change. */
export interface Report {
  readonly schema: typeof reportSchema;
  readonly tool: { readonly version: string };
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  /** RFC 3339, UTC; there when a saved report was judged again. */
  readonly judgedAgainAt?: string;
  readonly vantage: 'extension' | 'cli';
  readonly subject: 'connector' | 'browser' | 'bundle';
  readonly target: { readonly url: string; readonly host: string } | { readonly file: string } | null;
  readonly run: RunFacts;
  readonly claude: Json;
  readonly environment: {
    readonly browser: string | null;
    readonly os: string | null;
    readonly language: string | null;
  } | null;
  /** What the person told; answers that a report lacks were not asked. */
  readonly account: Partial<AccountAnswers> | null;
  readonly note: string | null;
  readonly verdict: Verdict;
  readonly primary: { readonly id: string; readonly code: FindingCode } | null;
  readonly stop: Stop | null;
  readonly findings: readonly WordedFinding[];
  readonly passed: readonly FindingCode[];
  readonly skipped: readonly Skipped[];
  readonly facts: ConnectorFacts;
  readonly exchanges: readonly Exchange[];
  /** The evidence map as observations, exchanges replaced by `{ "exchange": "e3" }`. */
  readonly evidence: Json;
  readonly readiness: Json;
  readonly redactions: readonly { readonly what: string; readonly why: string }[];
  /** Each JSON Web Token among what was taken out. */
  readonly tokenShapes?: readonly TokenShape[];
  /** What whoever handed the report on left out of it; not there when nothing was. */
  readonly withheld?: readonly Withheld[];
}
