import type { ProbedKey, EvidenceMap, TypedEvidence } from './evidence.ts';
import type { RegisteredAs } from './evidence-active.ts';
import type { BodyEnd, Exchange, Headers, ResponseExchange } from './exchange.ts';
import type { NetworkRequest, Ports, Received } from './ports.ts';
import type { ListingDraft } from './listing.ts';
import type { Observation, UnavailableBecause } from './observation.ts';
import type { SeenPicture } from './picture.ts';
import type { ClientManagement, SignedInMemory, Tokens } from './signed-in-memory.ts';
import type { StepNumber } from './step.ts';
import type { Target } from './target.ts';

/** See product.md: the walk is what Claude asks; the others explain. */
export type Plan = 'walk' | 'side' | 'wider' | 'active' | 'signed-in';

/** A request as probes state it; the recorder adds limits, our User-Agent and the redaction. */
export interface Ask {
  readonly step: StepNumber | null;
  readonly method: NetworkRequest['method'];
  readonly url: string;
  readonly headers?: Headers;
  readonly body?: string;
  readonly era?: 'legacy' | 'modern';
  readonly userAgent?: string;
  readonly origin?: string;
  /** Default 10, what Claude's HTTP client follows at most before we call it a loop. */
  readonly maxRedirects?: number;
  /** `step`: the step limit (default). `side`: the shorter limit of observations that must not hold the run. */
  readonly limit?: 'step' | 'side';
  /** Read no more than so many decoded bytes of the body; the run's own limit holds besides. */
  readonly maxBytes?: number;
  /** Its small answer is needed whatever else the run has read: a reserve is kept for it. Default false. */
  readonly fromReserve?: boolean;
  /** The body is wanted as bytes, in `Answer.bytes`; nothing of it is recorded but its length. Default false. */
  readonly wantBytes?: boolean;
  /** The answer is asked for secrets: then every opaque value in its body is one, whatever its name. */
  readonly answerHolds?: 'tokens' | 'client';
  /** The request goes to the resolver that the person named, not to the connector. Default false. */
  readonly toResolver?: boolean;
  /** Send the person's own request headers along (only to the target's origin). Default false. */
  readonly withOwnHeaders?: boolean;
  readonly onText?: NetworkRequest['onText'];
  readonly onHead?: NetworkRequest['onHead'];
  /** Ends this request before its time, in addition to the run's own signal. */
  readonly signal?: AbortSignal;
}

/** The recorded exchange (redacted), and what a probe may use of the raw answer before it is forgotten. */
export type Answer =
  | {
      readonly kind: 'response';
      readonly exchange: ResponseExchange;
      readonly text: string;
      /** There where bytes were wanted. */
      readonly bytes?: Uint8Array;
      readonly headers: Headers;
      readonly end: BodyEnd;
      readonly finalUrl: string;
    }
  | {
      readonly kind: 'failure';
      readonly exchange: Exchange;
      readonly received: Extract<Received, { kind: 'failure' }>;
    };

export interface ProbeContext<N extends ProbedKey> {
  readonly target: Target;
  readonly ports: Omit<Ports, 'network'>;
  /** Sends a request and records it. */
  ask(request: Ask): Promise<Answer>;
  /** Waits for an earlier observation. Only those declared in `after` can be waited for. */
  when<K extends N>(key: K): Promise<Observation<EvidenceMap[K]>>;
  readonly options: RunOptions;
  readonly memory: RunMemory;
  readonly signal: AbortSignal;
  /** Takes secrets out of text, and out of a URL, before it becomes evidence. */
  redact(text: string): string;
  redactUrl(url: string): string;
  /** Makes a value known as a secret before it is sent or recorded anywhere; `kind` says in one word what it is. */
  keepSecret(value: string, kind: string): void;
  /** Keeps a whole picture beside the report, where somebody wants it; what is evidence of it stays numbers alone. */
  keepPicture(about: Omit<SeenPicture, 'base64'>, bytes: Uint8Array): void;
}

/** What the person chose for a run, as far as probes need it. */
export interface RunOptions {
  readonly plans: readonly Plan[];
  /** The DNS-over-HTTPS endpoint that may be asked, or null when nobody allowed one. */
  readonly resolver: string | null;
  readonly connectTo: boolean;
  /** `--thorough`: the wider look also where nothing failed. */
  readonly thorough: boolean;
  readonly headerNames: readonly string[];
  /** The client that was registered beforehand, or is described by a document, for the active and signed-in plans. */
  readonly client: ClientIdentity;
  /** Follow the authorization server's redirects without a browser: for servers that approve by themselves. */
  readonly headlessConsent: boolean;
  /** Google's favicon service may be asked. */
  readonly faviconService: boolean;
  /** What the author means to write into the directory’s form; nothing where nobody told. */
  readonly listing?: ListingDraft | null;
  readonly stepTimeoutMs: number;
  readonly sideTimeoutMs: number;
}

/** How the person's own client is known to the authorization server; all null when it is not. */
export interface ClientIdentity {
  readonly id: string | null;
  /** Never recorded. */
  readonly secret: string | null;
  /** Address of a client ID metadata document that the author hosts. */
  readonly metadataUrl: string | null;
  /** The loopback address to which the authorization server may send this client back; absent when any will do. */
  readonly callback?: string;
}

/** Nobody made a client for us. */
export const noClient: ClientIdentity = { id: null, secret: null, metadataUrl: null };

/** Which kind of client was given, without saying which. */
export function clientGiven({ id, secret, metadataUrl }: ClientIdentity): TypedEvidence['clientGiven'] {
  if (id !== null) return secret === null ? 'id' : 'id-and-secret';
  return metadataUrl === null ? null : 'metadata-document';
}

/** Secrets of one run that later requests need. Never recorded. */
export interface RunMemory {
  /** The session id that initialize was given. */
  sessionId: string | null;
  /** The session id that initialize was given after the sign-in. */
  signedInSessionId: string | null;
  /** What the token endpoint issued last. */
  tokens: Tokens | null;
  /** The sign-in that the tokens came from. */
  signIn: SignedInMemory | null;
  /** The clients that the active plan registered, for its later requests and so that they can be removed again. */
  registrations: readonly RegisteredClient[];
}

/** A client that was registered, and where its registration is managed (RFC 7592) when the answer said so. */
export interface RegisteredClient {
  readonly as: RegisteredAs;
  readonly id: string;
  readonly secret: string | null;
  /** Its `token_endpoint_auth_method`, as the answer has it. */
  readonly authMethod: string | null;
  readonly management: ClientManagement | null;
}

/** A reason instead of a value: ends a probe early. */
export class Unavailable {
  readonly because: UnavailableBecause;
  constructor(because: UnavailableBecause) {
    this.because = because;
  }
}

/**
 * Does I/O through ports and never judges.
 * `collect` may run beside all others; it waits for what it needs with `when`, and answers `Unavailable` when there is nothing to look at.
 */
export interface Probe<K extends ProbedKey = ProbedKey, N extends ProbedKey = ProbedKey> {
  readonly key: K;
  readonly after: readonly N[];
  readonly plan: Plan;
  readonly needsPort?: 'dns' | 'tls' | 'signIn';
  /**
   * It takes back what the run made on the other side, and so it may still ask for a short while after the run has ended: then its
   * `signal` and its requests outlive the run's own, and all that it waits for has settled. Default false.
   */
  readonly cleansUp?: boolean;
  collect(context: ProbeContext<N>): Promise<EvidenceMap[K] | Unavailable>;
}

/** A probe whose parameters nobody needs to know: what a catalog holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the engine hands each probe exactly the context that it declares
export type AnyProbe = Probe<any, any>;

/** Keeps the literal types of a probe, so that `when` knows what it returns. */
export function defineProbe<const K extends ProbedKey, const N extends ProbedKey = never>(
  probe: Probe<K, N>,
): Probe<K, N> {
  return probe;
}
