import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

const requirements = 'https://claude.com/docs/connectors/building/troubleshooting';

/** Why no answer came at all, as curl, Node and browsers tell it of a connector’s address: found by their codes, not by words. */
export const network = {
  'name-not-found': {
    shown: 'curl: (6) Could not resolve host',
    phrases: [],
    otherLanguages: {},
    surfaces: ['claude-code', 'server'],
    step: 1,
    meaning: 'The name in the address is not found. It is misspelt, or known only to your own network.',
    causes: [
      { code: 'dns.not-found', likelihood: 'usual', why: whys.nameNotFound },
      { code: 'dns.split-horizon', likelihood: 'common', why: whys.privateHost },
    ],
    guides: ['private-host', 'change-url-or-credentials'],
    isConnectorFault: true,
    sources: [requirements],
  },
  'connection-refused': {
    shown: 'ECONNREFUSED',
    phrases: [],
    otherLanguages: {},
    surfaces: ['claude-code', 'server'],
    step: 2,
    meaning: 'The host is there, and no program takes connections at this port. The server may not be running.',
    causes: [
      { code: 'net.refused', likelihood: 'usual', why: whys.refused },
      { code: 'url.nonstandard-port', likelihood: 'rare', why: whys.port },
    ],
    guides: ['change-url-or-credentials'],
    isConnectorFault: true,
    sources: [requirements],
  },
  'connection-timed-out': {
    shown: 'ETIMEDOUT',
    phrases: [],
    otherLanguages: {},
    surfaces: ['claude-code', 'server'],
    step: 2,
    meaning: 'The host did not answer in time. Often a firewall drops requests in silence.',
    causes: [
      { code: 'net.timeout', likelihood: 'usual', why: whys.slowOrSilent },
      { code: 'dns.private-address', likelihood: 'common', why: whys.privateAddress },
    ],
    guides: ['firewall', 'private-host'],
    isConnectorFault: true,
    sources: [requirements],
  },
  'connection-reset': {
    shown: 'ECONNRESET',
    phrases: [],
    otherLanguages: {},
    surfaces: ['claude-code', 'server'],
    step: 2,
    meaning: 'The connection was cut before an answer came.',
    causes: [
      { code: 'net.reset', likelihood: 'usual', why: whys.reset },
      { code: 'tls.handshake-failed', likelihood: 'common', why: whys.handshake },
    ],
    guides: ['firewall'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/479'],
  },
  'certificate-expired': {
    shown: 'CERT_HAS_EXPIRED',
    phrases: [],
    otherLanguages: {},
    surfaces: ['claude-code', 'server'],
    step: 2,
    meaning: 'The server’s certificate is not valid any more.',
    causes: [
      {
        code: 'tls.expired',
        likelihood: 'usual',
        why: 'A certificate has a last day, and this one is past it.',
      },
      { code: 'client.clock-skew', likelihood: 'rare', why: 'A computer whose clock is wrong says the same.' },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: [requirements],
  },
  'certificate-for-another-name': {
    shown: 'ERR_TLS_CERT_ALTNAME_INVALID',
    phrases: [],
    otherLanguages: {},
    surfaces: ['claude-code', 'server'],
    step: 2,
    meaning: 'The server’s certificate is for another name than the one in the address.',
    causes: [
      {
        code: 'tls.hostname-mismatch',
        likelihood: 'usual',
        why: 'The name in the address is not among those for which the certificate was made.',
      },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/homeassistant-ai/ha-mcp/issues/2066'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
