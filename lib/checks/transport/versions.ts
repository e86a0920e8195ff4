import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { isJsonObject, stringsMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { RpcError, RpcReply } from '../../kernel/rpc-reply.ts';
import { negotiatedVersion } from '../../parsing/negotiation.ts';
import { claudeVersions, modernVersion } from '../../standards/protocol.ts';
import { speaksModern } from '../http/first-answer.ts';
import { answered, answerValues } from './answer-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { opening, openingUses, type Opening, type OpeningSeen } from './opening.ts';
import { isOverload } from './overload.ts';
import { issue, sources } from './sources.ts';
import { whyNot } from './why-not.ts';

type Code =
  'transport.version-unsupported' | 'transport.version-not-negotiated' | 'transport.modern-only' | 'transport.dual-era';

/** What the judgement on versions rests on. */
export type VersionsSeen = OpeningSeen & { readonly 'older-version': Observation<EvidenceMap['older-version']> };

/** What `versionDefect` wants beside `openingUses`. */
export const versionUses = [...openingUses, 'older-version'] as const;

/** Which protocol versions the server speaks, and whether it settles on one with a client that offers another. */
export const versions = defineCheck({
  topic: 'versions',
  afterSignIn: true,
  needs: ['initialize'],
  uses: versionUses,
  codes: {
    'transport.version-unsupported': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server speaks no protocol version that Claude speaks',
      detail:
        'Asked for version {offered}, the server named {named}. Claude speaks {spoken}, so the two have no version in common and Claude gives up here.',
      fix: 'Update the server’s MCP library, or make it answer with one of the versions that Claude speaks.',
      sources: [sources.negotiation],
    },
    'transport.version-not-negotiated': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server refuses protocol version {offered} in place of answering with its own',
      detail: `initialize with version {offered} ${answered}; it works with {worked}. A server must answer with a version of its own when it does not know the one offered (version negotiation), because clients begin with their newest one.`,
      fix: 'Make initialize answer with a version that the server supports, such as {worked}, when it does not know the one offered; updating the MCP library usually brings this.',
      sources: [
        sources.negotiation,
        issue('sickn33/agentic-awesome-skills', 1003),
        issue('cl-ai-project/cl-mcp', 26),
        issue('anthropics/claude-ai-mcp', 77),
      ],
    },
    'transport.modern-only': {
      severity: 'problem',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server speaks only protocol version 2026-07-28',
      detail: `It answers requests of version 2026-07-28, while initialize ${answered}. Claude is still moving to that version, so clients that begin with initialize cannot connect yet.`,
      fix: 'Serve an initialize-era version such as 2025-11-25 beside 2026-07-28 until Claude’s products have all moved.',
      sources: [sources.eras],
    },
    'transport.dual-era': {
      severity: 'note',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'The server speaks 2026-07-28 and an older protocol version',
      detail:
        'It answers both initialize (version {negotiated}) and requests of version 2026-07-28, so older and newer clients can connect.',
      fix: 'Nothing needs to be done.',
      sources: [sources.eras],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    const defect = versionDefect(seen, opened);
    return [...defectOutcomes(seen, opened, defect), ...modernOnly(seen, opened, defect), ...dualEra(seen, opened)];
  },
});

/** What is wrong with the versions, and the answer that shows it. */
export type VersionDefect = RpcEvidence &
  (
    | { readonly kind: 'unsupported'; readonly named: readonly string[] }
    | { readonly kind: 'not-negotiated'; readonly worked: string; readonly proof: RpcEvidence | null }
  );

/** The version defect that the first request shows, or null; other checks stay silent on an answer that it explains. */
export function versionDefect(seen: VersionsSeen, opened: Opening): VersionDefect | null {
  const { initialize } = seen;
  const tried = observed(seen['older-version'])?.tried ?? [];
  const older = tried.find(({ reply, version }) => reply.kind === 'result' && version !== initialize.offeredVersion);
  if (opened.kind === 'works' && opened.way !== 'modern') return unknownVersion(opened);
  if (older && !laterSuccess(seen))
    return { kind: 'not-negotiated', worked: older.version, proof: older, ...answerOf(initialize) };
  if (opened.kind !== 'refused' || !('error' in opened.reply)) return null;
  const named = namedVersions(opened.reply.error, [
    initialize.offeredVersion,
    opened.asked === 'server/discover' ? modernVersion : '',
  ]);
  if (named.length === 0) return null;
  const common = claudeVersions.filter((version) => named.includes(version));
  if (common.length === 0) return { kind: 'unsupported', named, ...answerOf(opened) };
  const worked = common.find((version) => version !== modernVersion);
  if (worked === undefined) return null;
  // It names a version that Claude speaks. Where that was tried and refused as well, the list is no help and the error speaks.
  if (observed(seen['older-version'])) return { kind: 'unsupported', named, ...answerOf(opened) };
  return { kind: 'not-negotiated', worked, proof: null, ...answerOf(opened) };
}

/** The same initialize, which got no answer at first and was answered when it was asked again: the server slept. */
export function laterSuccess(seen: VersionsSeen): RpcEvidence | undefined {
  const tried = observed(seen['older-version'])?.tried ?? [];
  return tried.find(({ reply, version }) => reply.kind === 'result' && version === seen.initialize.offeredVersion);
}

function answerOf({ exchange, reply }: RpcEvidence): RpcEvidence {
  return { exchange, reply };
}

function unknownVersion({ exchange, reply }: RpcEvidence): VersionDefect | null {
  const version = negotiatedVersion(reply);
  if (version === undefined || (claudeVersions as readonly string[]).includes(version)) return null;
  return { kind: 'unsupported', named: [inOneLine(version)], exchange, reply };
}

function namedVersions(error: RpcError, asked: readonly string[]): readonly string[] {
  const listed = stringsMember(error.data, 'supported') ?? stringsMember(error.data, 'supportedVersions');
  if (listed) return listed.slice(0, 10).map((version) => inOneLine(version));
  // Before 2026-07-28 no member carried the list: dates in the words are the only mark, and the one asked for is often repeated there.
  const data = isJsonObject(error.data) || typeof error.data === 'string' ? JSON.stringify(error.data) : '';
  const dates = `${error.message} ${data}`.slice(0, 2_000).match(/\b20\d\d-\d\d-\d\d\b/g) ?? [];
  return [...new Set(dates)].filter((date) => !asked.includes(date));
}

function defectOutcomes(seen: VersionsSeen, opened: Opening, defect: VersionDefect | null): Outcome<Code>[] {
  const offered = seen.initialize.offeredVersion;
  const discover = observed(seen.discover);
  // Clients of the newer version still come through.
  const severity = discover && speaksModern(discover.reply) ? ({ severity: 'problem' } as const) : {};
  if (defect?.kind === 'unsupported') {
    const values = { offered, named: defect.named.join(', '), spoken: claudeVersions.join(', ') };
    return [found('transport.version-unsupported', { values, evidence: [defect.exchange], ...severity })];
  }
  if (defect?.kind === 'not-negotiated') {
    const values = { offered, worked: defect.worked, ...answerValues(defect.exchange, defect.reply) };
    const confidence = defect.proof ? {} : ({ confidence: 'likely' } as const);
    const evidence = [defect.exchange, defect.proof?.exchange];
    return [found('transport.version-not-negotiated', { values, evidence, ...severity, ...confidence })];
  }
  const because = unjudged(seen, opened);
  return because
    ? [
        skip(because.unsupported, 'transport.version-unsupported'),
        skip(because.negotiation, 'transport.version-not-negotiated'),
      ]
    : [];
}

function unjudged(
  seen: VersionsSeen,
  opened: Opening,
): { readonly unsupported: SkipReason; readonly negotiation: SkipReason } | null {
  if (opened.kind === 'works') return null;
  if (opened.kind === 'sign-in') return { unsupported: 'needs-sign-in', negotiation: 'needs-sign-in' };
  if (opened.kind === 'unreached') return { unsupported: 'not-reached', negotiation: 'not-reached' };
  if (observed(seen['older-version'])) return { unsupported: 'not-reached', negotiation: 'not-applicable' };
  const isAnswer = opened.answer === 'mcp' || opened.answer === 'client-error' || opened.answer === 'no-reply';
  return { unsupported: 'not-reached', negotiation: isAnswer ? whyNot(seen['older-version']) : 'not-reached' };
}

function modernOnly(seen: VersionsSeen, opened: Opening, defect: VersionDefect | null): Outcome<Code>[] {
  if (opened.kind === 'sign-in') return [skip('needs-sign-in', 'transport.modern-only')];
  if (opened.kind !== 'works') return [skip('not-reached', 'transport.modern-only')];
  if (opened.way !== 'modern' || defect) return [];
  const { exchange, reply } = seen.initialize;
  if (exchange.kind === 'failure' && exchange.reason !== 'timeout')
    return [skip('not-reached', 'transport.modern-only')];
  const status = exchange.kind === 'response' ? exchange.status : 0;
  if (status === 401) return [skip('needs-sign-in', 'transport.modern-only')];
  // Overload and a gateway without its server are no refusal of initialize.
  if ([429, 502, 503, 504].includes(status)) return [skip('not-reached', 'transport.modern-only')];
  const evidence = [exchange, opened.exchange];
  return [found('transport.modern-only', { values: answerValues(exchange, reply), evidence })];
}

function dualEra(seen: VersionsSeen, opened: Opening): Outcome<Code>[] {
  if (opened.kind === 'sign-in') return [skip('needs-sign-in', 'transport.dual-era')];
  if (opened.kind !== 'works') return [skip('not-reached', 'transport.dual-era')];
  if (opened.way === 'modern') return [];
  const discover = observed(seen.discover);
  if (!discover) return [skip(whyNot(seen.discover), 'transport.dual-era')];
  if (isOverload(discover.exchange)) return [skip('not-reached', 'transport.dual-era')];
  if (!speaksModern(discover.reply)) return [];
  const values = { negotiated: versionOf(opened.reply) };
  return [found('transport.dual-era', { values, evidence: [opened.exchange, discover.exchange] })];
}

function versionOf(reply: RpcReply): string {
  const version = negotiatedVersion(reply);
  return version === undefined ? '–' : inOneLine(version);
}
