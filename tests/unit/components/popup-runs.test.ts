import { describe, expect, it } from 'vitest';
import { lacksSecret, recentRuns, shownRun } from '../../../components/popup/popup-runs.ts';
import { commandOf, consentOf, missingHosts, waitsForConnector } from '../../../components/run/run-needs.ts';
import type { PageSighting } from '../../../lib/page/sighting.ts';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';
import { run } from '../../browser/gallery/sample-runs.ts';

const minute = 60_000;
const now = 100 * minute;
const sighting: PageSighting = {
  page: 'https://claude.ai/',
  sentence: 'Couldn’t reach the MCP server',
  stage: null,
  oauthError: null,
  reference: 'ofid_1',
  connectorUrl: null,
  connectorName: null,
  seenAt: now,
};
const nothing = { now, picked: null, dismissed: null, sighting: null };

const done = run({ id: 'done', host: 'one.dev', startedAt: now - 5 * minute, updatedAt: now - 4 * minute });
const old = run({ id: 'old', host: 'two.dev', startedAt: now - 90 * minute, updatedAt: now - 89 * minute });
const active = run({ id: 'active', host: 'three.dev', phase: 'running', startedAt: now - 95 * minute });

describe('the run that the popup shows', () => {
  it('is the newest while it is fresh', () => {
    expect(shownRun([done, old], nothing)).toBe(done);
    expect(shownRun([old], nothing)).toBeNull();
    expect(shownRun([], nothing)).toBeNull();
  });

  it('is one under way, however old', () => {
    expect(shownRun([done, old, active], nothing)).toBe(active);
  });

  it('is the one that was picked, and not the one that was put aside', () => {
    expect(shownRun([done, active, old], { ...nothing, picked: 'old' })).toBe(old);
    expect(shownRun([done, old], { ...nothing, dismissed: 'done' })).toBeNull();
    expect(shownRun([done, active], { ...nothing, dismissed: 'active' })).toBe(done);
  });

  it('gives way to an error that came after it, unless it is about that very error', () => {
    expect(shownRun([done], { ...nothing, sighting })).toBeNull();
    const about = { ...done, claude: { ...sighting, seenAt: now - 6 * minute } };
    expect(shownRun([about], { ...nothing, sighting })).toBe(about);
    const other = { ...done, claude: { ...sighting, reference: 'ofid_2' } };
    expect(shownRun([other], { ...nothing, sighting })).toBeNull();
  });
});

describe('the recent connectors', () => {
  it('stand once each, without the one that is shown, and are few', () => {
    const again = { ...old, id: 'again' };
    expect(recentRuns([done, again, old], done)).toEqual([again]);
    expect(recentRuns([run({ id: 'nowhere', url: null, host: null })], null)).toEqual([]);
    const many = Array.from({ length: 9 }, (_, index) => run({ id: `${index}`, host: `host-${index}.dev` }));
    expect(recentRuns(many, null).map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
  });
});

describe('what a run waits for', () => {
  it('is named by its hosts', () => {
    const waiting = run({ missingOrigins: ['https://auth.acme.dev/*', 'http://auth.acme.dev/*', 'https://*/*'] });
    expect(missingHosts(waiting)).toEqual(['auth.acme.dev', '*']);
  });

  it('is the connector itself, or another host', () => {
    expect(waitsForConnector(run({ missingOrigins: ['https://mcp.acme.dev/*'] }))).toBe(true);
    expect(waitsForConnector(run({ missingOrigins: ['https://auth.acme.dev/*'] }))).toBe(false);
    expect(waitsForConnector(run({ url: 'http://[::1]:8080/mcp', missingOrigins: ['http://[::1]/*'] }))).toBe(true);
  });
});

it('consent is asked for again, for what went furthest', () => {
  const withPlans = (...plans: ('active' | 'signed-in')[]) =>
    run({ choices: { ...defaultChoices, plans: [...defaultChoices.plans, ...plans] } });
  expect(consentOf(withPlans())).toBeNull();
  expect(consentOf(withPlans('active'))).toBe('active');
  expect(consentOf(withPlans('active', 'signed-in'))).toBe('signed-in');
});

it('a secret that is gone is asked for again, but for a client’s, which has its own field', () => {
  const client = { ...defaultChoices, clientId: 'acme' };
  const redacted = 'https://mcp.acme.dev/mcp?key=redacted';
  expect(lacksSecret(run({}))).toBe(false);
  expect(lacksSecret(run({ hadSecrets: true }))).toBe(true);
  expect(lacksSecret(run({ hadSecrets: true, choices: client }))).toBe(false);
  expect(lacksSecret(run({ hadSecrets: true, choices: client, url: redacted }))).toBe(true);
});

it('the command for a terminal lets an address run nothing there', () => {
  expect(commandOf({ url: 'https://mcp.acme.dev/mcp' })).toBe('npx connector-doctor check https://mcp.acme.dev/mcp');
  expect(commandOf({ url: 'https://mcp.acme.dev/$(id)?a=1&b=2' })).toBe(
    "npx connector-doctor check 'https://mcp.acme.dev/$(id)?a=1&b=2'",
  );
});
