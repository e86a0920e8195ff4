import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { negotiatedVersion } from '../../parsing/negotiation.ts';
import { speaksModern } from '../http/first-answer.ts';
import { answerValues, quoted } from './answer-words.ts';
import { opening, openingUses, withoutHandshake, type Opening, type OpeningSeen } from './opening.ts';
import { isOverload } from './overload.ts';
import { issue, sources } from './sources.ts';
import { whyNot } from './why-not.ts';

type Code =
  'transport.version-header-strict' | 'transport.version-header-rejected' | 'transport.header-mismatch-unchecked';

/** What `headerRejected` looks at beside the opening. */
export const afterHandshakeUses = [...openingUses, 'initialized', 'listing', 'without-version-header'] as const;

/** The requests after the handshake. */
export type AfterHandshakeSeen = OpeningSeen & {
  readonly [K in 'initialized' | 'listing' | 'without-version-header']: Observation<EvidenceMap[K]>;
};

/** How the server takes the MCP-Protocol-Version header. */
export const versionHeader = defineCheck({
  topic: 'version-header',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...afterHandshakeUses, 'odd-version', 'header-mismatch'],
  codes: {
    'transport.version-header-strict': {
      severity: 'note',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'The server refuses protocol versions that it does not know',
      detail:
        'A request with the header MCP-Protocol-Version: {sentVersion} was answered with 400. That is what the specification asks for. It is worth knowing because some of Claude’s requests were seen with a newer version than the one agreed on.',
      fix: 'Nothing needs to be done while the connector works. If requests from Claude fail with 400, update the server’s MCP library, or treat an unknown version like the one agreed on.',
      sources: [sources.versionHeader, issue('CodeWithCJ/SparkyFitness', 2155)],
    },
    'transport.version-header-rejected': {
      severity: 'blocker',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'The server refuses every request that names its protocol version',
      detail: `After the handshake, a request with the header MCP-Protocol-Version: {negotiated} was answered with HTTP status {status}, although the server itself had agreed on that version.${quoted} Clients must send this header with every request.`,
      fix: 'Let the server take the version that it answered initialize with; see as well that no proxy refuses the header.',
      sources: [sources.versionHeader, issue('CodeWithCJ/SparkyFitness', 2155)],
    },
    'transport.header-mismatch-unchecked': {
      severity: 'warning',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'The server does not compare the version in the header with the one in the body',
      detail:
        'A request whose MCP-Protocol-Version header and body name different versions was answered as if nothing was wrong. Since 2026-07-28 a server must refuse it (400, error -32020), so that nothing on the way can be misled by the header.',
      fix: 'Update the server’s MCP library, or refuse requests whose headers and body disagree.',
      sources: [sources.headerValidation],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    return [...rejected(seen, opened), ...strict(seen, opened), ...mismatch(seen['header-mismatch'], seen.discover)];
  },
});

/** The request after the handshake that was refused because it carried the version header, or null. */
export function headerRejected(
  seen: AfterHandshakeSeen,
): { readonly exchange: Exchange; readonly proof: Exchange | null } | null {
  const refused = afterHandshake(seen).find((exchange) => exchange.kind === 'response' && exchange.status === 400);
  if (refused?.kind !== 'response' || !('mcp-protocol-version' in refused.requestHeaders)) return null;
  const without = observed(seen['without-version-header']);
  if (without) return without.reply.kind === 'result' ? { exchange: refused, proof: without.exchange } : null;
  // Without the comparison only the server's own words can tell: libraries have no code for it, and all name the header or the version.
  return /protocol[ _-]?version/i.test(refused.body) ? { exchange: refused, proof: null } : null;
}

/** notifications/initialized and the pages of the listing, as far as they were sent. */
export function afterHandshake(seen: AfterHandshakeSeen): readonly Exchange[] {
  const opened = observed(seen.initialized)?.exchange;
  const listed = (observed(seen.listing)?.pages ?? []).map(({ exchange }) => exchange);
  return opened ? [opened, ...listed] : listed;
}

function rejected(seen: AfterHandshakeSeen, opened: Opening): Outcome<Code>[] {
  const code = 'transport.version-header-rejected';
  const because = withoutHandshake(opened);
  if (because || opened.kind !== 'works') return [skip(because ?? 'not-reached', code)];
  const sent = afterHandshake(seen);
  const defect = headerRejected(seen);
  if (!defect) return sent.some(({ kind }) => kind === 'response') ? [] : [skip(whyNot(seen.initialized), code)];
  const values = {
    negotiated: negotiatedVersion(opened.reply) ?? seen.initialize.offeredVersion,
    ...answerValues(defect.exchange),
  };
  const confidence = defect.proof ? {} : ({ confidence: 'likely' } as const);
  return [found(code, { values, evidence: [defect.exchange, defect.proof], ...confidence })];
}

function strict(
  seen: AfterHandshakeSeen & { readonly 'odd-version': Observation<EvidenceMap['odd-version']> },
  opened: Opening,
): Outcome<Code>[] {
  const code = 'transport.version-header-strict';
  const because = withoutHandshake(opened);
  if (because) return [skip(because, code)];
  const odd = observed(seen['odd-version']);
  if (!odd) return [skip(whyNot(seen['odd-version']), code)];
  // A 400 tells something about the odd version only where the right one was taken.
  const plainTaken = afterHandshake(seen).some((exchange) => exchange.kind === 'response' && exchange.status < 300);
  if (odd.exchange.kind === 'failure' || isOverload(odd.exchange) || !plainTaken) return [skip('not-reached', code)];
  if (odd.exchange.status === 401) return [skip('needs-sign-in', code)];
  if (odd.exchange.status !== 400) return [];
  return [found(code, { values: { sentVersion: odd.sentVersion }, evidence: [odd.exchange] })];
}

function mismatch(
  observation: Observation<EvidenceMap['header-mismatch']>,
  discover: Observation<EvidenceMap['discover']>,
): Outcome<Code>[] {
  const code = 'transport.header-mismatch-unchecked';
  const modern = observed(discover);
  if (!modern) return [skip(whyNot(discover), code)];
  if (!speaksModern(modern.reply)) return [skip('not-applicable', code)];
  const sent = observed(observation);
  if (!sent) return [skip(whyNot(observation), code)];
  if (sent.exchange.kind === 'failure' || isOverload(sent.exchange)) return [skip('not-reached', code)];
  return sent.reply.kind === 'result' ? [found(code, { evidence: [sent.exchange] })] : [];
}
