import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWatchedTabs, type TabEvent, type WatchedTabs } from '../../../lib/interference/watched-tabs.ts';
import { symptomOf } from '../../../lib/interference/symptom.ts';
import type { BrowserEvidenceMap } from '../../../lib/kernel/evidence-browser.ts';
import { answeredBy, blocked, claude, headers, moment } from './flight-events.ts';

const document = { url: 'https://claude.ai/customize/connectors', type: 'main_frame', asker: null } as const;

/** Takes them in, each request under its own number; tells whether anything was worth keeping. */
function take(tabs: WatchedTabs, ...requests: readonly (readonly TabEvent[])[]): boolean {
  return requests
    .flatMap((events) => {
      number += 1;
      return events.map((event) => tabs.take({ ...event, requestId: `r${String(number)}` }));
    })
    .some((isNew) => isNew);
}
let number = 0;

describe('the tab with Claude’s page', () => {
  it('is known in whole from the beginning of its document', () => {
    const tabs = createWatchedTabs([]);
    expect(take(tabs, answeredBy(200, document))).toBe(true);
    expect(take(tabs, answeredBy(200))).toBe(false);
    expect(tabs.traffic(7)).toEqual({ isWhole: true, requests: 2, notes: [] });
  });

  it('is known in part where the watch began later', () => {
    const tabs = createWatchedTabs([]);
    take(tabs, answeredBy(200));
    expect(tabs.traffic(7)).toEqual({ isWhole: false, requests: 1, notes: [] });
  });

  it('has a note of what was stopped, once for all that are alike', () => {
    const tabs = createWatchedTabs([]);
    expect(take(tabs, answeredBy(200, document), blocked(), blocked())).toBe(true);
    expect(tabs.traffic(7)).toEqual({
      isWhole: true,
      requests: 3,
      notes: [
        {
          url: 'https://api.anthropic.com/mcp-registry/v0/servers?…',
          need: 'directory-registry',
          purpose: 'directory',
          extra: null,
          type: 'xmlhttprequest',
          what: { kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' },
          times: 2,
        },
      ],
    });
  });

  it('has notes of which those without a query alone can be asked for once more as they were', () => {
    const symptomAfter = (url: string) => {
      const tabs = createWatchedTabs([]);
      take(tabs, answeredBy(200, document), blocked({ url }));
      return symptomOf({ 'page-traffic': tabs.traffic(7) ?? undefined } as Partial<BrowserEvidenceMap>);
    };
    expect(symptomAfter('https://claude.ai/v1/toolbox/all')).toMatchObject({ kind: 'request' });
    expect(symptomAfter('https://claude.ai/v1/toolbox/all?beta=1')).toMatchObject({ kind: 'page' });
  });

  it('starts afresh with the next document, and is forgotten on another site or when it is closed', () => {
    const tabs = createWatchedTabs([]);
    take(tabs, answeredBy(200, document), blocked());
    take(tabs, answeredBy(200, document));
    expect(tabs.traffic(7)).toEqual({ isWhole: true, requests: 1, notes: [] });
    expect(take(tabs, answeredBy(200, { ...document, url: 'https://www.anthropic.com/' }))).toBe(true);
    expect(tabs.traffic(7)).toBeNull();
    take(tabs, answeredBy(200, document));
    expect(tabs.forget(7)).toBe(true);
    expect(tabs.forget(7)).toBe(false);
    expect(tabs.traffic(7)).toBeNull();
  });

  it('is forgotten when it shows another site, but not while Claude’s document is on its way', () => {
    const tabs = createWatchedTabs([]);
    const arriving = answeredBy(200, document).map((event) => ({ ...event, requestId: 'd' }));
    for (const event of arriving.slice(0, -1)) {
      tabs.take(event);
      expect(tabs.left(7)).toBe(false);
    }
    for (const event of arriving.slice(-1)) tabs.take(event);
    take(tabs, blocked());
    expect(tabs.left(8)).toBe(false);
    expect(tabs.left(7)).toBe(true);
    expect(tabs.kept()).toEqual([]);
    // Led on to another site: nothing more is told of that request.
    const to = 'https://login.dev/';
    for (const event of arriving.slice(0, 3)) tabs.take({ ...event, requestId: 'e' });
    tabs.take(
      moment({ ...document, requestId: 'e', moment: 'headers', status: 302, headers: headers({ location: to }) }),
    );
    tabs.take(moment({ ...document, requestId: 'e', moment: 'redirected', status: 302, redirectUrl: to }));
    expect(tabs.left(7)).toBe(true);
    expect(createWatchedTabs([[7, { isWhole: true, requests: 1, notes: [] }]]).left(7)).toBe(true);
  });

  it('goes on from what was kept', () => {
    const before = createWatchedTabs([]);
    take(before, answeredBy(200, document), blocked());
    const after = createWatchedTabs(before.kept());
    take(after, blocked());
    expect(after.traffic(7)).toMatchObject({ isWhole: true, requests: 3, notes: [{ times: 2 }] });
  });

  it('keeps what became of a document that was sent elsewhere, and of where it was sent', () => {
    const tabs = createWatchedTabs([]);
    const to = 'https://claude.ai/blocked';
    const made = headers({ 'non-authoritative-reason': 'WebRequest API' });
    take(tabs, [
      moment({ ...document, moment: 'begun' }),
      moment({ ...document, moment: 'redirected', status: 307, redirectUrl: to, headers: made }),
      ...answeredBy(200, { ...document, url: to }),
    ]);
    expect(tabs.traffic(7)).toMatchObject({ isWhole: true, requests: 1, notes: [{ what: { kind: 'diverted', to } }] });
  });
});

describe('no concern of Claude’s page', () => {
  it.each<[string, Partial<TabEvent>]>([
    ['what no tab asks', { tabId: -1 }],
    ['what another page asks', { asker: 'https://elsewhere.dev' }],
    ['what another page of Anthropic’s asks', { asker: 'https://console.anthropic.com/settings' }],
    ['a page that nobody looks at yet', { isPrerendered: true }],
    ['another site', { ...document, url: 'https://www.anthropic.com/' }],
  ])('is %s', (_name, wish) => {
    const tabs = createWatchedTabs([]);
    expect(take(tabs, blocked(wish))).toBe(false);
    expect(tabs.kept()).toEqual([]);
  });
});

describe('what is worth a note', () => {
  const notesOf = (...requests: readonly (readonly TabEvent[])[]) => {
    const tabs = createWatchedTabs([]);
    take(tabs, ...requests);
    return tabs.traffic(7)?.notes.map(({ what, extra }) => [what.kind, extra]);
  };
  const failed = (said: string): readonly TabEvent[] => [
    moment({ moment: 'begun' }),
    moment({ moment: 'failed', failure: { reason: 'unknown', said } }),
  ];

  it('is a failure, and none that the page itself brought about', () => {
    expect(notesOf(failed('net::ERR_NAME_NOT_RESOLVED'))).toEqual([['failed', null]]);
    expect(notesOf(failed('NS_ERROR_ABORT'))).toEqual([['blocked', null]]);
    expect(notesOf(failed('net::ERR_ABORTED'), failed('NS_BINDING_ABORTED'))).toEqual([]);
  });

  it('is a failing server where Claude needs it, and a file of the page’s code that is gone', () => {
    const code = { url: 'https://assets-proxy.anthropic.com/app.js', type: 'script' };
    expect(notesOf(answeredBy(503), answeredBy(404, code))).toEqual([
      ['server-error', null],
      ['gone', null],
    ]);
    expect(notesOf(answeredBy(503, { url: 'https://statsig.anthropic.com/v1/rgstr' }))).toEqual([]);
    expect(notesOf(answeredBy(404), answeredBy(403))).toEqual([]);
    expect(notesOf(answeredBy(404, { ...code, type: 'image' }))).toEqual([]);
  });

  it('is a blocked tracker as what it is', () => {
    expect(notesOf(blocked({ url: 'https://claude.ai/sentry?v=7' }))).toEqual([['blocked', 'telemetry']]);
  });

  it('is one edit of headers for all requests of a kind', () => {
    const edited = (url: string): readonly TabEvent[] => [
      moment({ moment: 'begun', url }),
      moment({ moment: 'asking', url }),
      moment({ moment: 'sent', url, headers: headers({ 'x-added': '1' }) }),
      moment({ moment: 'completed', url, status: 200 }),
    ];
    expect(notesOf(edited(`${claude}/api/one`), edited(`${claude}/api/two`))).toEqual([['headers', null]]);
  });
});

describe('whatever is asked', () => {
  const requests = fc.array(
    fc.record({
      tabId: fc.integer({ min: -1, max: 60 }),
      url: fc.oneof(
        fc.webUrl({ withQueryParameters: true }).map((url) => url.replace(/^https?:\/\/[^/?#]+/, claude)),
        fc.constantFrom('https://claude.ai/sentry', 'https://statsig.anthropic.com/v1/rgstr'),
      ),
      type: fc.constantFrom('main_frame', 'script', 'xmlhttprequest'),
      isStopped: fc.boolean(),
    }),
    { maxLength: 400 },
  );

  it('tabs and notes stay within bounds, and no query is kept', () => {
    fc.assert(
      fc.property(requests, (all) => {
        const tabs = createWatchedTabs([]);
        for (const { isStopped, ...wish } of all) take(tabs, isStopped ? blocked(wish) : answeredBy(200, wish));
        expect(tabs.kept().length).toBeLessThanOrEqual(30);
        for (const [tabId, { notes, requests: count }] of tabs.kept()) {
          expect(tabId).toBeGreaterThanOrEqual(0);
          expect(notes.length).toBeLessThanOrEqual(60);
          expect(notes.reduce((sum, { times }) => sum + times, 0)).toBeLessThanOrEqual(count);
          for (const { url } of notes) expect(url).not.toMatch(/#|\?(?!…$)/);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('what Claude needs is noted even where everything else was stopped before', () => {
    const tabs = createWatchedTabs([]);
    const tracker = (at: number) => blocked({ url: `https://a-cdn.anthropic.com/${String(at)}.js` });
    take(tabs, ...Array.from({ length: 80 }, (_, at) => tracker(at)), blocked());
    const notes = tabs.traffic(7)?.notes ?? [];
    expect(notes.length).toBe(60);
    expect(notes.at(-1)?.need).toBe('directory-registry');
  });
});
