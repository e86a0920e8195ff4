import type { ReachOutcome } from '../../../../lib/kernel/evidence-browser.ts';
import { answer, blocker, failed, reach, stopped, type Cases } from './browser-look.ts';

const dead = failed('dns', 'net::ERR_NAME_NOT_RESOLVED');
const atProxy = failed('proxy', 'net::ERR_PROXY_CONNECTION_FAILED');
const late = failed('timeout', 'no answer within 2 seconds', true);
const extensions = { enabled: 4, suspects: [blocker] };
const blockedDirectory = reach({}, { 'directory-registry': { page: stopped } });

/** The page fares as we do. */
function both(outcome: ReachOutcome) {
  return { outside: outcome, page: outcome };
}

/** The way to Claude: this computer, its network and a proxy on it. */
export const wayCases = {
  'client.offline': [
    {
      what: 'the browser says so and nothing answers',
      look: {
        browser: { online: false, family: 'chromium', hasPage: false, addressesAreEvidence: true },
        reach: reach({ outside: failed('unreachable', 'net::ERR_INTERNET_DISCONNECTED'), page: null }),
      },
      found: ['blocker certain'],
      says: [/browser is offline/],
    },
    {
      what: 'the browser says so and Claude answers all the same',
      look: { browser: { online: false, family: 'chromium', hasPage: true, addressesAreEvidence: true } },
      found: [],
    },
  ],
  'client.claude-unreachable': [
    {
      what: 'no name',
      look: { reach: reach({ outside: dead, page: dead }) },
      found: ['blocker certain'],
      says: [/NAME/],
    },
    {
      what: 'too slow',
      look: { reach: reach({ outside: late, page: late }) },
      found: ['problem likely'],
      says: [/claude\.ai did not answer in time/, /no answer within 2 seconds/],
    },
    {
      what: 'too slow for one of several, which fail for good',
      look: { reach: reach({ outside: dead, page: null }, { 'connector-list': { outside: late } }) },
      found: ['blocker certain'],
      says: [/failed outside Claude’s page, where/],
    },
    { what: 'too slow for us alone', look: { reach: reach({ outside: late }) }, found: [] },
    { what: 'no name for us alone, while the page is answered', look: { reach: reach({ outside: dead }) }, found: [] },
    {
      what: 'every answer of claude.ai is an error of its own',
      look: { reach: reach({ outside: answer({ status: 503 }), page: answer({ status: 503 }) }) },
      found: ['blocker likely'],
      says: [/HTTP status 503/, /Anthropic/],
    },
    { what: 'refusals are answers', look: { reach: reach({ outside: answer({ status: 403 }) }) }, found: [] },
    { what: 'the page alone fails', look: { reach: reach({ page: stopped }) }, found: [] },
    { what: 'a proxy that may be an extension’s', look: { reach: reach(both(atProxy)) }, found: [] },
  ],
  'client.directory-unreachable': [
    {
      what: 'the service fails',
      look: { reach: reach({}, { 'directory-registry': both(answer({ status: 502 })) }) },
      found: ['blocker likely'],
      says: [/HTTP status 502/, /Nobody but Anthropic/],
    },
    {
      what: 'its host refuses connections',
      look: {
        reach: reach({}, { 'directory-registry': both(failed('refused', 'NS_ERROR_CONNECTION_REFUSED')) }),
      },
      found: ['blocker certain'],
      says: [/api\.anthropic\.com/],
    },
    {
      what: 'its host is slow',
      look: { reach: reach({}, { 'directory-registry': both(late) }) },
      found: ['problem likely'],
      says: [/did not answer in time/],
    },
    {
      what: 'it fails for us alone, while the page is answered',
      look: { reach: reach({}, { 'directory-registry': { outside: dead } }) },
      found: [],
    },
    {
      what: 'it is not there for strangers',
      look: { reach: reach({}, { 'directory-registry': { outside: answer({ status: 404 }) } }) },
      found: [],
    },
    { what: 'the page alone fails', look: { reach: blockedDirectory }, found: [] },
    { what: 'a proxy that may be an extension’s', look: { reach: reach(both(atProxy)) }, found: [] },
  ],
  'client.clock-skew': [
    {
      what: 'an hour ahead',
      look: { reach: reach({ outside: answer({ clockAheadS: 3_600 }) }) },
      found: ['problem certain'],
      says: [/60 minutes fast/],
    },
    {
      what: 'one answer of several is old',
      look: {
        reach: reach({ outside: answer({ clockAheadS: 3_600 }) }, { page: { outside: answer({ clockAheadS: 2 }) } }),
      },
      found: [],
    },
  ],
  'client.network-filter': [
    {
      what: 'somebody else’s certificate',
      look: { reach: reach(both(failed('tls-name', 'net::ERR_CERT_COMMON_NAME_INVALID'))) },
      found: ['blocker certain'],
      says: [/another name/],
    },
    {
      what: 'one that nobody trusts',
      look: { reach: reach(both(failed('tls-untrusted', 'net::ERR_CERT_AUTHORITY_INVALID'))) },
      found: ['blocker certain'],
    },
    {
      what: 'no secure connection',
      look: { reach: reach(both(failed('tls-handshake', 'net::ERR_SSL_PROTOCOL_ERROR'))) },
      found: ['blocker likely'],
    },
    {
      what: 'a network’s own page',
      look: { reach: reach({ outside: answer({ status: 302, leadsTo: 'https://portal.cafe.example/login' }) }) },
      found: ['blocker likely'],
      says: [/portal\.cafe\.example/],
    },
    {
      what: 'one that came to us alone, while the page is answered',
      look: { reach: reach({ outside: failed('tls-untrusted', 'net::ERR_CERT_AUTHORITY_INVALID') }) },
      found: [],
    },
    {
      what: 'one name is missing',
      look: { reach: reach({}, { 'directory-registry': both(dead) }) },
      found: ['blocker likely'],
      says: [/does not know api\.anthropic\.com/],
    },
    {
      what: 'a private address that lets through',
      look: { reach: reach({ outside: answer({ ip: '10.1.2.3' }) }) },
      found: ['warning likely'],
      says: [/10\.1\.2\.3/],
    },
    {
      what: 'a private address that does not',
      look: {
        reach: reach(
          { outside: answer({ ip: '10.1.2.3' }) },
          { page: both(failed('reset', 'net::ERR_CONNECTION_RESET')) },
        ),
      },
      found: ['blocker likely'],
    },
    {
      what: 'addresses that say nothing',
      look: {
        browser: { online: true, family: 'chromium', hasPage: true, addressesAreEvidence: false },
        reach: reach({ outside: answer({ ip: '127.0.0.1' }) }),
      },
      found: [],
    },
    { what: 'no name at all', look: { reach: reach(both(dead)) }, found: [] },
    { what: 'a public address', look: { reach: reach({ outside: answer({ ip: '160.79.104.10' }) }) }, found: [] },
    {
      what: 'a certificate out of date',
      look: { reach: reach({ outside: failed('tls-expired', 'net::ERR_CERT_DATE_INVALID') }) },
      found: [],
    },
  ],
  'client.proxy-controlled': [
    {
      what: 'nothing comes through',
      look: { reach: reach({ outside: atProxy }) },
      found: ['blocker certain'],
    },
    {
      what: 'some comes through',
      look: { reach: reach({}, { page: { outside: failed('proxy', 'net::ERR_TUNNEL_CONNECTION_FAILED') } }) },
      found: ['blocker likely'],
    },
    {
      what: 'within the page alone',
      look: { reach: reach({}, { page: { page: failed('proxy', 'net::ERR_TUNNEL_CONNECTION_FAILED') } }) },
      found: ['warning likely'],
    },
    {
      what: 'an extension may',
      look: { extensions: { enabled: 1, suspects: [{ ...blocker, name: 'Far Away VPN', powers: ['proxy'] }] } },
      found: ['warning possible'],
      says: [/Far Away VPN/],
    },
    { what: 'none may', look: { extensions }, found: [] },
  ],
} satisfies Cases;
