import type { browserPhrases } from './browser.ts';
import type { CodeOf, PhrasesOf } from './phrases.ts';

/** What was typed, its name, and the way to the server. */
export const connectionPhrases: PhrasesOf<
  Exclude<CodeOf<'url' | 'dns' | 'net' | 'tls' | 'client'>, keyof typeof browserPhrases>
> = {
  'url.invalid': {
    passed: 'What was typed can be read as an address (URL)',
    question: 'whether what was typed can be read as an address (URL)',
  },
  'url.local-server-config': {
    passed: 'What was typed looks like no command, configuration or file path',
    question: 'whether a command, a configuration or a file path was pasted',
  },
  'url.placeholder': {
    passed: 'No placeholder was seen in the address',
    question: 'whether a part of the address still has to be filled in',
  },
  'url.scheme-not-https': {
    passed: 'The address begins with https',
    question: 'whether the address begins with https',
  },
  'url.private-host': {
    passed: 'The host in the address is of the public kind',
    question: 'whether the address names a host of a private network',
  },
  'url.ipv6-literal': {
    passed: 'The host is not written as an IPv6 address',
    question: 'whether the host is written as an IPv6 address',
  },
  'url.credential-in-userinfo': {
    passed: 'No user name or password stands before the host name',
    question: 'whether a user name or password stands before the host name',
  },
  'url.credential-in-query': {
    passed: 'No parameter of the address is named like a secret',
    question: 'whether a parameter of the address is named like a secret',
  },
  'url.nonstandard-port': {
    passed: 'The address names no unusual port',
    question: 'whether the address names an unusual port',
  },
  'url.trailing-slash-required': {
    passed: 'The address answers without the slash at its end',
    question: 'whether the address answers without the slash at its end',
  },
  'url.fragment': {
    passed: 'The address has no part after #',
    question: 'whether the address has a part after #',
  },
  'url.unusual-hostname': {
    passed: 'The host name mixes no alphabets and ends in no dot',
    question: 'whether the host name mixes alphabets or ends in a dot',
  },
  'dns.not-found': {
    passed: 'The name exists in the public name system (DNS)',
    question: 'whether the name exists in the public name system (DNS)',
  },
  'dns.no-a-record': {
    passed: 'The name has an IPv4 address',
    question: 'whether the name has an IPv4 address',
  },
  'dns.private-address': {
    passed: 'The name leads to a public address',
    question: 'whether the name leads to a public address',
  },
  'dns.mixed-addresses': {
    passed: 'The name does not lead to public and private addresses at once',
    question: 'whether the name leads to public and private addresses at once',
  },
  'dns.split-horizon': {
    passed: 'Nothing shows that the host works on this computer alone',
    question: 'whether the host works on this computer alone',
  },
  'dns.public-view-unavailable': {
    passed: 'The public name system (DNS) could be asked',
    question: 'whether the public name system (DNS) can be asked',
  },
  'net.refused': {
    passed: 'The server takes connections',
    question: 'whether the server takes connections',
  },
  'net.timeout': {
    passed: 'An answer began within the time limit',
    question: 'whether the server answers within the time limit',
  },
  'net.reset': {
    passed: 'The connection held until an answer came',
    question: 'whether the connection holds until an answer comes',
  },
  'net.unreachable': {
    passed: 'The network has a way to the server',
    question: 'whether the network has a way to the server',
  },
  'tls.expired': {
    passed: 'The certificate is within its dates',
    question: 'whether the certificate is within its dates',
  },
  'tls.untrusted-issuer': {
    passed: 'The certificate comes from an authority that is publicly trusted',
    question: 'whether the certificate comes from a publicly trusted authority',
  },
  'tls.incomplete-chain': {
    passed: 'The server sends every certificate that clients need',
    question: 'whether the server sends every certificate that clients need',
  },
  'tls.hostname-mismatch': {
    passed: 'The certificate is for the host’s name',
    question: 'whether the certificate is for the host’s name',
  },
  'tls.handshake-failed': {
    passed: 'An encrypted connection (TLS) could be set up',
    question: 'whether an encrypted connection (TLS) can be set up',
  },
  'client.clock-skew': {
    passed: 'This computer’s clock and the server’s agree within five minutes',
    question: 'whether this computer’s clock and the server’s agree',
  },
  'client.offline': {
    passed: 'Nothing failed because this computer was offline',
    question: 'whether this computer is offline',
  },
  'client.proxy-failed': {
    passed: 'No proxy of this computer stopped the first request',
    question: 'whether a proxy of this computer stops the check',
  },
  'client.tls-interception': {
    passed: 'No sign that encrypted connections are opened on the way',
    question: 'whether encrypted connections are opened on the way',
  },
};
