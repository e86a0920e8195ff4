import { describe, expect, it } from 'vitest';
import type { FailureReason } from '../../../lib/kernel/exchange.ts';
import { sightOf, signsIn, symptomOf } from '../../../lib/interference/symptom.ts';
import type {
  PageIntegrity,
  PageTraffic,
  ReachLook,
  ReachOutcome,
  TrafficNote,
} from '../../../lib/kernel/evidence-browser.ts';

const answered: ReachOutcome = { kind: 'answered', status: 200, ip: null, leadsTo: null, clockAheadS: 0 };
const failed = (reason: FailureReason): ReachOutcome => ({
  kind: 'failed',
  reason,
  said: 'net::ERR_X',
  wasSent: false,
});

const look = (need: string, page: ReachOutcome | null, outside: ReachOutcome = answered): ReachLook => ({
  need,
  purpose: 'page',
  url: 'https://claude.ai/',
  outside,
  page,
});

const note = (what: TrafficNote['what'], more: Partial<TrafficNote> = {}): TrafficNote => ({
  url: 'https://claude.ai/api/mcp/list',
  need: 'connector-list',
  purpose: 'connectors',
  extra: null,
  type: 'xmlhttprequest',
  what,
  times: 1,
  ...more,
});

const traffic = (...notes: readonly TrafficNote[]): { readonly 'page-traffic': PageTraffic } => ({
  'page-traffic': { isWhole: true, requests: 10, notes },
});

const integrity = (more: Partial<PageIntegrity>): { readonly 'page-integrity': PageIntegrity } => ({
  'page-integrity': { runsScripts: true, keepsCookies: true, replaced: [], hidden: [], refusedByPolicy: [], ...more },
});

const edit = (direction: 'request' | 'response', ...changed: readonly string[]): TrafficNote['what'] => ({
  kind: 'headers',
  direction,
  added: [],
  removed: [],
  changed,
});

const blocked: TrafficNote['what'] = { kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' };

describe('what is looked at in a bisect', () => {
  it('is the request that the page cannot make and others can', () => {
    const looks = [look('page', answered), look('directory-registry', failed('blocked-by-client'))];
    expect(symptomOf({ reach: { looks } })).toEqual({
      kind: 'request',
      url: 'https://api.anthropic.com/mcp-registry/v0/servers?limit=1',
      as: 'fetch',
      how: 'blocked-by-client',
      words: 'the request to api.anthropic.com for the connectors directory',
    });
  });

  it('is rather what is stopped in the browser than what fails on the way', () => {
    const looks = [look('page', failed('dns')), look('page-code', { kind: 'diverted', to: 'data:…' })];
    expect(symptomOf({ reach: { looks } })).toMatchObject({ kind: 'request', as: 'script' });
    expect(symptomOf({ reach: { looks: looks.slice(0, 1) } })).toMatchObject({ kind: 'request', as: 'fetch' });
  });

  it('is a proxy’s failure also where it stands before our own requests', () => {
    const looks = [look('page', failed('proxy'), failed('proxy'))];
    expect(symptomOf({ reach: { looks } })?.kind).toBe('request');
    expect(symptomOf({ reach: { looks: [look('page', failed('dns'), failed('dns'))] } })).toBeNull();
  });

  it.each<[string, ReachOutcome | null]>([
    ['no page was open', null],
    ['it answered', answered],
    ['it was not seen', { kind: 'unseen' }],
    ['it was not allowed', { kind: 'not-allowed' }],
    ['it was given up', failed('aborted')],
  ])('is no request where %s', (_, page) => {
    expect(symptomOf({ reach: { looks: [look('page', page)] } })).toBeNull();
  });

  it('is a request of the page’s own that was stopped, where its address is whole', () => {
    expect(symptomOf(traffic(note(blocked)))).toMatchObject({
      kind: 'request',
      url: 'https://claude.ai/api/mcp/list',
      words: 'the request to claude.ai for your list of connectors',
    });
    for (const cut of [note(blocked, { url: 'https://claude.ai/api/…/mcp' }), note(blocked, { type: 'main_frame' })]) {
      expect(symptomOf(traffic(cut))).toMatchObject({ kind: 'page', codes: ['client.request-blocked'] });
    }
  });

  it('is never what Claude does without', () => {
    expect(symptomOf(traffic(note(blocked, { need: null, purpose: null, extra: 'telemetry' })))).toBeNull();
  });

  it('is one sign of the page, the surest', () => {
    const seen = {
      ...traffic(note(edit('response', 'content-security-policy'))),
      ...integrity({
        hidden: [{ what: 'main', how: 'display', by: 'injected' }],
        replaced: [{ name: 'fetch', by: { kind: 'extension', id: 'x' } }],
      }),
    };
    expect(symptomOf(seen)).toMatchObject({ kind: 'page', codes: ['client.page-elements-hidden'] });
    expect(signsIn(seen)).toEqual([
      'client.page-elements-hidden',
      'client.page-script-patched',
      'client.headers-altered',
    ]);
  });

  it('is nothing that innocent extensions do', () => {
    const seen = {
      ...traffic(note(edit('request', 'dnt')), note(edit('response', 'x-something'))),
      ...integrity({
        hidden: [{ what: 'main', how: 'display', by: 'unknown' }],
        replaced: [
          { name: 'fetch', by: { kind: 'page', url: 'https://claude.ai/app.js' } },
          { name: 'History.prototype.pushState', by: { kind: 'extension', id: 'x' } },
        ],
      }),
    };
    expect(signsIn(seen)).toEqual([]);
    expect(symptomOf(seen)).toBeNull();
    expect(symptomOf({})).toBeNull();
  });
});

describe('one more request of the same kind', () => {
  it.each<[ReachOutcome, FailureReason | 'diverted', string]>([
    [answered, 'blocked-by-client', 'works'],
    [failed('blocked-by-client'), 'blocked-by-client', 'fails'],
    [failed('blocked-by-client'), 'proxy', 'fails'],
    [{ kind: 'diverted', to: 'data:…' }, 'blocked-by-client', 'fails'],
    [failed('timeout'), 'blocked-by-client', 'unclear'],
    [failed('dns'), 'blocked-by-client', 'unclear'],
    [failed('reset'), 'diverted', 'unclear'],
    [failed('unreachable'), 'proxy', 'unclear'],
    [failed('proxy'), 'proxy', 'fails'],
    [failed('timeout'), 'timeout', 'fails'],
    [failed('aborted'), 'aborted', 'unclear'],
    [{ kind: 'unseen' }, 'blocked-by-client', 'unclear'],
    [{ kind: 'not-allowed' }, 'blocked-by-client', 'unclear'],
  ])('%j after %s: %s', (outcome, how, saw) => {
    expect(sightOf(outcome, { how })).toBe(saw);
  });
});
