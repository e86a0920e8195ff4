import { defineCheck, skip, type Found, type Outcome } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { isRpcPeer } from '../../kernel/rpc-reply.ts';
import { failedDocuments, type DocumentsSeen } from '../http/document-answers.ts';
import { sources, trackerIssue } from '../http/sources.ts';
import { failureFinding, type FailureCode } from './failure-finding.ts';
import { isVantageFault, type VantageSeen } from './vantage-fault.ts';
import { isConnectionUnseen, wasConnected, type ConnectionSeen } from './was-connected.ts';

const codes = ['net.refused', 'net.timeout', 'net.reset', 'net.unreachable'] as const;

type Code = (typeof codes)[number];

const allowClaude =
  'If the connector works for others, a firewall may let some addresses through only: allow 160.79.104.0/21, from which Claude connects.';

/** Does the host take a connection and give an answer? */
export const connectionCheck = defineCheck({
  topic: 'connection',
  afterSignIn: true,
  needs: ['typed', 'initialize'],
  uses: ['discover', 'older-version', 'certificate', 'surroundings', 'resource-metadata', 'authorization-server'],
  codes: {
    'net.refused': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title: '{host} refuses the connection',
      detail: 'The computer behind {host} is there, but nothing takes connections on this port ({said}).',
      fix: 'Start the server, and see that it (or the proxy before it) listens on this port, at the address that the name leads to.',
      sources: [sources.troubleshooting, sources.tcp],
    },
    'net.timeout': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title: '{how, select, silent {{host} takes the connection and does not answer} other {{host} does not answer}}',
      detail:
        '{how, select, silent {The connection to port {port} stands and the request was sent, but no answer came within {seconds} seconds. The server or the app behind it hangs, sleeps or waits for something else.} unseen {No answer came from port {port} within {seconds} seconds. A browser does not show whether a connection stood: a firewall may swallow it, the server may not be there, or it is there and hangs.} other {No connection to port {port} was set up within {seconds} seconds. Often a firewall swallows it, or the server is not there.}}',
      fix: `{how, select, silent {See in the server’s log what becomes of the request: a cold start, a database or another service that it waits for, or a proxy that cannot reach the app.} other {See that the server runs and that firewalls let port {port} in. ${allowClaude}}}`,
      sources: [sources.troubleshooting, sources.addresses],
    },
    'net.reset': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title: '{host} closes the connection without an answer',
      detail:
        'The connection was opened and then closed or broken off before there was a usable HTTP answer ({said}). Firewalls and hosting providers that block addresses do this, and servers that crash.',
      fix: `Look in the server’s and the firewall’s log at the time of this check. ${allowClaude}`,
      sources: [sources.troubleshooting, trackerIssue(479)],
    },
    'net.unreachable': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title: 'There is no way to {host}',
      detail: 'The network says that this address cannot be reached ({said}).',
      fix: 'Compare the address that the name leads to with the server’s real one, and see that the server’s network is up.',
      sources: [sources.troubleshooting, sources.tcp],
    },
  },
  evaluate(seen) {
    return [...ofConnector(seen), ...ofDocuments(seen)];
  },
});

type ConnectorSeen = VantageSeen & ConnectionSeen;

function ofConnector(seen: ConnectorSeen): Outcome<Code>[] {
  const { exchange } = seen.initialize;
  if (exchange.kind === 'response') return [];
  if (isVantageFault(seen)) return [skip('vantage', ...codes)];
  const discover = observed(seen.discover);
  const speaks = discover !== undefined && isRpcPeer(discover.reply);
  // The server speaks, and is silent on this one request alone: transport.no-reply.
  if (speaks && exchange.reason === 'timeout') return [skip('not-reached', ...codes)];
  const isSilent = exchange.reason === 'timeout' && wasConnected(exchange, seen);
  const how = isSilent ? { how: 'silent' } : isConnectionUnseen(seen) ? { how: 'unseen' } : {};
  // A server that answered another request is reached: what fails is the request.
  const finding = failureFinding(exchange, undefined, isSilent || speaks ? 3 : 2, how);
  return finding && isOurs(finding) ? [finding, ...rest(finding.code)] : [skip('not-reached', ...codes)];
}

/** A connection that was refused cannot have been reset as well; one that was taken can still fail later. */
function rest(code: Code): Outcome<Code>[] {
  return [skip('not-reached', ...codes.filter((each) => each !== code))];
}

function ofDocuments(seen: DocumentsSeen & Pick<VantageSeen, 'initialize'>): Outcome<Code>[] {
  return failedDocuments(seen, seen.initialize.exchange.url).flatMap(({ exchange, step, subject }) => {
    // Claude’s own limit on these documents is what counts: http.too-slow.
    if (exchange.reason === 'timeout') return [];
    const finding = failureFinding(exchange, subject, step);
    return finding && isOurs(finding) ? [finding] : [];
  });
}

function isOurs(finding: Found<FailureCode>): finding is Found<Code> {
  return (codes as readonly string[]).includes(finding.code);
}
