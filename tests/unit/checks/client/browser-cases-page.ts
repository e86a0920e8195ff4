import { blocker, integrity, note, traffic, type Cases } from './browser-look.ts';

const byExtension = { kind: 'extension', id: blocker.id } as const;
/** uBlock Origin, as everybody knows it from Edge. */
const byKnownBlocker = { kind: 'extension', id: 'odfafepnkmbhccpbejgmiehpchacaeak' } as const;
const extensions = { enabled: 4, suspects: [blocker] };

/** Claude’s page itself, and what the browser lets it do. */
export const pageCases = {
  'client.page-script-patched': [
    {
      what: 'two extensions',
      look: {
        'page-integrity': integrity({
          replaced: [
            { name: 'fetch', by: byExtension },
            { name: 'WebSocket', by: { kind: 'extension', id: 'other' } },
            { name: 'Response.prototype.json', by: byExtension },
          ],
        }),
        extensions,
      },
      found: ['problem likely', 'warning possible'],
      says: [/Strict Blocker stands between/, /fetch and Response\.prototype\.json/, /script from outside may stand/],
    },
    {
      what: 'an extension that nobody may name',
      look: {
        'page-integrity': integrity({ replaced: [{ name: 'fetch', by: byKnownBlocker }] }),
        extensions: 'consent',
      },
      found: ['problem likely'],
      says: [/^An extension stands between/],
    },
    {
      what: 'a known blocker that is not here, by the page’s word',
      look: { 'page-integrity': integrity({ replaced: [{ name: 'fetch', by: byKnownBlocker }] }), extensions },
      found: ['warning possible'],
      says: [/^A script from outside may/],
    },
    {
      what: 'Firefox’s own name for an extension’s files',
      look: {
        'page-integrity': integrity({
          replaced: [{ name: 'fetch', by: { kind: 'extension', id: '0b1f3c5e-1111-4222-8333-444455556666' } }],
        }),
        extensions,
      },
      found: ['problem likely'],
      says: [/^An extension stands between/],
    },
    {
      what: 'a script without an address',
      look: {
        'page-integrity': integrity({ replaced: [{ name: 'XMLHttpRequest.prototype.open', by: { kind: 'unknown' } }] }),
      },
      found: ['warning possible'],
    },
    {
      what: 'Claude’s own code',
      look: {
        'page-integrity': integrity({
          replaced: [{ name: 'fetch', by: { kind: 'page', url: 'https://claude.ai/a.js' } }],
        }),
      },
      found: [],
    },
    {
      what: 'what speaks with nobody',
      look: { 'page-integrity': integrity({ replaced: [{ name: 'fetchLater2', by: byExtension }] }) },
      found: [],
    },
  ],
  'client.page-elements-hidden': [
    {
      what: 'a style from outside',
      look: { 'page-integrity': integrity({ hidden: [{ what: 'connectors-list', how: 'display', by: 'injected' }] }) },
      found: ['problem certain'],
      says: [/list of connectors/],
    },
    {
      what: 'nobody knows by what',
      look: { 'page-integrity': integrity({ hidden: [{ what: 'x', how: 'opacity', by: 'unknown' }] }) },
      found: [],
    },
  ],
  'client.stale-cache': [
    {
      what: 'files are gone',
      look: { 'page-copy': { compared: 1, differing: [], gone: ['index-v1.js'] } },
      found: ['problem certain'],
      says: [/index-v1\.js/],
    },
    {
      what: 'the page asked for what is gone',
      look: {
        'page-copy': 'prerequisite',
        'page-traffic': traffic(
          note({ kind: 'gone', status: 404 }, { type: 'script', url: 'https://claude.ai/a/b.js' }),
        ),
      },
      found: ['problem certain'],
      says: [/b\.js/],
    },
    {
      what: 'files differ',
      look: { 'page-copy': { compared: 2, differing: ['index.js'], gone: [] } },
      found: ['problem likely'],
    },
    {
      what: 'the page asked for what is gone, by an address with a query',
      look: {
        'page-copy': 'prerequisite',
        'page-traffic': traffic(
          note({ kind: 'gone', status: 404 }, { type: 'script', url: 'https://claude.ai/a/b.js?…' }),
        ),
      },
      found: ['problem certain'],
      says: [/\(b\.js\)/],
    },
    { what: 'all the same', look: {}, found: [] },
  ],
  'client.cookies-blocked': [
    {
      what: 'by a setting',
      look: { 'site-settings': { cookies: 'block', javascript: null, popups: null, thirdPartyCookies: null } },
      found: ['problem certain'],
    },
    {
      what: 'on the page',
      look: { 'site-settings': 'vantage', 'page-integrity': integrity({ keepsCookies: false }) },
      found: ['problem likely'],
    },
    {
      what: 'until the browser ends',
      look: { 'site-settings': { cookies: 'session_only', javascript: null, popups: null, thirdPartyCookies: null } },
      found: [],
    },
  ],
  'client.javascript-blocked': [
    {
      what: 'by a setting',
      look: { 'site-settings': { cookies: null, javascript: 'block', popups: null, thirdPartyCookies: null } },
      found: ['problem certain'],
      says: [/settings forbid/],
    },
    {
      what: 'on the page',
      look: { 'site-settings': 'permission', 'page-integrity': integrity({ runsScripts: false }) },
      found: ['problem likely'],
    },
    { what: 'it runs', look: {}, found: [] },
  ],
  'client.popups-blocked': [
    {
      what: 'here and not elsewhere',
      look: {
        'site-settings': {
          cookies: null,
          javascript: null,
          popups: { here: 'block', elsewhere: 'allow' },
          thirdPartyCookies: null,
        },
      },
      found: ['problem certain'],
    },
    {
      what: 'an extension opens windows',
      look: { 'page-integrity': integrity({ replaced: [{ name: 'open', by: byExtension }] }), extensions },
      found: ['problem likely'],
      says: [/Strict Blocker decides/],
    },
    {
      what: 'an extension that is not here, by the page’s word',
      look: { 'page-integrity': integrity({ replaced: [{ name: 'open', by: byKnownBlocker }] }), extensions },
      found: ['warning possible'],
      says: [/^A script from outside may decide/],
    },
    {
      what: 'an extension that nobody may name',
      look: {
        'page-integrity': integrity({ replaced: [{ name: 'open', by: byKnownBlocker }] }),
        extensions: 'consent',
      },
      found: ['warning possible'],
      says: [/^A script from outside may decide/],
    },
    { what: 'everywhere, as browsers do', look: {}, found: [] },
  ],
  'client.third-party-cookies-blocked': [
    {
      what: 'blocked',
      look: { 'site-settings': { cookies: 'allow', javascript: 'allow', popups: null, thirdPartyCookies: 'block' } },
      found: ['note certain'],
    },
    { what: 'allowed', look: {}, found: [] },
  ],
} satisfies Cases;
