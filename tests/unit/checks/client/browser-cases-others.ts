import type { BisectFindings } from '../../../../lib/kernel/evidence-browser.ts';
import { answer, blocker, incident, note, reach, stopped, traffic, type Cases } from './browser-look.ts';

const extensions = { enabled: 4, suspects: [blocker] };
const culprits: BisectFindings = {
  symptom: 'the request to api.anthropic.com',
  seenBy: 'probe',
  rounds: 5,
  suspects: 16,
  outcome: { kind: 'culprits', groups: [[{ id: blocker.id, name: blocker.name }]] },
};
const failingDirectory = reach(
  {},
  { 'directory-registry': { outside: answer({ status: 503 }), page: answer({ status: 503 }) } },
);
const blockedDirectory = reach({}, { 'directory-registry': { page: stopped } });

/** Other extensions, and Claude’s own service. */
export const othersCases = {
  'client.extension-suspect': [
    {
      what: 'two of them',
      look: {
        extensions: { enabled: 4, suspects: [blocker, { ...blocker, id: 'b', name: 'Held', canSwitch: false }] },
      },
      found: ['note certain'],
      says: [
        /2 extensions may touch Claude’s page/,
        /• Strict Blocker 1\.2\.3: it may: block requests; read and change every page$/m,
        /• Held 1\.2\.3: .* \(held by your organization/,
      ],
    },
    {
      what: 'one',
      look: { extensions: { enabled: 4, suspects: [{ ...blocker, powers: [] }] } },
      found: ['note certain'],
      says: [/Strict Blocker may touch Claude’s page/, /• Strict Blocker 1\.2\.3: what it may do is not known/],
    },
    {
      what: 'very many',
      look: { extensions: { enabled: 70, suspects: Array.from({ length: 70 }, () => blocker) } },
      found: ['note certain'],
      says: [/70 extensions/, /• and 10 more/],
    },
    { what: 'one that a search has named', look: { extensions, bisect: culprits }, found: [] },
    { what: 'none', look: {}, found: [] },
  ],
  'client.extension-culprit': [
    {
      what: 'one, and it still shows',
      look: { bisect: culprits, reach: blockedDirectory, extensions },
      found: ['blocker certain'],
      says: [/Strict Blocker keeps Claude from working/, /5 looks/],
    },
    {
      what: 'two groups',
      look: {
        reach: blockedDirectory,
        bisect: {
          ...culprits,
          outcome: {
            kind: 'culprits',
            groups: [
              [{ id: 'a', name: 'A' }],
              [
                { id: 'b', name: 'B' },
                { id: 'c', name: 'C' },
              ],
            ],
          },
        },
        extensions: 'consent',
      },
      found: ['blocker certain', 'blocker certain'],
      says: [
        /A keeps Claude/,
        /It alone is enough: with it on, this failed: .* It is one of 2 causes: it works only without any of them/s,
        /B and C together keep/,
        /These together are enough: with all of them on/,
      ],
    },
    {
      what: 'by the person’s word',
      look: { bisect: { ...culprits, seenBy: 'person' }, extensions },
      found: ['blocker likely'],
      says: [/by your own word/],
    },
    {
      what: 'by probes, and by the person’s word where those could not tell',
      look: { bisect: { ...culprits, seenBy: 'both' }, reach: blockedDirectory, extensions },
      found: ['blocker likely'],
      says: [/this failed, partly by your own word: the request/],
    },
    {
      what: 'nothing of it shows now',
      look: { bisect: culprits, extensions },
      found: ['note certain'],
      says: [/does not show it now/],
    },
    {
      what: 'nothing of it shows now, but for what was noted before it was told to leave Claude alone',
      look: {
        bisect: culprits,
        extensions,
        'page-traffic': traffic(note({ kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' })),
      },
      found: ['note certain'],
      says: [/does not show it now/],
    },
    { what: 'switched off since', look: { bisect: culprits, reach: blockedDirectory }, found: [] },
    { what: 'no extension', look: { reach: blockedDirectory }, found: [] },
    {
      what: 'it came and went',
      look: { bisect: { ...culprits, outcome: { kind: 'inconsistent' } } },
      found: [],
      skipped: 'prerequisite',
    },
    {
      what: 'it does not fail any more',
      look: { bisect: { ...culprits, rounds: 0, outcome: { kind: 'gone' } } },
      found: [],
      skipped: 'prerequisite',
    },
  ],
  'client.service-incident': [
    {
      what: 'major, and the directory fails',
      look: { 'claude-status': { updatedAt: null, notices: [incident()] }, reach: failingDirectory },
      found: ['blocker certain'],
      says: [/since 2026-11-21 09:30 UTC/],
    },
    {
      what: 'major, and nothing here fails',
      look: { 'claude-status': { updatedAt: null, notices: [incident()] } },
      found: ['problem certain'],
    },
    {
      what: 'minor',
      look: {
        'claude-status': {
          updatedAt: null,
          notices: [incident({ impact: 'minor', components: ['Claude API (api.anthropic.com)'] })],
        },
      },
      found: ['problem certain'],
    },
    {
      what: 'nobody knows of what',
      look: { 'claude-status': { updatedAt: null, notices: [incident({ components: [], since: null })] } },
      found: ['problem certain'],
    },
    {
      what: 'of connectors, by its title',
      look: {
        'claude-status': { updatedAt: null, notices: [incident({ components: [], title: 'Connectors do not load' })] },
        reach: failingDirectory,
      },
      found: ['blocker certain'],
    },
    {
      what: 'major, of the programming interface alone',
      look: {
        'claude-status': {
          updatedAt: null,
          notices: [incident({ components: ['Claude API (api.anthropic.com)'] })],
        },
        reach: failingDirectory,
      },
      found: ['problem certain'],
    },
    {
      what: 'of another product',
      look: { 'claude-status': { updatedAt: null, notices: [incident({ components: ['Claude Code'] })] } },
      found: [],
    },
    {
      what: 'over',
      look: { 'claude-status': { updatedAt: null, notices: [incident({ state: 'resolved' })] } },
      found: [],
    },
  ],
  'client.service-maintenance': [
    {
      what: 'under way',
      look: {
        'claude-status': { updatedAt: null, notices: [incident({ kind: 'maintenance', state: 'in_progress' })] },
      },
      found: ['problem certain'],
    },
    {
      what: 'announced',
      look: { 'claude-status': { updatedAt: null, notices: [incident({ kind: 'maintenance', state: 'scheduled' })] } },
      found: [],
    },
  ],
} satisfies Cases;
