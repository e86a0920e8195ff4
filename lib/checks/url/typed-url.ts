import { ipLiteral, isLoopbackHost, isPrivateHostname, isReservedHostname } from '../../kernel/address.ts';
import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { TypedEvidence } from '../../kernel/evidence.ts';
import type { TypedUrl } from '../../kernel/target.ts';
import { claudePort } from '../../standards/limits.ts';
import { sources, trackerIssue } from '../http/sources.ts';
import { oddityOf } from './unusual-hostname.ts';

type Code =
  | 'url.invalid'
  | 'url.local-server-config'
  | 'url.placeholder'
  | 'url.scheme-not-https'
  | 'url.private-host'
  | 'url.ipv6-literal'
  | 'url.credential-in-userinfo'
  | 'url.credential-in-query'
  | 'url.nonstandard-port'
  | 'url.fragment'
  | 'url.unusual-hostname';

const ofTheParts: readonly Code[] = [
  'url.scheme-not-https',
  'url.private-host',
  'url.ipv6-literal',
  'url.credential-in-userinfo',
  'url.credential-in-query',
  'url.nonstandard-port',
  'url.fragment',
  'url.unusual-hostname',
];

/** What is taken as it is with `--local`: the server will get a public https name later. */
const notYetPublic: readonly Code[] = [
  'url.scheme-not-https',
  'url.private-host',
  'url.ipv6-literal',
  'url.nonstandard-port',
];

/** Is what was typed a URL that Claude can use? */
export const typedUrlCheck = defineCheck({
  topic: 'typed-url',
  needs: ['typed'],
  codes: {
    'url.invalid': {
      severity: 'blocker',
      confidence: 'certain',
      step: 0,
      who: 'you',
      title: 'This is not a web address',
      detail: '“{text}” cannot be read as a URL: {problem}. Claude needs the full address of an MCP server.',
      fix: 'Copy the address from the connector’s documentation. It looks like https://mcp.service.com/mcp.',
      sources: [sources.addUnlisted, sources.uri],
    },
    'url.local-server-config': {
      severity: 'blocker',
      confidence: 'certain',
      step: 0,
      who: 'you',
      title: 'This starts a server on your own computer; it is no web address',
      detail:
        'What was pasted is {what}. Such a local MCP server runs on one computer, and Claude’s web, desktop and mobile connectors reach only servers on the internet.',
      fix: 'Use it as a desktop extension or in Claude Code, or ask its makers whether they also run it at an https address.',
      sources: [sources.addUnlisted, sources.building],
    },
    'url.placeholder': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'you',
      title: 'A part of the address still has to be filled in: {placeholder}',
      detail:
        '“{placeholder}” stands in documentation in place of a real value, so no server can be there. Claude asks for exactly this address.',
      fix: 'Put the real value in place of {placeholder} and add the connector again.',
      sources: [sources.addUnlisted, sources.reservedNames],
    },
    'url.scheme-not-https': {
      severity: 'blocker',
      confidence: 'certain',
      step: 0,
      who: 'you',
      title: 'The address begins with {scheme} and not with https:',
      detail: 'Claude takes only addresses that begin with https:// and refuses this one in its own dialog.',
      fix: 'Enter the address with https://. If the server does not offer https, its operator has to set up a certificate.',
      sources: [sources.authentication, trackerIssue(444), trackerIssue(56)],
    },
    'url.private-host': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'you',
      title: '{host} is known only inside your own network',
      detail:
        'Claude connects from Anthropic’s servers on the internet. From there {host} leads nowhere, even though it may work on this computer.',
      fix: 'Give the server a public https name, for instance with a tunnel, or use it as a local server in Claude Desktop or Claude Code. If it will be public later, check it with {vantage, select, extension {“This server is not public yet”} other {--local}}.',
      sources: [sources.troubleshooting, trackerIssue(9), sources.specialAddresses],
    },
    'url.ipv6-literal': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'you',
      title: 'The address is an IPv6 address, and Claude connects over IPv4 alone',
      detail: 'Claude’s cloud needs a name with an IPv4 address (an A record). {host} is an IPv6 address.',
      fix: 'Use a host name that has an A record.',
      sources: [sources.troubleshooting],
    },
    'url.credential-in-userinfo': {
      severity: 'problem',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'A user name or password stands in the address',
      detail:
        'The part before the @ sign holds a user name or a password. HTTP clients drop it or refuse such an address, it gets into logs, and Claude signs in by OAuth.',
      fix: 'Remove everything between https:// and the @ sign, and change that password. Where the server needs a fixed credential, use OAuth or a request header.',
      sources: [sources.userinfo, sources.tokenInUri],
    },
    'url.credential-in-query': {
      severity: 'warning',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'A credential stands in the address ({names})',
      detail:
        'A query parameter looks like a secret: {names}. Addresses get into logs on the way, and the MCP specification forbids tokens there. The value was taken out of this report.',
      fix: 'Change that secret, and use OAuth or a request header in its place.',
      sources: [sources.authentication, sources.tokenInUri, trackerIssue(373)],
    },
    'url.nonstandard-port': {
      severity: 'problem',
      confidence: 'likely',
      step: 2,
      who: 'author',
      title: 'The address names port {port}; Claude probably reaches only port 443',
      detail:
        'Several people report that Claude never contacted their server on another port than 443. Anthropic’s pages neither confirm nor deny it, so this is likely and not certain.',
      fix: 'Serve the connector on port 443, for instance behind a reverse proxy or a tunnel, and enter the address without a port.',
      sources: [trackerIssue(65), trackerIssue(541), trackerIssue(373)],
    },
    'url.fragment': {
      severity: 'note',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'The part after # is never sent',
      detail: 'The address ends in a fragment. It stays on the client’s side, so the server never sees it.',
      fix: 'Leave the # and what follows out of the address.',
      sources: [sources.fragment],
    },
    'url.unusual-hostname': {
      severity: 'warning',
      confidence: 'certain',
      step: 1,
      who: 'you',
      title: 'The host name is unusual: {oddity}',
      detail:
        'The host is written as {host}; {oddity}. Such a name may be a look-alike of another one, or be read differently by different programs.',
      fix: 'Compare the address letter by letter with the connector’s documentation, or type it anew.',
      sources: [sources.internationalNames],
    },
  },
  evaluate({ typed }) {
    if (typed.url === null) return notAUrl(typed);
    const { url } = typed;
    const outcomes = [...placeholder(typed), ...host(url), ...secrets(url), ...rest(url)];
    if (!typed.local) return outcomes;
    const isKept = (code: Code): boolean =>
      (!notYetPublic.includes(code) && !isReservedPlaceholder(code, url)) ||
      (code === 'url.scheme-not-https' && url.scheme !== 'http:');
    return [
      ...outcomes.filter((outcome) => outcome.kind === 'skip' || isKept(outcome.code)),
      skip('not-applicable', ...notYetPublic),
    ];
  },
});

function notAUrl(typed: TypedEvidence): Outcome<Code>[] {
  const others = skip('not-reached', ...ofTheParts);
  if (typed.kind === 'local-server-config') {
    const values = { what: kindsOfConfig[typed.localServer ?? 'command'] };
    return [
      found('url.local-server-config', { values }),
      skip('not-reached', 'url.invalid', 'url.placeholder'),
      others,
    ];
  }
  // `https://<your-host>/mcp` is no URL either, and filling it in mends that.
  if (typed.placeholder !== null) return [...placeholder(typed), skip('not-reached', 'url.invalid'), others];
  const values = { text: typed.text, problem: typed.problem ?? 'it has no host name' };
  return [found('url.invalid', { values }), skip('not-reached', 'url.placeholder'), others];
}

const kindsOfConfig: Readonly<Record<NonNullable<TypedEvidence['localServer']>, string>> = {
  'json-config': 'the JSON configuration of a local server',
  command: 'a command that starts a program',
  'file-path': 'the path of a file',
};

function placeholder(typed: TypedEvidence): Outcome<Code>[] {
  if (typed.placeholder === null) return [];
  return [found('url.placeholder', { values: { placeholder: typed.placeholder } })];
}

function isReservedPlaceholder(code: Code, url: TypedUrl): boolean {
  return code === 'url.placeholder' && isReservedHostname(url.hostname);
}

function host(url: TypedUrl): Outcome<Code>[] {
  const { hostname, scheme, port } = url;
  const values = { host: hostname };
  const standard = scheme === 'http:' ? [80, claudePort] : [claudePort];
  return [
    ...(scheme === 'https:' ? [] : [found('url.scheme-not-https', { values: { scheme } })]),
    ...(isPrivateHostname(hostname)
      ? [found('url.private-host', { values, step: isLoopbackHost(hostname) ? 0 : 1 })]
      : []),
    ...(ipLiteral(hostname)?.version === 6 ? [found('url.ipv6-literal', { values })] : []),
    ...(port === null || standard.includes(port)
      ? []
      : [found('url.nonstandard-port', { values: { port: String(port) } })]),
  ];
}

function secrets(url: TypedUrl): Outcome<Code>[] {
  const names = url.credentialParameters.join(', ');
  return [
    ...(url.hasUserinfo ? [found('url.credential-in-userinfo')] : []),
    ...(names === '' ? [] : [found('url.credential-in-query', { values: { names } })]),
  ];
}

function rest(url: TypedUrl): Outcome<Code>[] {
  const oddity = oddityOf(url);
  const shown = url.unicodeHostname ?? url.hostname;
  return [
    ...(url.hasFragment ? [found('url.fragment')] : []),
    ...(oddity === undefined ? [] : [found('url.unusual-hostname', { values: { host: shown, oddity } })]),
  ];
}
