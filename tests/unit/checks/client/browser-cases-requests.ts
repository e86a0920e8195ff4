import type { BisectFindings } from '../../../../lib/kernel/evidence-browser.ts';
import { failed, integrity, note, reach, stopped, traffic, type Cases } from './browser-look.ts';

const dead = failed('dns', 'net::ERR_NAME_NOT_RESOLVED');
const blockedDirectory = reach({}, { 'directory-registry': { page: stopped } });

function headers(
  direction: 'request' | 'response',
  names: { readonly added?: string[]; readonly removed?: string[]; readonly changed?: string[] },
) {
  return note({ kind: 'headers', direction, added: [], removed: [], changed: [], ...names });
}

/** The tab was watched from later on. */
function late() {
  return { ...traffic(), isWhole: false, requests: 3 };
}

const ownBlocked = note({ kind: 'blocked', said: 'NS_ERROR_ABORT' });
const unseen = { kind: 'unseen' } as const;

function searchOf(outcome: BisectFindings['outcome']): BisectFindings {
  return { symptom: 'the request to api.anthropic.com', seenBy: 'probe', rounds: 4, suspects: 9, outcome };
}

/** The requests of Claude’s page, and what they carry. */
export const requestsCases = {
  'client.request-blocked': [
    {
      what: 'stopped (Chromium)',
      look: { reach: blockedDirectory },
      found: ['blocker certain'],
      says: [/the connectors directory/],
    },
    {
      what: 'stopped (Firefox)',
      look: { reach: reach({}, { page: { page: failed('blocked-by-client', 'NS_ERROR_ABORT') } }) },
      found: ['blocker certain'],
    },
    {
      what: 'a request of the page’s own',
      look: { 'page-traffic': traffic(ownBlocked), reach: reach({}, { 'connector-list': { page: unseen } }) },
      found: ['blocker certain'],
      says: [/your list of connectors/],
    },
    {
      what: 'a request of the page’s own, the same of which is answered now',
      look: { 'page-traffic': traffic(ownBlocked) },
      found: ['problem certain'],
      says: [/were blocked before, and get through now/, /Reload Claude’s page to use it: what you typed/],
    },
    {
      what: 'another address of the page’s own than the one that is answered now',
      look: {
        'page-traffic': traffic({ ...ownBlocked, need: 'page', url: 'https://claude.ai/api/bootstrap' }),
      },
      found: ['blocker certain'],
    },
    {
      what: 'the same, after the extension that a search has named was switched off',
      look: {
        'page-traffic': traffic({ ...ownBlocked, need: 'page', url: 'https://claude.ai/api/bootstrap' }),
        bisect: searchOf({ kind: 'culprits', groups: [[{ id: 'gone', name: 'Gone' }]] }),
      },
      found: ['problem certain'],
      says: [/get through now/],
    },
    {
      what: 'before any search',
      look: { reach: blockedDirectory, bisect: 'not-asked' },
      found: ['blocker certain'],
      says: [
        /“Find the extension”/,
        /An extension such as an ad blocker, or the browser’s own blocking, stopped requests to api\.anthropic\.com/,
      ],
    },
    {
      what: 'after a search that named none',
      look: { reach: blockedDirectory, bisect: searchOf({ kind: 'not-an-extension' }) },
      found: ['blocker certain'],
      says: [/extensions that were not tried/, /^(?![^]*Find the extension)/],
    },
    {
      what: 'the page’s way alone fails',
      look: { reach: reach({}, { page: { page: failed('refused', 'net::ERR_CONNECTION_REFUSED', true) } }) },
      found: ['blocker likely'],
    },
    {
      what: 'a letter’s form',
      look: {
        'page-traffic': traffic(note({ kind: 'blocked', said: 'NS_ERROR_ABORT' }, { type: 'font', need: 'page' })),
      },
      found: ['warning certain'],
    },
    {
      what: 'what the browser refuses of an answer',
      look: { reach: reach({ page: failed('blocked-by-client', 'net::ERR_BLOCKED_BY_ORB', true) }) },
      found: [],
    },
    {
      what: 'a policy of the page',
      look: { reach: reach({ page: failed('unknown', 'net::ERR_BLOCKED_BY_CSP') }) },
      found: [],
    },
    { what: 'CORS', look: { reach: reach({ page: failed('unknown', 'net::ERR_FAILED', true) }) }, found: [] },
    { what: 'given up', look: { reach: reach({ page: failed('aborted', 'net::ERR_ABORTED') }) }, found: [] },
    {
      what: 'both fail',
      look: { reach: reach({ outside: dead, page: dead }) },
      found: [],
    },
    {
      what: 'what reports home',
      look: { 'page-traffic': traffic(note({ kind: 'blocked', said: 'NS_ERROR_ABORT' }, { type: 'ping' })) },
      found: [],
    },
  ],
  'client.telemetry-blocked': [
    {
      what: 'trackers',
      look: {
        'page-traffic': traffic(
          note(
            { kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' },
            { need: null, purpose: null, extra: 'telemetry', url: 'https://statsig.anthropic.com/v1' },
          ),
        ),
      },
      found: ['note certain'],
      says: [/statsig\.anthropic\.com/],
    },
    {
      what: 'what Claude needs',
      look: { 'page-traffic': traffic(note({ kind: 'blocked', said: 'NS_ERROR_ABORT' })) },
      found: [],
    },
    {
      what: 'none that was seen, of a page that was there before',
      look: { 'page-traffic': late() },
      found: [],
      skipped: 'prerequisite',
    },
    {
      what: 'a stranger’s request',
      look: {
        'page-traffic': traffic(note({ kind: 'blocked', said: 'NS_ERROR_ABORT' }, { need: null, purpose: null })),
      },
      found: [],
    },
  ],
  'client.request-redirected': [
    {
      what: 'to an empty file',
      look: { reach: reach({}, { page: { page: { kind: 'diverted', to: 'chrome-extension://abc/empty.json' } } }) },
      found: ['blocker certain'],
      says: [/a file of an extension/],
    },
    {
      what: 'one of the page’s own, the same of which is answered now',
      look: { 'page-traffic': traffic(note({ kind: 'diverted', to: 'data:…' })) },
      found: ['problem certain'],
      says: [/were sent elsewhere before/],
    },
    {
      what: 'parameters are cut off',
      look: { reach: reach({}, { page: { page: { kind: 'diverted', to: 'https://claude.ai/favicon.ico' } } }) },
      found: [],
    },
    {
      what: 'parameters of the page’s own are cut off',
      look: {
        'page-traffic': traffic(
          note({ kind: 'diverted', to: 'https://claude.ai/a' }, { url: 'https://claude.ai/a?…', type: 'script' }),
        ),
      },
      found: [],
    },
    {
      what: 'a tracker',
      look: { 'page-traffic': traffic(note({ kind: 'diverted', to: 'data:…' }, { need: null, extra: 'telemetry' })) },
      found: [],
    },
  ],
  'client.headers-altered': [
    {
      what: 'a stricter policy, and refusals',
      look: {
        'page-traffic': traffic(headers('response', { changed: ['content-security-policy'] })),
        'page-integrity': integrity({ refusedByPolicy: [{ directive: 'connect-src', host: 'api.anthropic.com' }] }),
      },
      found: ['blocker certain'],
      says: [/refused requests of the page to api\.anthropic\.com/],
    },
    {
      what: 'what lets the page read is gone, and it cannot',
      look: {
        'page-traffic': traffic(
          headers('response', { removed: ['access-control-allow-origin'] }),
          note({ kind: 'failed', reason: 'unknown', said: 'net::ERR_FAILED' }),
        ),
      },
      found: ['blocker certain'],
    },
    {
      what: 'a policy alone',
      look: { 'page-traffic': traffic(headers('response', { removed: ['Content-Security-Policy'] })) },
      found: ['problem certain'],
      says: [/receives/],
    },
    {
      what: 'cookies',
      look: { 'page-traffic': traffic(headers('request', { removed: ['cookie'] })) },
      found: ['problem certain'],
      says: [/sends/],
    },
    {
      what: 'cookies, by an extension that a search has named and that is off now',
      look: {
        'page-traffic': traffic(headers('request', { removed: ['cookie'] })),
        bisect: searchOf({ kind: 'culprits', groups: [[{ id: 'gone', name: 'Gone' }]] }),
      },
      found: ['problem certain'],
      says: [/that is off now changed headers/, /Reload Claude’s page to have it as its servers send it/],
    },
    {
      what: 'something unknown',
      look: { 'page-traffic': traffic(headers('request', { added: ['x-mood'] })) },
      found: ['note certain'],
    },
    {
      what: 'wishes for privacy',
      look: { 'page-traffic': traffic(headers('request', { added: ['dnt', 'sec-gpc'], changed: ['user-agent'] })) },
      found: [],
    },
    {
      what: 'a page that was there before, whose headers nobody has seen',
      look: {
        'page-traffic': late(),
        'page-integrity': integrity({ refusedByPolicy: [{ directive: 'connect-src', host: 'api.anthropic.com' }] }),
      },
      found: [],
      skipped: 'prerequisite',
    },
    {
      what: 'a page that was there before, with an edit all the same',
      look: { 'page-traffic': { ...late(), notes: [headers('request', { removed: ['cookie'] })] } },
      found: ['problem certain'],
    },
    {
      what: 'refusals by Claude’s own policy',
      look: { 'page-integrity': integrity({ refusedByPolicy: [{ directive: 'img-src', host: 'x.example' }] }) },
      found: [],
    },
  ],
} satisfies Cases;
