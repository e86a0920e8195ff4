import type { EvidenceKey, EvidenceMap } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { tokenForm } from '../../parsing/header-value.ts';
import { supportedVersions } from '../../parsing/negotiation.ts';
import { modernVersion } from '../../standards/protocol.ts';
import { negotiated, wayIn, wayInNeeds, type WayIn } from './way-in.ts';

/** What a probe must be able to wait for to know how the server can be spoken to behind its sign-in. */
export const signedInNeeds = [
  'sign-in',
  'signed-in-initialize',
  'signed-in-discover',
] as const satisfies readonly EvidenceKey[];

/** What a probe must be able to wait for to speak to the server as a connected client does. */
export const wayInsideNeeds = [
  ...wayInNeeds,
  'initialized',
  ...signedInNeeds,
  'signed-in-initialized',
  'signed-in-listing',
] as const satisfies readonly EvidenceKey[];

type Context<K extends EvidenceKey> = Pick<ProbeContext<never>, 'target' | 'memory'> & {
  when<W extends K>(key: W): Promise<Observation<EvidenceMap[W]>>;
};

/** The way in with the token, or null when nobody signed in or the token opens nothing. */
export async function signedInWay(context: Context<(typeof signedInNeeds)[number]>): Promise<WayIn | null> {
  const { target, memory } = context;
  if (observed(await context.when('sign-in'))?.failure !== null) return null;
  const initialize = observed(await context.when('signed-in-initialize'));
  const bearer = memory.tokens?.access ?? null;
  if (bearer === null || tokenForm(bearer) !== 'sendable') return null;
  if (initialize && resultObject(initialize.reply)) {
    const version = negotiated(initialize.reply);
    return { kind: 'legacy', url: target.endpoint, bearer, sessionId: memory.signedInSessionId, version };
  }
  const discover = observed(await context.when('signed-in-discover'));
  const isModern = discover !== undefined && supportedVersions(discover.reply).includes(modernVersion);
  return isModern ? { kind: 'modern', url: target.endpoint, bearer } : null;
}

/** The way to what a connected client sees: behind the sign-in where the run signed in, else the way in. Its handshake is over. */
export async function wayInside(context: Context<(typeof wayInsideNeeds)[number]>): Promise<WayIn | null> {
  if (await signedInWay(context)) {
    // The list may have been what needed more scope: the token is the one that came of it.
    await context.when('signed-in-listing');
    return signedInWay(context);
  }
  const way = await wayIn(context);
  if (way?.kind === 'legacy') await context.when('initialized');
  return way;
}

/** The listing that belongs to the way inside: the one with the token where there is one. */
export async function listingInside(
  context: Context<'listing' | 'signed-in-listing'>,
): Promise<EvidenceMap['listing'] | undefined> {
  return observed(await context.when('signed-in-listing')) ?? observed(await context.when('listing'));
}
