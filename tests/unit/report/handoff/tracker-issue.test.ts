import { describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { trackerIssue, type TrackerAnswers } from '../../../../lib/report/handoff/tracker-issue.ts';
import { trackerRemarks } from '../../../../lib/report/handoff/tracker-words.ts';
import { prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import type { TrackerFieldId, TrackerFormName } from '../../../../lib/standards/tracker-forms.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const now = Date.parse('2026-11-20T10:00:00Z');

const shown = {
  sentence: 'Couldn’t reach the MCP server.',
  stage: 'start_error',
  oauthError: 'mcp_registration_failed',
  reference: 'ofid_d325aa51c0ffee51',
  surface: 'web',
  seenAt: '2026-11-20T09:12:33.000Z',
};

const wall = sampleFinding({ evidence: ['e1'] });
const broken = sampleReport({
  vantage: 'extension',
  verdict: 'broken',
  claude: shown,
  environment: { browser: 'Chromium 156', os: 'Linux', language: 'de' },
  primary: { id: wall.id, code: wall.code },
  stop: { step: 3, name: 'the first request', claudeSays: ['Couldn’t reach the MCP server.'] },
  findings: [wall],
  exchanges: [sampleResponse()],
});

function issue(report: Report, form: TrackerFormName = 'developer', answers: TrackerAnswers = {}) {
  return trackerIssue(report, { form, answers, now });
}

function valueOf(field: TrackerFieldId, report: Report, form?: TrackerFormName): string | undefined {
  return issue(report, form).fields.find(({ id }) => id === field)?.value;
}

function withFacts(facts: Partial<Report['facts']>, members: Partial<Report> = {}): Report {
  return { ...broken, facts: { ...broken.facts, ...facts }, ...members };
}

function withAuth(auth: Partial<Report['facts']['auth']>): Report['facts']['auth'] {
  return { ...broken.facts.auth, mode: 'oauth', ...auth };
}

describe('an issue for the public tracker', () => {
  it('opens the form with everything that the report knows', () => {
    const { url, title, missing, left } = issue(broken);
    const query = new URL(url).searchParams;
    expect(new URL(url).origin + new URL(url).pathname).toBe('https://github.com/anthropics/claude-ai-mcp/issues/new');
    expect(query.get('template')).toBe('auth_connection_developer.yml');
    expect(query.get('title')).toBe('mcp.acme.dev: A firewall refuses the request before it reaches the server');
    expect(title).toBe(query.get('title'));
    expect(query.get('server-url')).toBe('https://mcp.acme.dev/mcp');
    expect(query.get('where')).toBe('When pressing the Connect button');
    expect(query.get('transport')).toBe('streamable-http');
    expect(query.get('client-registration')).toBe('My server does not have auth');
    expect(query.get('sse-fallback')).toBe('Not applicable (my server does not use SSE)');
    expect(query.get('timestamp')).toBe('2026-11-20 09:12 UTC');
    expect(query.get('browser-os')).toBe('Chromium 156 on Linux');
    expect(query.get('error-details')).toBe(
      '“Couldn’t reach the MCP server.”\nReference: ofid_d325aa51c0ffee51\noauth_error=mcp_registration_failed, step=start_error\nSeen: 2026-11-20 09:12 UTC',
    );
    expect(query.get('expected')).toBe('Claude connects to the server, and its tools can be used.');
    expect(query.get('additional')).toMatch(
      /Broken: by Connector Doctor 0\.1\.0[^]*curl --include[^]*# 403 text\/html/,
    );
    expect(query.has('server-logs')).toBe(false);
    expect([missing, left]).toEqual([[], null]);
  });

  it('is in English, whatever the reader speaks', () => {
    const english = issue(broken).url;
    const before = speak(german);
    try {
      expect(issue(broken).url).toBe(english);
    } finally {
      speak(before);
    }
  });

  it('takes the form of who reads, and says which fields of it are empty', () => {
    expect(trackerIssue(broken, { now }).form).toBe('user');
    const own = { ...broken, evidence: { typed: { status: 'observed', value: { local: true } } } };
    expect(trackerIssue(own, { now }).form).toBe('developer');
    const bare = issue(sampleReport(), 'user');
    expect(bare.missing).toEqual(['connection-method', 'where', 'timestamp', 'error-details']);
    expect(trackerRemarks(bare)).toEqual([
      'The form demands these, and they are empty: How you connect to it, Where it happens, When it last failed in Claude, What Claude showed.',
    ]);
  });

  it('never takes the time of the check for that of the failure', () => {
    expect(valueOf('timestamp', { ...broken, claude: { ...shown, seenAt: null } })).toBe('');
    expect(valueOf('timestamp', { ...broken, claude: { ...shown, seenAt: 'yesterday' } })).toBe('');
  });

  it.each([
    [{ stage: 'end_error' }, 'When auth finishes and redirects back to Claude.ai'],
    [
      { stage: null, sentence: 'Authentication required to use this tool' },
      'During a conversation (after initial auth)',
    ],
    [{ stage: null, sentence: "You started connecting to Acme but didn't finish." }, 'In the authorization screen'],
    [{ stage: null, sentence: 'Something unheard of' }, 'When pressing the Connect button'],
  ])('tells where it happens by what Claude showed: %j', (members, option) => {
    expect(valueOf('where', { ...broken, claude: { ...shown, ...members } }, 'user')).toBe(option);
  });

  it('tells where it happens by the step, which behind a sign-in is the way back', () => {
    const at = (step: 8 | 10, report: Report): Report => ({
      ...report,
      claude: null,
      stop: { step, name: 'a step', claudeSays: [] },
    });
    expect(valueOf('where', at(10, broken))).toBe('When pressing the Connect button');
    expect(valueOf('where', at(10, withFacts({ auth: withAuth({}) })))).toBe(
      'When auth finishes and redirects back to Claude.ai',
    );
    expect(valueOf('where', at(8, broken))).toBe('In the authorization screen from my server');
    expect(valueOf('where', { ...broken, claude: null, stop: null })).toBe('');
  });

  it.each<[Partial<Report['facts']['auth']>, Report['evidence'], string]>([
    [{ registration: ['dcr'] }, {}, 'Dynamic Client Registration (DCR)'],
    [{ registration: ['cimd', 'dcr'] }, {}, ''],
    [{ registration: [] }, {}, ''],
    [{ registration: ['dcr'] }, { 'sign-in': { value: { client: 'given' } } }, 'Static'],
    [{ registration: [] }, { 'sign-in': { value: { client: 'registered' } } }, 'Dynamic Client Registration (DCR)'],
  ])('says how clients are registered only where it is known: %j %j', (auth, evidence, option) => {
    expect(valueOf('client-registration', withFacts({ auth: withAuth(auth) }, { evidence }))).toBe(option);
  });

  it.each([
    [[405], 'Yes'],
    [[400, 404], 'Yes'],
    [[500], 'No'],
    [[401, 404], ''],
    [[], ''],
  ])('tells of a server that speaks SSE alone what its POST got: %j', (statuses, option) => {
    const exchanges = [
      ...statuses.map((status) => sampleResponse({ status, url: 'https://mcp.acme.dev/mcp/' })),
      sampleResponse({ status: 202, url: 'https://mcp.acme.dev/messages' }),
      sampleFailure(),
    ];
    const report = withFacts({ transport: 'http+sse' }, { exchanges });
    expect(valueOf('sse-fallback', report)).toBe(option);
    expect(valueOf('transport', report)).toBe('sse (deprecated)');
    expect(valueOf('sse-fallback', withFacts({ transport: 'both' }, { exchanges }))).toBe('');
  });

  it('says how the person connects only when they told it', () => {
    expect(valueOf('connection-method', broken, 'user')).toBe('');
    expect(valueOf('connection-method', { ...broken, account: { goal: 'add-custom' } }, 'user')).toBe(
      'From a custom connector URL I entered manually',
    );
  });

  it('knows no browser where the check was made by the command line', () => {
    expect(valueOf('browser-os', { ...broken, environment: { browser: null, os: 'Linux', language: null } })).toBe('');
  });

  it('lets nothing of a stranger’s report act in the issue, its browser included', () => {
    const hostile = { browser: '@acme/security fixes #1 <img src=https://pixel.example>', os: null, language: null };
    const browser = valueOf('browser-os', { ...broken, environment: hostile }) ?? '';
    expect(browser).toContain('acme/security');
    expect(browser).not.toMatch(/(?<!\\)<img|(?:^|\s)@acme|(?:^|\s)#1\b/);
  });

  it('lets the person have the last word, and leaves out what is no option', () => {
    const { fields, url } = issue(broken, 'developer', {
      transport: 'carrier pigeon',
      timestamp: 'today, 10:00 CET',
      expected: '',
    });
    const query = new URL(url).searchParams;
    expect([query.has('transport'), query.get('timestamp'), query.has('expected')]).toEqual([
      false,
      'today, 10:00 CET',
      false,
    ]);
    expect(fields.find(({ id }) => id === 'timestamp')?.from).toBe('person');
    expect(fields.find(({ id }) => id === 'transport')?.from).toBeNull();
  });

  it('takes secrets out of what the person pastes', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJlLW9mLWl0';
    const { url, removed } = issue(broken, 'developer', {
      'server-logs': `10:00 POST /mcp\nAuthorization: Bearer ${token}\nofid_d325aa51c0ffee51`,
    });
    const logs = new URL(url).searchParams.get('server-logs') ?? '';
    expect(decodeURIComponent(url)).not.toContain(token);
    expect(logs).toContain('10:00 POST /mcp');
    expect(logs).toContain('ofid_d325aa51c0ffee51');
    expect(removed.length).toBeGreaterThan(0);
  });

  it('does not name a server that was left out, not even by a placeholder, and says so', () => {
    const prepared = prepareReport(broken, { withhold: ['host', 'system'], note: null });
    const made = issue(prepared);
    expect(made.url).not.toContain('acme');
    expect([made.fields[0]?.value, made.search, made.missing]).toEqual(['', null, ['server-url']]);
    expect(trackerRemarks(made).join()).toContain('You left out the host');
    const told = issue(prepared, 'user', { 'server-url': 'https://mcp.acme.dev/mcp' });
    expect(told.missing).not.toContain('server-url');
    expect(trackerRemarks(told).join()).not.toContain('You left out the host');
  });

  it('does not put a name of a private network in public', () => {
    const made = issue({ ...broken, target: { url: 'https://10.0.0.7/mcp', host: '10.0.0.7' } });
    expect([made.fields[0]?.value, made.lacks]).toEqual(['', 'private']);
  });

  it('searches by the host alone', () => {
    expect(issue(broken).search).toEqual({
      url: 'https://github.com/anthropics/claude-ai-mcp/issues?q=is%3Aissue+%22mcp.acme.dev%22',
      host: 'mcp.acme.dev',
    });
  });

  it('pings nobody and links no issue by what a server said', () => {
    const detail = 'Ask @octocat about #12 and see ![x](https://evil.example/x.png) <img src=x>';
    const { url } = issue({ ...broken, note: 'for @octocat', findings: [{ ...wall, detail }] });
    const description = new URL(url).searchParams.get('description') ?? '';
    expect(description).not.toMatch(/@octocat|#12|[^\\]!\[x|[^\\]<img/);
  });
});
