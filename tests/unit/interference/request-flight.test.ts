import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../lib/interference/reach-outcome.ts';
import {
  nextFlight,
  type Flight,
  type FlightEvent,
  type FlightMoment,
} from '../../../lib/interference/request-flight.ts';
import { answeredBy, blocked, claude, headers, moment, registry } from './flight-events.ts';

/** The flight after these moments. */
function flown(events: readonly FlightEvent[]): Flight {
  const flight = events.reduce<Flight | undefined>(nextFlight, undefined);
  if (!flight) throw new Error('there are no moments');
  return flight;
}

describe('a request on its way', () => {
  it('is answered by the server, whatever the server says', () => {
    const flight = flown(answeredBy(403));
    expect(flight).toMatchObject({ wasSent: true, edits: [], end: { kind: 'answered', status: 403 } });
    expect(outcomeOf(flight)).toEqual({
      kind: 'answered',
      status: 403,
      ip: '203.0.113.7',
      leadsTo: null,
      clockAheadS: 2,
    });
  });

  it('is stopped before it leaves', () => {
    expect(outcomeOf(flown(blocked()))).toEqual({
      kind: 'failed',
      reason: 'blocked-by-client',
      said: 'net::ERR_BLOCKED_BY_CLIENT',
      wasSent: false,
    });
  });

  it('counts as answered where the browser keeps the answer from the page', () => {
    const failure = { reason: 'unknown', said: 'net::ERR_FAILED' } as const;
    const kept = [...answeredBy(200).slice(0, 4), moment({ moment: 'failed', failure })];
    expect(outcomeOf(flown(kept))).toMatchObject({ kind: 'answered', status: 200 });
    const stopped = { reason: 'blocked-by-client', said: 'net::ERR_BLOCKED_BY_CLIENT' } as const;
    const cut = [...answeredBy(200).slice(0, 4), moment({ moment: 'failed', failure: stopped })];
    expect(outcomeOf(flown(cut))).toMatchObject({ kind: 'failed', reason: 'blocked-by-client', wasSent: true });
  });

  it('has no outcome while it is under way', () => {
    for (let seen = 1; seen < 6; seen += 1) expect(outcomeOf(flown(answeredBy(200).slice(0, seen)))).toBeNull();
  });
});

describe('a redirect', () => {
  const begun = moment({ moment: 'begun' });
  const to = 'https://elsewhere.dev/login?back=1';
  const answer = moment({ moment: 'headers', status: 302, headers: headers({ location: to }) });
  const redirected = moment({ moment: 'redirected', status: 302, redirectUrl: to });

  it('of the server is its answer, and says where it leads when that is not Claude’s', () => {
    expect(outcomeOf(flown([begun, answer, redirected]))).toMatchObject({
      kind: 'answered',
      status: 302,
      leadsTo: 'https://elsewhere.dev/login',
    });
    const home = 'https://claude.ai/login';
    const within = [
      moment({ moment: 'headers', status: 307, headers: headers({ location: home }) }),
      moment({ moment: 'redirected', status: 307, redirectUrl: `${home}#cd-1` }),
    ];
    expect(outcomeOf(flown([begun, ...within]))).toMatchObject({ kind: 'answered', status: 307, leadsTo: null });
  });

  it('of the server may come out of the cache', () => {
    const cached = moment({ moment: 'redirected', status: 301, redirectUrl: to, fromCache: true });
    expect(flown([begun, cached]).end).toEqual({ kind: 'redirected', status: 301, to });
  });

  it('whose answer may have been missed is nobody else’s', () => {
    expect(flown([redirected]).end).toEqual({ kind: 'redirected', status: 302, to });
    const sent = moment({ moment: 'sent' });
    expect(flown([sent, { ...redirected, status: null }]).end).toMatchObject({ kind: 'redirected', to });
    const inItself = { ...redirected, headers: headers({ location: to }) };
    expect(flown([begun, inItself]).end).toEqual({ kind: 'redirected', status: 302, to });
    const elsewhere = { ...redirected, headers: headers({ location: 'https://other.dev/' }) };
    expect(flown([begun, elsewhere]).end).toEqual({ kind: 'diverted', to });
  });

  it('into an extension, or to what no server can lead to, is never the server’s', () => {
    for (const inside of ['chrome-extension://abc/empty.json', 'moz-extension://abc/a', 'data:,']) {
      const inward = { ...redirected, status: 0, redirectUrl: inside };
      expect(flown([inward]).end).toEqual({ kind: 'diverted', to: inside });
    }
    const made = { ...redirected, headers: headers({ 'non-authoritative-reason': 'WebRequest API', location: to }) };
    expect(flown([made]).end).toEqual({ kind: 'diverted', to });
  });

  it('of another extension is none of the server’s', () => {
    const made = headers({ 'non-authoritative-reason': 'WebRequest API', location: to });
    const diverted = moment({ moment: 'redirected', status: 307, redirectUrl: to, headers: made });
    expect(outcomeOf(flown([begun, diverted]))).toEqual({ kind: 'diverted', to: 'https://elsewhere.dev/login' });
    // Firefox has no word for it: there is no answer before it.
    expect(flown([begun, { ...diverted, headers: [], status: 0 }]).end).toEqual({ kind: 'diverted', to });
  });

  it('of another extension may come after the server’s answer, or change its goal', () => {
    const fine = moment({ moment: 'headers', status: 200 });
    expect(flown([begun, fine, redirected]).end).toEqual({ kind: 'diverted', to });
    const other = 'https://other.dev/';
    expect(flown([begun, answer, { ...redirected, redirectUrl: other }]).end).toEqual({ kind: 'diverted', to: other });
  });

  it('to https of the same host is the browser’s own', () => {
    const plain = moment({ moment: 'begun', url: 'http://claude.ai/' });
    const upgrade = moment({
      moment: 'redirected',
      url: 'http://claude.ai/',
      status: 307,
      redirectUrl: 'https://claude.ai/',
      headers: headers({ 'non-authoritative-reason': 'HSTS' }),
    });
    expect(flown([plain, upgrade]).end).toBeNull();
  });

  it('leads to another request, of which the first says nothing', () => {
    const next = { ...begun, url: to };
    expect(flown([begun, answer, redirected, next])).toMatchObject({ url: to, end: null, isLedHere: true });
  });
});

describe('headers', () => {
  const begun = moment({ moment: 'begun' });

  it('that were edited on the way out and on the way in are named, without their values', () => {
    const flight = flown([
      begun,
      moment({ moment: 'asking', headers: headers({ cookie: 'session=secret', accept: '*/*', dnt: '0' }) }),
      moment({ moment: 'sent', headers: headers({ accept: '*/*', dnt: '1', 'x-added': '1' }) }),
      moment({ moment: 'headers', status: 200, headers: headers({ 'content-security-policy': "default-src 'self'" }) }),
      moment({ moment: 'started', status: 200, headers: headers({ server: 'x' }) }),
    ]);
    expect(flight.edits).toEqual([
      { kind: 'headers', direction: 'request', added: ['x-added'], removed: ['cookie'], changed: ['dnt'] },
      {
        kind: 'headers',
        direction: 'response',
        added: ['server'],
        removed: ['content-security-policy'],
        changed: [],
      },
    ]);
  });

  it('of a copy in the cache, and in another order, are no edit', () => {
    const asked = headers({ a: '1', b: '2' });
    const confirmed = [
      begun,
      moment({ moment: 'asking', headers: asked }),
      moment({ moment: 'sent', headers: asked.toReversed() }),
      moment({ moment: 'headers', status: 304, headers: headers({ etag: '1' }) }),
      moment({ moment: 'started', status: 200, fromCache: true, headers: headers({ etag: '1', vary: 'origin' }) }),
    ];
    expect(flown(confirmed).edits).toEqual([]);
  });

  it('with the server’s consent were taken away where the page is refused what the server allows', () => {
    const allowed = headers({
      'access-control-allow-origin': claude,
      'access-control-allow-credentials': 'true',
    });
    const failed = moment({ moment: 'failed', failure: { reason: 'unknown', said: 'net::ERR_FAILED' } });
    const refused = (answer: typeof allowed): readonly FlightEvent[] => [
      begun,
      moment({ moment: 'headers', status: 200, headers: answer }),
      failed,
    ];
    expect(flown(refused(allowed)).edits).toEqual([
      { kind: 'headers', direction: 'response', added: [], removed: ['access-control-allow-origin'], changed: [] },
    ]);
    expect(flown(refused(headers({ 'access-control-allow-origin': '*' }))).edits).toEqual([]);
    expect(flown(refused([])).edits).toEqual([]);
    // Behind a redirect from elsewhere the page counts as nobody, whom the server did not let in.
    expect(flown([begun, ...refused(allowed)]).edits).toEqual([]);
  });
});

describe('whatever moments come', () => {
  const moments = fc.constantFrom<FlightMoment>(
    'begun',
    'asking',
    'sent',
    'headers',
    'redirected',
    'started',
    'completed',
    'failed',
  );
  const anyEvent = fc
    .record({
      moment: moments,
      url: fc.oneof(fc.constant(registry), fc.webUrl(), fc.string()),
      status: fc.option(fc.integer({ min: 0, max: 599 })),
      redirectUrl: fc.option(fc.oneof(fc.webUrl(), fc.string())),
      fromCache: fc.boolean(),
      headers: fc.array(fc.record({ name: fc.string(), value: fc.string() }), { maxLength: 40 }),
      failure: fc.option(fc.record({ reason: fc.constant('unknown' as const), said: fc.string() })),
    })
    .map((wish) => moment(wish));

  it('nothing is thrown, an end stays until the next beginning, and what is kept is bounded', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        let flight: Flight | undefined;
        for (const event of events) {
          const before = flight;
          flight = nextFlight(before, event);
          if (before !== undefined && before.end !== null && event.moment !== 'begun') expect(flight).toBe(before);
          const outcome = outcomeOf(flight);
          expect(outcome === null).toBe(flight.end === null);
          expect(JSON.stringify(outcome).length).toBeLessThan(2_500);
          for (const { added, removed, changed } of flight.edits) {
            expect(added.length + removed.length + changed.length).toBeGreaterThan(0);
            expect(Math.max(added.length, removed.length, changed.length)).toBeLessThanOrEqual(20);
          }
        }
      }),
    );
  });
});
