import type { ToldEvidenceMap } from './account.ts';
import type { BrowserEvidenceMap } from './evidence-browser.ts';
import type { AuthorizationPage, Registration, RegistrationRemoval, TokenRequest } from './evidence-active.ts';
import type { AuthorizationServer, DocumentAttempt, DocumentForm, Documents } from './evidence-documents.ts';
import type { CallSignIn, EndpointLook } from './evidence-sign-in.ts';
import type { Leaving, Refresh, SignIn, StepUp } from './evidence-signed-in.ts';
import type { AppReads, Offers } from './evidence-offers.ts';
import type { BundleEvidence } from './evidence-bundle.ts';
import type { ListingEvidence } from './evidence-listing.ts';
import type { FaviconService, IconDomains, ServerIcon, SiteIcons } from './evidence-icons.ts';
import type { Exchange } from './exchange.ts';
import type { Json, JsonObject } from './json.ts';
import type { CertificateInfo, NameLookup, TlsPeer } from './ports.ts';
import type { RpcEvidence } from './rpc-evidence.ts';
import type { RpcReply } from './rpc-reply.ts';
import type { TypedTarget } from './target.ts';

/**
 * Everything that probes can bring back, one member a probe. Plain JSON, free of secrets, so that it can be saved and judged again.
 * Exchanges stand in it by value; the codec writes them once and refers to them by id.
 */
export interface EvidenceMap extends BrowserEvidenceMap, ToldEvidenceMap, BundleEvidenceMap {
  /** What was typed, and under which conditions the run looks at it. */
  readonly typed: TypedEvidence;
  /** This machine's network: whether it is online, and the proxy on the way. */
  readonly surroundings: { readonly online: boolean | null; readonly proxy: string | null };
  /** The system resolver's answer for the target's host. */
  readonly 'local-resolution': NameLookup & { readonly host: string; readonly literal: boolean };
  /** A public resolver's answer (DNS over HTTPS), when the person allowed it. */
  readonly 'public-resolution': PublicResolution;
  /** The certificate chain of the target's host, and of an authorization server on another host. */
  readonly certificate: {
    readonly host: string;
    readonly port: number;
    readonly peer: TlsPeer | null;
    readonly failure: string | null;
  };
  /** Walk: POST initialize (versions before 2026-07-28). */
  readonly initialize: RpcEvidence & { readonly sessionIssued: boolean; readonly offeredVersion: string };
  /** Walk: POST server/discover (2026-07-28). */
  readonly discover: RpcEvidence;
  /** Walk: the same initialize on the form with the trailing slash, after the stripped form failed. */
  readonly 'slash-form': RpcEvidence & { readonly url: string };
  /** Walk: GET for the legacy HTTP+SSE transport, as a client does after a refused POST. */
  readonly 'legacy-sse': LegacySse;
  /** Walk: notifications/initialized. */
  readonly initialized: { readonly exchange: Exchange };
  /** Walk: tools/list, all pages. */
  readonly listing: Listing;
  /** Walk: DELETE of our own session. */
  readonly closing: { readonly exchange: Exchange };
  /** Walk: protected resource metadata after a 401, in Claude's order. */
  readonly 'resource-metadata': Documents;
  /** Walk: authorization server metadata for the first issuer named, or for the origin when there is no resource metadata. */
  readonly 'authorization-server': AuthorizationServer;
  /** Walk: /authorize, /token and /register at the origin, when no metadata was found at all. */
  readonly 'default-endpoints': {
    readonly endpoints: readonly { readonly path: string; readonly exchange: Exchange; readonly exists: boolean }[];
  };
  /** Side: protected resource metadata of a server that answered without a sign-in. */
  readonly 'open-metadata': Documents;
  /** Side: tools/call of a made-up tool name on an open server that serves valid metadata. */
  readonly 'made-up-call': RpcEvidence;
  /** Side: where the sign-in leads for which a made-up call was refused with 401, on a server that lists its tools to everybody. */
  readonly 'call-sign-in': CallSignIn;
  /** Side: the endpoints that the authorization server's metadata names, asked with GET. */
  readonly 'sign-in-endpoints': { readonly endpoints: readonly EndpointLook[] };
  /** Active: registrations with Claude's client metadata. */
  readonly registration: Registration;
  /** Active: the authorization request as Claude makes it, up to the first page. */
  readonly 'authorization-page': AuthorizationPage;
  /** Active: the token endpoint with a made-up code. */
  readonly 'token-request': TokenRequest;
  /** Active: the removal of what was registered. */
  readonly 'registration-removal': { readonly removals: readonly RegistrationRemoval[] };
  /** Signed-in: the sign-in itself, up to the token. */
  readonly 'sign-in': SignIn;
  /** Signed-in: initialize, server/discover, notifications/initialized, the older transport and tools/list, with the token. */
  readonly 'signed-in-initialize': EvidenceMap['initialize'];
  readonly 'signed-in-discover': RpcEvidence;
  readonly 'signed-in-legacy-sse': LegacySse;
  readonly 'signed-in-initialized': { readonly exchange: Exchange };
  readonly 'signed-in-listing': Listing;
  /** Signed-in: tools/call of a made-up tool name, with the token: calls may want more scope than listing. */
  readonly 'signed-in-call': RpcEvidence;
  /** Signed-in: the second sign-in, after the token's scope did not suffice. */
  readonly 'step-up': StepUp;
  /** Signed-in: the refresh token, used twice. */
  readonly refresh: Refresh;
  /** Signed-in: revocation of the tokens and removal of the client, at the very end. */
  readonly leaving: Leaving;
  /** Side: the request that was refused with 401, again with a token that nobody issued. */
  readonly 'made-up-bearer': RpcEvidence;
  /** Side: GET on the endpoint; reading stops at the head of an event stream (or at a legacy `endpoint` event that comes at once). */
  readonly 'listen-stream': { readonly exchange: Exchange; readonly endpointEvent: boolean };
  /** Side: the lists of resources, resource templates and prompts, as far as the server declares them. */
  readonly offers: Offers;
  /** Side: the pages of the MCP Apps that tools name. */
  readonly 'app-reads': AppReads;
  /** Side: a made-up Mcp-Session-Id. */
  readonly 'stale-session': RpcEvidence;
  /** Side, after the listing: a made-up MCP-Protocol-Version on our own session. */
  readonly 'odd-version': RpcEvidence & { readonly sentVersion: string };
  /** Side: ping (versions before 2026-07-28). */
  readonly ping: RpcEvidence;
  /** Side: the same request with a browser's Origin. */
  readonly 'browser-origin': RpcEvidence & { readonly origin: string };
  /** Side: requests repeated with Claude's and a browser's User-Agent. */
  readonly 'user-agents': UserAgents;
  /** Side, modern: MCP-Protocol-Version header and body disagree. */
  readonly 'header-mismatch': RpcEvidence;
  /** Side: what the site on the connector's own origin says of its icon. */
  readonly 'site-icons': SiteIcons & { readonly domains: IconDomains };
  /** Wider: the same of the registrable domain, where the connector's host shows none. */
  readonly 'parent-icons': SiteIcons;
  /** Side, by the person's word: what Google's favicon service shows. */
  readonly 'favicon-service': FaviconService;
  /** Side: the icons in `serverInfo`, the first four of them looked at. */
  readonly 'server-icons': { readonly given: number; readonly icons: readonly ServerIcon[] };
  /** Wider: initialize on nearby paths. */
  readonly 'nearby-paths': { readonly tried: readonly NearbyPath[] };
  /** Wider: initialize with an older version, after the offered one was refused or got no reply. */
  readonly 'older-version': { readonly tried: readonly (RpcEvidence & { readonly version: string })[] };
  /** Wider: the refused request again without MCP-Protocol-Version. */
  readonly 'without-version-header': RpcEvidence;
  /** Wider: resource metadata where clients do not look. */
  readonly 'misplaced-resource-metadata': Documents;
  /** Wider: authorization server metadata where clients do not look for this issuer. */
  readonly 'misplaced-server-metadata': Documents;
  /** Wider: metadata of the authorization servers named after the first. */
  readonly 'later-servers': { readonly servers: readonly AuthorizationServer[] };
  /** Wider: resource metadata of a server that refuses without a 401, to see whether it means a sign-in. */
  readonly 'metadata-without-challenge': Documents;
  /** Side, where the author told of a listing: what was told, and the pages that it names. */
  readonly 'directory-listing': ListingEvidence;
}

export type EvidenceKey = keyof EvidenceMap;

/** What probes of a connector bring back, without what a look at a browser does and what is only told. */
export type ProbedKey = Exclude<
  EvidenceKey,
  keyof BrowserEvidenceMap | keyof ToldEvidenceMap | keyof BundleEvidenceMap
>;

/** What opening a bundle brings back: a report of one holds nothing else. */
export interface BundleEvidenceMap {
  readonly bundle: BundleEvidence;
}

export interface TypedEvidence extends TypedTarget {
  /** `--local`: judged as if it stood behind a public https name. */
  readonly local: boolean;
  /** Some host is dialled elsewhere (`--connect-to`): the address is no evidence. */
  readonly connectTo: boolean;
  /** The person's own request headers (names only). */
  readonly headerNames: readonly string[];
  /** How the person's own client is known to the authorization server (`--client-id`, `--client-metadata-url`); null when nobody made one. */
  readonly clientGiven: 'id' | 'id-and-secret' | 'metadata-document' | null;
  /** Milliseconds that one step may take. */
  readonly stepTimeoutMs: number;
}

export interface PublicResolution {
  readonly host: string;
  readonly resolver: string;
  /** `unavailable`: the resolver itself could not be asked; its answers are empty then. */
  readonly status: 'answered' | 'not-found' | 'unavailable';
  readonly a: readonly string[];
  readonly aaaa: readonly string[];
  readonly detail: string;
}

export interface LegacySse {
  /** The GET that should open the stream. */
  readonly stream: Exchange;
  /** The message endpoint that the `endpoint` event named, absolute (redacted), else null. */
  readonly endpoint: string | null;
  /** The endpoint was on another origin, or private, and was not asked. */
  readonly refusedEndpoint: boolean;
  /** initialize, posted to the message endpoint; the reply comes on the stream. */
  readonly initialize: RpcEvidence | null;
  readonly listing: Listing | null;
  /** True when a client would have come here by itself: the POST was answered by 400, 404 or 405. */
  readonly asClient: boolean;
}

export interface Listing {
  readonly era: 'legacy' | 'modern';
  readonly pages: readonly RpcEvidence[];
  /** The tools as listed, in order, of all pages that could be read. */
  readonly tools: readonly Json[];
  readonly end: 'complete' | 'failed' | 'cursor-repeated' | 'too-many-pages' | 'not-a-list';
}

export interface UserAgents {
  readonly repeats: readonly {
    /** What was repeated: the MCP request, or a metadata document. */
    readonly what: 'mcp' | 'resource-metadata' | 'authorization-server';
    readonly as: 'claude' | 'claude-discovery' | 'browser';
    readonly userAgent: string;
    readonly exchange: Exchange;
    /** The same request with our own User-Agent. */
    readonly plain: Exchange;
    /** The same again with our own User-Agent, after the other name was refused or lost: tells a limit from a refusal by name. */
    readonly control?: Exchange;
    /** The names of the tools in the order of the answer, where the first page of the listing was repeated. */
    readonly tools?: readonly string[];
  }[];
}

export interface NearbyPath {
  readonly url: string;
  readonly transport: 'streamable-http' | 'http+sse';
  readonly exchange: Exchange;
  readonly reply: RpcReply;
  /** It answered as MCP, or with a 401 that names a Bearer challenge. */
  readonly looksLikeMcp: boolean;
}

export type { AuthorizationServer, CertificateInfo, DocumentAttempt, DocumentForm, Documents, JsonObject, RpcEvidence };
