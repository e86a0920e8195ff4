import type { EvidenceKey, EvidenceMap } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import { resultObject, type RpcReply } from '../../kernel/rpc-reply.ts';
import { negotiatedVersion, supportedVersions } from '../../parsing/negotiation.ts';
import { modernVersion, offeredVersion } from '../../standards/protocol.ts';
import type { RpcRequest } from './rpc-request.ts';

/** What a probe must be able to wait for to know how the server can be spoken to. */
export const wayInNeeds = ['initialize', 'slash-form', 'discover'] as const satisfies readonly EvidenceKey[];

/** How the server at the endpoint can be spoken to over Streamable HTTP. */
export type WayIn = {
  readonly url: string;
  /** The access token, behind a sign-in. */ readonly bearer: string | null;
} & (
  { readonly kind: 'legacy'; readonly sessionId: string | null; readonly version: string } | { readonly kind: 'modern' }
);

/** Any probe context that can wait for the opening observations. */
export interface WayInContext {
  readonly target: ProbeContext<never>['target'];
  readonly memory: ProbeContext<never>['memory'];
  when<K extends (typeof wayInNeeds)[number]>(key: K): Promise<Observation<EvidenceMap[K]>>;
}

/**
 * Finds the way in, or null when there is none over Streamable HTTP. A working initialize is taken at once, without waiting for
 * the modern request: one era must never hold up the other.
 */
export async function wayIn(context: WayInContext): Promise<WayIn | null> {
  const { target, memory } = context;
  const initialize = observed(await context.when('initialize'));
  if (initialize && resultObject(initialize.reply)) {
    return {
      kind: 'legacy',
      url: target.endpoint,
      bearer: null,
      sessionId: memory.sessionId,
      version: negotiated(initialize.reply),
    };
  }
  const discover = observed(await context.when('discover'));
  if (discover && supportedVersions(discover.reply).includes(modernVersion))
    return { kind: 'modern', url: target.endpoint, bearer: null };
  const slash = observed(await context.when('slash-form'));
  if (slash && resultObject(slash.reply) && target.slashEndpoint !== null) {
    return {
      kind: 'legacy',
      url: target.slashEndpoint,
      bearer: null,
      sessionId: memory.sessionId,
      version: negotiated(slash.reply),
    };
  }
  return null;
}

/** What a request over this way says of it: address, era, session, version and token. */
export function over(way: WayIn): Pick<RpcRequest, 'url' | 'era' | 'sessionId' | 'protocolVersion' | 'bearer'> {
  const { url, kind: era, bearer } = way;
  return { url, era, bearer, ...(way.kind === 'legacy' && { sessionId: way.sessionId, protocolVersion: way.version }) };
}

/** The version that initialize settled on; what we offered when the server left it out. */
export function negotiated(reply: RpcReply): string {
  return negotiatedVersion(reply) ?? offeredVersion;
}
