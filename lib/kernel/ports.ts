import type { SignInPort } from './sign-in-port.ts';
import type { BodyEnd, FailureReason, Headers, Hop, Timing } from './exchange.ts';

/** One HTTP request as a port takes it. */
export interface NetworkRequest {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD';
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string;
  /** At most this many redirects are followed, as an HTTP client does (303, and 301/302 after POST, become GET). 0 follows none. */
  readonly maxRedirects: number;
  /** Headers that must not travel to another origin in a redirect (lower case). */
  readonly secretHeaders: readonly string[];
  /** Stop reading after so many decoded bytes. */
  readonly maxBodyBytes: number;
  /** The body is no text (an image, say): it comes as `bytesBody`, and `text` stays empty. Default false. */
  readonly wantBytes?: boolean;
  /** Until the response's head, and for the whole exchange. */
  readonly headersTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Refuse to connect to addresses that are not globally routable. */
  readonly publicOnly: boolean;
  /** The one origin that the person named for this request, which may be private even so; null when there is none. */
  readonly namedOrigin: string | null;
  /** Called with each decoded piece of text; `stop` ends the exchange with `enough`. */
  readonly onText?: (piece: string) => 'go-on' | 'stop';
  /** Called when the head of the final response is there, before its body; `stop` ends the exchange with `enough`. */
  readonly onHead?: (head: { status: number; headers: Headers }) => 'go-on' | 'stop';
  readonly signal: AbortSignal;
}

/** What came back, with nothing redacted: stays inside the engine and the probe that asked. */
export type Received =
  | {
      readonly kind: 'response';
      readonly finalUrl: string;
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
      /** The decoded body where bytes were wanted. */
      readonly bytesBody?: Uint8Array;
      readonly bytes: number;
      readonly end: BodyEnd;
      readonly chunks: readonly { readonly atMs: number; readonly bytes: number }[];
      readonly redirects: readonly Hop[];
      readonly remoteAddress: string | null;
      readonly timing: Timing;
    }
  | {
      readonly kind: 'failure';
      readonly reason: FailureReason;
      readonly detail: string;
      readonly redirects: readonly Hop[];
      readonly remoteAddress: string | null;
      readonly timing: Timing;
    };

/** Sends HTTP requests. Never throws for what the network does; rejects only for a programmer's mistake. */
export interface NetworkPort {
  request(request: NetworkRequest): Promise<Received>;
}

/** The machine's own view of a name. */
export interface NameLookup {
  readonly a: readonly string[];
  readonly aaaa: readonly string[];
  /** `not-found`: no such name; `no-data`: the name has no address; `failed`: the resolver did not answer. */
  readonly failure: 'not-found' | 'no-data' | 'failed' | null;
  readonly detail: string;
}

export interface DnsPort {
  /** Asks the system's resolver (hosts file included) for A and AAAA. */
  lookup(hostname: string, signal: AbortSignal): Promise<NameLookup>;
}

/** One certificate of the chain that the server sent, leaf first. */
export interface CertificateInfo {
  readonly subject: string;
  readonly issuer: string;
  /** subjectAltName entries such as `DNS:a.example`, `IP Address:192.0.2.1`. */
  readonly names: readonly string[];
  /** RFC 3339. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly selfSigned: boolean;
  /** Where the issuer's certificate can be fetched (authority information access), if it says so. */
  readonly issuerUrl: string | null;
}

/**
 * What a TLS handshake showed. `trust`:
 * `public`: verified with the public roots (or with the CA that the person named);
 * `machine`: verified only with authorities that were added to this machine, so what is seen may be a company's TLS interception;
 * `none`: not verified, `problem` says why.
 */
export interface TlsPeer {
  readonly protocol: string | null;
  readonly chain: readonly CertificateInfo[];
  readonly trust: 'public' | 'machine' | 'none';
  readonly problem: Extract<
    FailureReason,
    'tls-expired' | 'tls-untrusted' | 'tls-name' | 'tls-chain' | 'tls-handshake'
  > | null;
  readonly detail: string;
}

export interface TlsPort {
  /** One handshake of its own. Resolves to a failure when there was none to look at. */
  inspect(
    host: string,
    port: number,
    signal: AbortSignal,
  ): Promise<
    | { readonly kind: 'peer'; readonly peer: TlsPeer }
    | { readonly kind: 'failure'; readonly reason: FailureReason; readonly detail: string }
  >;
}

export interface ClockPort {
  /** Unix time in milliseconds. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. Never rejects, and never keeps the process alive. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** What the machine knows of its own network. */
export interface Surroundings {
  /** False when it has no network at all; null when that cannot be told. */
  readonly online: boolean | null;
  /** The proxy that requests to this URL go through, without credentials; else null. */
  proxyFor(url: string): string | null;
  /** True where the head of an answer is seen with the first byte of its body only: a silent stream then looks like no answer. */
  readonly hidesSilentHeads?: boolean;
}

/** A missing port makes its sight `unavailable: vantage`. */
export interface Ports {
  readonly network: NetworkPort;
  readonly clock: ClockPort;
  readonly surroundings: Surroundings;
  readonly dns?: DnsPort;
  readonly tls?: TlsPort;
  readonly signIn?: SignInPort;
}
