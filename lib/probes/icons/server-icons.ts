import type { ServerIcon } from '../../kernel/evidence-icons.ts';
import { stringMember, stringsMember, type Json } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import type { RpcReply } from '../../kernel/rpc-reply.ts';
import { serverInfoOf } from '../../parsing/server-info.ts';
import { challengeNeeds, signInChallenge } from '../auth/sign-in-challenge.ts';
import { signedInNeeds } from '../transport/way-inside.ts';
import type { IconContext } from './ask-for-bytes.ts';

const mostIcons = 4;

/**
 * The icons that the server gives of itself, each loaded without credentials.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/index#icons
 */
export const serverIcons = defineProbe({
  key: 'server-icons',
  after: [...challengeNeeds, ...signedInNeeds],
  plan: 'side',
  async collect(context) {
    const info = await firstServerInfo(context);
    if (!info) return new Unavailable((await signInChallenge(context)) ? 'needs-sign-in' : 'prerequisite');
    const given = info['icons'];
    const icons: readonly Json[] = Array.isArray(given) ? given : [];
    const looked = await Promise.all(icons.slice(0, mostIcons).map((icon) => lookAt(context, icon)));
    return { given: icons.length, icons: looked };
  },
});

async function firstServerInfo(
  context: ProbeContext<(typeof challengeNeeds)[number] | (typeof signedInNeeds)[number]>,
) {
  const keys = ['initialize', 'discover', 'slash-form', 'signed-in-initialize', 'signed-in-discover'] as const;
  for (const key of keys) {
    const info = infoIn(observed(await context.when(key))?.reply);
    if (info) return info;
  }
  return infoIn(observed(await context.when('legacy-sse'))?.initialize?.reply);
}

function infoIn(reply: RpcReply | undefined) {
  return reply?.kind === 'result' ? serverInfoOf(reply.result) : undefined;
}

async function lookAt(context: IconContext, icon: Json): Promise<ServerIcon> {
  const src = stringMember(icon, 'src') ?? '';
  const { loadIcon } = await import('./load-icon.ts');
  const attempt = await loadIcon(context, src, 'server');
  return {
    ...attempt,
    sizes: (stringsMember(icon, 'sizes') ?? []).slice(0, 8).map((size) => context.redact(size.slice(0, 20))),
    mimeType: short(context, icon, 'mimeType'),
    theme: short(context, icon, 'theme'),
  };
}

function short(context: IconContext, icon: Json, member: string): string | null {
  const text = stringMember(icon, member);
  return text === undefined ? null : context.redact(text.slice(0, 60));
}
