import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { DocumentAttempt, EvidenceMap } from '../../kernel/evidence.ts';
import { isJsonObject, stringMember, stringsMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { isOverload } from '../transport/overload.ts';
import { isBrokenDocument } from './attempt-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { discovery, discoveryUses, whyUnseen, type DiscoverySeen } from './discovery.ts';
import { opened, refusals } from './refusals.ts';
import { isAbout } from './resource-identifier.ts';
import { claudeIssue, sources } from './sources.ts';

type Code = 'auth.open' | 'auth.partial' | 'auth.metadata-on-open-server' | 'auth.tools-open-behind-login';

const allCodes: readonly Code[] = [
  'auth.open',
  'auth.partial',
  'auth.metadata-on-open-server',
  'auth.tools-open-behind-login',
];

type Seen = DiscoverySeen & { readonly typed: EvidenceMap['typed'] };

/** A server that lists its tools without a sign-in, and what it says about signing in nevertheless. */
export const openServer = defineCheck({
  topic: 'open-server',
  needs: ['initialize', 'typed'],
  uses: [...discoveryUses, 'open-metadata'],
  codes: {
    'auth.open': {
      severity: 'note',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title: 'No sign-in is asked for',
      detail:
        'The server answers everybody who knows its address. Claude connects without a sign-in and passes no user identity.',
      fix: 'Nothing needs to be done if the server is meant to be public. Otherwise protect it with OAuth.',
      sources: [sources.authentication],
    },
    'auth.partial': {
      severity: 'note',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title: 'Listing is open, and calls ask for a sign-in',
      detail:
        'The tools can be listed by everybody; a call of a made-up tool was answered with 401. Claude begins the sign-in at the first call.',
      fix: 'Nothing needs to be done if that is meant. To have users sign in when they connect, answer 401 to the first request.',
      sources: [sources.authentication],
    },
    'auth.metadata-on-open-server': {
      severity: 'blocker',
      confidence: 'certain',
      step: 5,
      who: 'author',
      title: 'The server needs no sign-in, yet publishes broken sign-in metadata',
      detail:
        'It answers without a token, but {url} serves protected resource metadata {why, select, servers {that names no usable authorization server} resource {that names no resource} other {that cannot be read}}. Claude takes it for a reason to register, and fails.',
      fix: 'Let the address answer 404 if no sign-in is needed; otherwise name the connector’s address as resource and at least one authorization server.',
      sources: [sources.authentication, sources.resourceMetadata, claudeIssue(823)],
    },
    'auth.tools-open-behind-login': {
      severity: 'warning',
      confidence: 'likely',
      step: 4,
      who: 'author',
      title: 'The server publishes a sign-in, and lets everybody in without it',
      detail:
        'At {url} it serves sign-in metadata for this very address, yet it lists its tools without a token, and a call of a made-up tool was not refused for want of one either. Either the sign-in is not enforced, and everybody can use the tools, or it is not needed, and clients may send people there for nothing.',
      fix: 'Answer every request without a valid token with 401 if the tools are for people who signed in. If the server is public, let the metadata’s address answer 404. If signing in is voluntary, nothing needs to be done.',
      sources: [sources.authentication, sources.metadataChallenge, claudeIssue(823)],
    },
  },
  evaluate(seen) {
    const search = discovery(seen);
    if (search.kind !== 'none') return [skip('not-applicable', ...allCodes)];
    const asked = refusals(seen).some((refusal) => refusal.asked !== 'call');
    if (opened(seen).works === null || asked) return [skip('not-reached', ...allCodes)];
    // With a header of the person's own, what the server answers to everybody was not asked.
    if (seen.typed.headerNames.length > 0) return [skip('not-asked', ...allCodes)];

    const metadata = observed(seen['open-metadata']);
    if (!metadata) return [found('auth.open'), skip(whyUnseen(seen['open-metadata']), ...allCodes.slice(1))];
    const attempt = metadata.attempts[metadata.chosen ?? -1] ?? metadata.attempts.find(isBrokenMetadata);
    const why = attempt && defect(attempt);
    // Where calls ask for a sign-in, the server needs one, and the check of the document speaks of what is wrong with it.
    if (attempt && why && !asksAtCalls(seen)) {
      const values = { url: inOneLine(attempt.url), why };
      return [
        found('auth.metadata-on-open-server', { values, evidence: [attempt.exchange] }),
        skip('not-applicable', 'auth.open', 'auth.partial', 'auth.tools-open-behind-login'),
      ];
    }
    if (attempt && isMetadata(attempt)) return callOutcomes(seen, attempt);
    return [
      found('auth.open', { evidence: [opened(seen).exchange] }),
      skip('not-applicable', 'auth.tools-open-behind-login'),
    ];
  },
});

function asksAtCalls(seen: Seen): boolean {
  const call = observed(seen['made-up-call'])?.exchange;
  return call?.kind === 'response' && call.status === 401;
}

/** What the answer to a call says of a server that serves sound metadata. */
function callOutcomes(seen: Seen, metadata: DocumentAttempt): Outcome<Code>[] {
  const call = observed(seen['made-up-call'])?.exchange;
  if (asksAtCalls(seen)) return [found('auth.partial', { evidence: [call] }), skip('not-applicable', 'auth.open')];
  if (refusals(seen).length > 0) return [skip('not-applicable', 'auth.open', 'auth.partial')];
  const { exchange } = opened(seen);
  const open = found('auth.open', { evidence: [exchange] });
  if (call?.kind !== 'response' || isOverload(call)) {
    const because = call ? 'not-reached' : whyUnseen(seen['made-up-call']);
    return [open, skip(because, 'auth.partial', 'auth.tools-open-behind-login')];
  }
  // Another endpoint of this origin may be the one that asks.
  if (!isAbout(metadata, seen.typed)) return [open, skip('not-applicable', 'auth.tools-open-behind-login')];
  const values = { url: inOneLine(metadata.url) };
  const evidence = [metadata.exchange, exchange, call];
  return [found('auth.tools-open-behind-login', { values, evidence }), skip('not-applicable', 'auth.open')];
}

/** What makes the metadata unusable; undefined for good metadata, and for JSON that was never meant as such. */
function defect(attempt: DocumentAttempt): 'servers' | 'resource' | 'unreadable' | undefined {
  if (!isJsonObject(attempt.document)) return 'unreadable';
  if (!isMetadata(attempt)) return undefined;
  const servers = stringsMember(attempt.document, 'authorization_servers') ?? [];
  if (!servers.some((server) => URL.canParse(server))) return 'servers';
  return stringMember(attempt.document, 'resource') === undefined ? 'resource' : undefined;
}

/** An empty list, a word or a number is no metadata gone wrong either: that would begin like an object. */
function isBrokenMetadata(attempt: DocumentAttempt): boolean {
  const body = attempt.exchange?.kind === 'response' ? attempt.exchange.body : '';
  return (
    isBrokenDocument(attempt) &&
    body
      .trimStart()
      .replace(/^\uFEFF/, '')
      .startsWith('{')
  );
}

/** Some servers answer any address with 200 and a little JSON. */
function isMetadata({ document }: DocumentAttempt): boolean {
  return isJsonObject(document) && ('resource' in document || 'authorization_servers' in document);
}
