import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatusPage } from '../../../lib/parsing/status-page.ts';

const calm = {
  page: { id: 'x', name: 'Claude', url: 'https://status.claude.com', updated_at: '2026-11-21T12:00:00.000Z' },
  components: [
    { name: 'claude.ai', status: 'operational' },
    { name: 'Claude API (api.anthropic.com)', status: 'operational' },
  ],
  incidents: [],
  scheduled_maintenances: [],
  status: { indicator: 'none', description: 'All Systems Operational' },
};

const incident = {
  name: 'Elevated errors on connectors',
  status: 'investigating',
  impact: 'major',
  started_at: '2026-11-21T11:00:00Z',
  shortlink: 'https://stspg.io/abc',
  components: [{ name: 'claude.ai', status: 'partial_outage' }],
};

const read = (more: Record<string, unknown>) => readStatusPage(JSON.stringify({ ...calm, ...more }));

describe('a status page', () => {
  it('tells of nothing when all is well', () => {
    expect(read({})).toEqual({ updatedAt: '2026-11-21T12:00:00.000Z', notices: [] });
  });

  it('tells of incidents that are not over', () => {
    const over = { ...incident, status: 'resolved' };
    expect(read({ incidents: [incident, over, { ...incident, status: 'postmortem' }] })?.notices).toEqual([
      {
        kind: 'incident',
        title: 'Elevated errors on connectors',
        state: 'investigating',
        impact: 'major',
        components: ['claude.ai'],
        since: '2026-11-21T11:00:00.000Z',
        url: 'https://stspg.io/abc',
      },
    ]);
  });

  it('takes components from the updates where the incident names none', () => {
    const incident_updates = [{ affected_components: [{ code: 'a', name: 'Claude Console' }] }];
    expect(read({ incidents: [{ ...incident, components: [], incident_updates }] })?.notices[0]?.components).toEqual([
      'Claude Console',
    ]);
  });

  it('tells of maintenance that is under way, not of what is announced', () => {
    const planned = { name: 'Database work', status: 'scheduled', scheduled_for: '2026-11-22T01:00:00Z' };
    const now = { ...planned, status: 'in_progress', impact: 'maintenance' };
    expect(read({ scheduled_maintenances: [planned, now, { ...now, status: 'completed' }] })?.notices).toEqual([
      {
        kind: 'maintenance',
        title: 'Database work',
        state: 'in_progress',
        impact: 'maintenance',
        components: [],
        since: '2026-11-22T01:00:00.000Z',
        url: null,
      },
    ]);
  });

  it('tells of components that do not work without an incident, once', () => {
    const components = [
      { name: 'claude.ai', status: 'partial_outage' },
      { name: 'Claude API', status: 'major_outage', updated_at: '2026-11-21T10:00:00Z' },
      { name: 'Claude Code', status: 'under_maintenance' },
      { name: 'All', status: 'major_outage', group: true },
      { name: 'Odd', status: 'toString' },
    ];
    const notices = read({ components, incidents: [incident] })?.notices ?? [];
    expect(notices.map(({ kind, title, state }) => [kind, title, state])).toEqual([
      ['incident', 'Elevated errors on connectors', 'investigating'],
      ['incident', 'Claude API: major outage', 'major outage'],
      ['maintenance', 'Claude Code: under maintenance', 'in_progress'],
    ]);
  });

  it('holds what it reads to its bounds', () => {
    const long = {
      ...incident,
      name: `a\u0007\n${'b'.repeat(9_000)}`,
      shortlink: `https://x.example/${'y'.repeat(900)}`,
    };
    const many = Array.from({ length: 900 }, (_, at) => ({ name: `component ${String(at)}` }));
    const status = read({ incidents: [{ ...long, components: many }, ...Array.from({ length: 500 }, () => incident)] });
    expect(status?.notices).toHaveLength(20);
    const [first] = status?.notices ?? [];
    expect(first?.title).toMatch(/^a b{190,}…$/);
    expect(first?.title).toHaveLength(200);
    expect(first?.components).toHaveLength(20);
    expect(first?.url).toBeNull();
  });

  it.each([
    ['javascript:alert(1)', null],
    ['http://stspg.io/abc', null],
    [7, null],
  ])('follows no link like %s', (shortlink, url) => {
    expect(read({ incidents: [{ ...incident, shortlink }] })?.notices[0]?.url).toBe(url);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['a broken text', '{"page":{},"incidents":['],
    ['a list', '[]'],
    ['another object', '{"ok":true}'],
    ['a word', '"page"'],
    ['a tower', '['.repeat(5_000)],
  ])('is not %s', (_, text) => {
    expect(readStatusPage(text)).toBeNull();
  });

  it.each([
    { incidents: 'none' },
    { incidents: [null, 7, 'x', []] },
    { incidents: [{}] },
    { incidents: [{ ...incident, name: null, components: 'all', started_at: 'yesterday', impact: [] }] },
    { components: [{ name: 5, status: 'major_outage' }] },
    { scheduled_maintenances: { 0: incident } },
    { page: null, incidents: [] },
  ])('does without what is damaged: %j', (more) => {
    const status = read(more);
    expect(status).not.toBeNull();
    for (const notice of status?.notices ?? []) {
      expect(notice.title).not.toBe('');
      expect(notice.since).toBeNull();
    }
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.json(), (one, other, third) => {
        const text = `{"page":${one},"incidents":[${other}],"components":[${third}],"scheduled_maintenances":${other}}`;
        const status = readStatusPage(text);
        expect(status === null || status.notices.length <= 20).toBe(true);
      }),
    );
  });
});
