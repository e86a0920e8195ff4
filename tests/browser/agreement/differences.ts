import type { Difference } from './compare.ts';

const hidesSilence =
  'a browser does not show whether a connection stood, so silence of the server and of the network are one: the step is the earlier one';
const insistsOnHttps =
  'Chromium asks every name below .dev over https alone (HSTS), so what the server says over http is not to be seen';

/** By the name of the case: what a browser cannot tell as the command line does. Everything else is the same. */
export const differences: Readonly<Record<string, Difference>> = {
  'plain http in front of a healthy server': {
    because: insistsOnHttps,
    without: ['auth.open', 'transport.version-header-strict'],
  },
  'a redirect down to plain http behind a proxy': {
    because: insistsOnHttps,
    without: ['auth.open', 'tools.list-failed', 'transport.ping-failed'],
  },
  'the intermediate certificate is missing': {
    because: 'a browser says no more than that nobody vouches for the certificate',
    instead: { verdict: 'broken', primary: 'tls.untrusted-issuer', stop: 2 },
    with: ['tls.untrusted-issuer'],
  },
  'a server that takes every request and hangs': {
    because: hidesSilence,
    instead: { verdict: 'broken', primary: 'net.timeout', stop: 2 },
  },
  'headers that never end': {
    because: hidesSilence,
    instead: { verdict: 'broken', primary: 'net.timeout', stop: 2 },
  },
  'only HTTP/2 is spoken': {
    because: 'browsers speak HTTP/2, so they get beyond the handshake, to a server that answers nothing',
    instead: { verdict: 'broken', primary: 'net.timeout', stop: 2 },
    without: ['tls.handshake-failed'],
    with: ['net.timeout'],
  },
};

/** Cases whose page waits for a person, who closes it here. */
export const waitsForPerson: readonly string[] = [
  'a removal worded for a host that the metadata names for sign-ins, after a sign-in',
  'a page that waits for a person',
  'more scope is wanted, and the further sign-in waits for a person',
];
