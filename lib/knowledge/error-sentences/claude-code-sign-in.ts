import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

/** What Claude Code and other clients show when registration, the certificate or the protocol version stops them. */
export const claudeCodeSignIn = {
  'registration-answer-invalid': {
    shown: 'SDK auth failed: [ … invalid_type … path: ["client_uri"] … received null ]',
    phrases: [
      'sdk auth failed: [ … invalid_type',
      'sdk auth failed … client_uri',
      'invalid_type … client_uri',
      'invalid url … client_uri',
      'client_uri … received null',
    ],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: 7,
    meaning:
      'The sign-in service registered Claude, but its answer holds empty members (null or "") where an address or nothing belongs.',
    causes: [{ code: 'auth.dcr-response-invalid', likelihood: 'usual', why: whys.registrationAnswer }],
    guides: ['claude-code', 'report-to-support'],
    isConnectorFault: true,
    sources: [
      'https://github.com/anthropics/claude-code/issues/52565',
      'https://github.com/anthropics/claude-code/issues/13685',
    ],
  },
  'registration-not-offered': {
    shown: 'Incompatible auth server: does not support dynamic client registration',
    phrases: ['does not support dynamic client registration'],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: 7,
    meaning: 'The sign-in service wants clients that it knows beforehand. Ask its people for a client ID.',
    causes: [{ code: 'auth.no-registration-way', likelihood: 'usual', why: whys.noRegistration }],
    guides: ['claude-code', 'change-url-or-credentials'],
    isConnectorFault: true,
    sources: ['https://code.claude.com/docs/en/mcp'],
  },
  'certificate-not-trusted': {
    shown: 'SDK auth failed: unable to get local issuer certificate',
    phrases: [
      'sdk auth failed: unable to get local issuer certificate',
      'sdk auth failed: self signed certificate',
      'sdk auth failed: self-signed certificate',
      'unknown_certificate_verification_error',
    ],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: 2,
    meaning:
      'This computer could not trace the server’s certificate back to an authority that it trusts. On a company’s network its own authority may have to be made known (NODE_EXTRA_CA_CERTS).',
    causes: [
      { code: 'tls.incomplete-chain', likelihood: 'common', why: whys.incompleteChain },
      { code: 'client.tls-interception', likelihood: 'common', why: whys.interception },
      { code: 'tls.untrusted-issuer', likelihood: 'common', why: whys.untrustedIssuer },
    ],
    guides: ['claude-code', 'report-to-support'],
    isConnectorFault: true,
    sources: [
      'https://github.com/anthropics/claude-code/issues/85635',
      'https://github.com/anthropics/claude-code/issues/82202',
    ],
  },
  'fetch-failed': {
    shown: 'SDK auth failed: fetch failed',
    phrases: ['sdk auth failed: fetch failed', 'mcp … fetch failed'],
    alone: ['fetch failed'],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: 2,
    meaning:
      'A request got no answer at all; the text does not say why. Behind it are often the certificate, the name or the network.',
    causes: [
      { code: 'tls.untrusted-issuer', likelihood: 'common', why: whys.untrustedIssuer },
      { code: 'tls.incomplete-chain', likelihood: 'common', why: whys.incompleteChain },
      { code: 'net.refused', likelihood: 'common', why: whys.refused },
      { code: 'dns.not-found', likelihood: 'common', why: whys.nameNotFound },
    ],
    guides: ['claude-code'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/2899'],
  },
  'version-header-refused': {
    shown: 'Bad Request: Unsupported protocol version: 2026-07-28 (supported versions: …)',
    phrases: ['bad request: unsupported protocol version', 'unsupported protocol version … (supported versions:'],
    otherLanguages: {},
    surfaces: ['server', 'web'],
    step: null,
    meaning:
      'A request named a newer protocol version than the server knows, and the server refused it (400). Some of Claude’s requests were seen to do that after an older version had been agreed on.',
    causes: [
      { code: 'transport.version-header-strict', likelihood: 'usual', why: whys.versionHeader },
      { code: 'transport.version-not-negotiated', likelihood: 'common', why: whys.versionNotNegotiated },
      { code: 'transport.version-header-rejected', likelihood: 'rare', why: whys.versionHeaderAny },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/CodeWithCJ/SparkyFitness/issues/2155'],
  },
  'version-not-supported': {
    shown: 'MCP error -32602: Unsupported protocol version',
    phrases: [
      'mcp error -32602: unsupported protocol version',
      '-32602 … unsupported protocol version',
      'unsupported protocol version … 202',
      'unsupported protocolversion',
    ],
    otherLanguages: {},
    surfaces: ['claude-code', 'server'],
    step: 3,
    meaning:
      'The server refused the protocol version that was offered. It should answer with one that it speaks, so that both can agree.',
    causes: [
      { code: 'transport.version-not-negotiated', likelihood: 'usual', why: whys.versionNotNegotiated },
      {
        code: 'transport.version-unsupported',
        likelihood: 'common',
        why: 'The server speaks no version that Claude speaks.',
      },
      { code: 'transport.version-header-rejected', likelihood: 'rare', why: whys.versionHeaderAny },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: [
      'https://github.com/sickn33/agentic-awesome-skills/issues/1003',
      'https://github.com/cl-ai-project/cl-mcp/issues/26',
    ],
  },
  'issuer-mismatch-in-callback': {
    shown: 'issuer mismatch on iss in the callback',
    phrases: ['issuer mismatch on … iss', 'issuer mismatch … callback', 'issuermismatcherror'],
    alone: ['issuer mismatch'],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: 8,
    meaning:
      'The sign-in service came back under another name (iss) than the one in its own details, so the answer was not trusted.',
    causes: [{ code: 'auth.issuer-mismatch', likelihood: 'usual', why: whys.issuerMismatch }],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://code.claude.com/docs/en/errors'],
  },
  'request-timed-out': {
    shown: 'MCP error -32001: Request timed out',
    phrases: ['mcp error -32001: request timed out'],
    otherLanguages: {},
    surfaces: ['claude-code', 'desktop'],
    step: null,
    meaning: 'The server took a request and did not answer in time.',
    causes: [
      { code: 'transport.no-reply', likelihood: 'common', why: whys.slowOrSilent },
      { code: 'transport.version-not-negotiated', likelihood: 'common', why: whys.versionNotNegotiated },
      { code: 'transport.stream-buffered', likelihood: 'rare', why: whys.streamHeld },
    ],
    guides: ['slow-or-large-results', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/77'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
