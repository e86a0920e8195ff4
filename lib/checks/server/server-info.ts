import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { longInstructions } from '../../standards/limits.ts';
import { opening, openingUses } from '../transport/opening.ts';
import { sources } from '../transport/sources.ts';

type Code = 'server.info-incomplete' | 'server.instructions-long';

const modernServerInfo = 'https://modelcontextprotocol.io/specification/2026-07-28/server/discover';

/** What does the server say of itself? */
export const serverInfo = defineCheck({
  topic: 'server-info',
  needs: ['initialize'],
  uses: openingUses,
  afterSignIn: true,
  codes: {
    'server.info-incomplete': {
      severity: 'warning',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title:
        'The server does not say its {missing, select, name {name} version {version} other {name and its version}}',
      detail:
        'In its answer to {method}, {member} {missing, select, all {is missing} name {has no name} version {has no version} other {has neither a name nor a version}}. Clients show both in lists and logs; without them it is hard to tell which server, or which release of it, has answered.',
      fix: 'Give the server a name and a version; the official SDKs ask for both where the server is made.',
      sources: [sources.initialization, modernServerInfo],
    },
    'server.instructions-long': {
      severity: 'note',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'Long instructions: {length} characters',
      detail:
        'Claude Code cuts instructions off after 2 KB without a word. For Claude’s other apps nothing is documented, and people saw some of them use no instructions at all.',
      fix: 'Put what matters most first, and move what belongs to one tool into that tool’s description.',
      sources: ['https://code.claude.com/docs/en/mcp', 'https://github.com/anthropics/claude-code/issues/43749'],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', 'server.info-incomplete', 'server.instructions-long')];
    const result = opened.kind === 'works' ? resultObject(opened.reply) : undefined;
    if (opened.kind !== 'works' || !result) {
      return [skip('not-reached', 'server.info-incomplete', 'server.instructions-long')];
    }
    const evidence = [opened.exchange];
    const length = stringMember(result, 'instructions')?.length ?? 0;
    return [
      ...(opened.way === 'modern' ? modernInfo(result, evidence) : legacyInfo(result, evidence)),
      ...(length > longInstructions ? [found('server.instructions-long', { values: { length }, evidence })] : []),
    ];
  },
});

/** A handshake that lacks these members altogether is no handshake to the official clients, which is another code’s to say. */
function legacyInfo(result: JsonObject, evidence: readonly Exchange[]): Outcome<Code>[] {
  const info = result['serverInfo'];
  const [name, version] = [stringMember(info, 'name'), stringMember(info, 'version')];
  if (name === undefined || version === undefined) return [skip('not-applicable', 'server.info-incomplete')];
  return incomplete(info, { method: 'initialize', member: 'serverInfo' }, evidence);
}

function modernInfo(result: JsonObject, evidence: readonly Exchange[]): Outcome<Code>[] {
  const member = 'io.modelcontextprotocol/serverInfo';
  const meta = result['_meta'];
  const info = isJsonObject(meta) ? meta[member] : undefined;
  return incomplete(info, { method: 'server/discover', member: `_meta[“${member}”]` }, evidence);
}

function incomplete(
  info: Json | undefined,
  where: { readonly method: string; readonly member: string },
  evidence: readonly Exchange[],
): Outcome<Code>[] {
  const [named, versioned] = [isSaid(info, 'name'), isSaid(info, 'version')];
  if (named && versioned) return [];
  const missing = !isJsonObject(info) ? 'all' : named ? 'version' : versioned ? 'name' : 'both';
  return [found('server.info-incomplete', { values: { ...where, missing }, evidence })];
}

function isSaid(info: Json | undefined, member: string): boolean {
  return (stringMember(info, member) ?? '').trim() !== '';
}
