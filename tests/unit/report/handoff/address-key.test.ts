import { describe, expect, it } from 'vitest';
import { issueJson } from '../../../../lib/cli/hand-off-text.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { addressKeyOf, addressKeyWords } from '../../../../lib/report/handoff/address-key.ts';
import { letterTo } from '../../../../lib/report/handoff/hand-offs.ts';
import { mailLink } from '../../../../lib/report/handoff/letter.ts';
import { receivers, type LetterReceiver } from '../../../../lib/report/handoff/receivers.ts';
import { trackerIssue } from '../../../../lib/report/handoff/tracker-issue.ts';
import { trackerRemarks } from '../../../../lib/report/handoff/tracker-words.ts';
import { trackerFormNames } from '../../../../lib/standards/tracker-forms.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const now = Date.parse('2026-11-20T10:00:00Z');

/** Keys as vendors put them into addresses, each with the path that it stands in. */
const keys: readonly (readonly [key: string, path: string])[] = [
  ['q7Wm2Zx9Lk4Rt8Vb1Nc6', '/mcp/s/q7Wm2Zx9Lk4Rt8Vb1Nc6'],
  ['0f8fad5b-d9cd-469f-a165-70867728950e', '/api/mcp/0f8fad5b-d9cd-469f-a165-70867728950e/sse'],
  ['11111111-2222-3333-4444-555555555555', '/mcp/11111111-2222-3333-4444-555555555555'],
  ['Zq8vK2m9Tr', '/apikey=Zq8vK2m9Tr/mcp'],
  ['k3y9', '/u/k3y9/mcp'],
];

/** A report that tells the key wherever a server, a check or a person may have put it. */
function telling(path: string): Report {
  const url = `https://mcp.acme.dev${path}`;
  const wellKnown = `https://mcp.acme.dev/.well-known/oauth-protected-resource${path}`;
  const finding = sampleFinding({
    title: `The server refuses ${url}`,
    detail: `It asks for ${encodeURIComponent(url)}, also at ${wellKnown}.`,
    values: { url },
    fix: [{ kind: 'text', text: `Open ${url.toUpperCase()}/x.` }],
    evidence: ['e1', 'e2'],
  });
  return sampleReport({
    vantage: 'extension',
    verdict: 'broken',
    target: { url, host: 'mcp.acme.dev' },
    note: `I typed ${url}`,
    claude: { sentence: `Couldn’t reach ${url}`, stage: 'start_error', seenAt: '2026-11-20T09:12:33.000Z' },
    primary: { id: finding.id, code: finding.code },
    findings: [finding, sampleFinding({ id: 'b', code: 'http.not-found', title: `Also ${url}`, evidence: ['e2'] })],
    exchanges: [
      sampleResponse({ url, method: 'POST', requestBody: JSON.stringify({ params: { at: url, twice: btoa(url) } }) }),
      sampleResponse({ id: 'e2', url: wellKnown, requestHeaders: { referer: url } }),
    ],
  });
}

function everythingOf(report: Report): string {
  const issues = trackerFormNames.map((form) => trackerIssue(report, { form, now }));
  const typed = trackerIssue(report, { form: 'developer', answers: { 'server-logs': `GET ${targetOf(report)}` }, now });
  const letters = receivers
    .filter((to): to is LetterReceiver => to !== 'tracker')
    .flatMap((to) => {
      const { own } = letterTo(to, report);
      const { href, left } = mailLink(own);
      return [own.subject, own.body, left ?? '', href, decodeURIComponent(href)];
    });
  const addresses = [...issues, typed].map(({ url }) => decodeURIComponent(url.replaceAll('+', ' ')));
  return [...[...issues, typed].map(issueJson), ...addresses, ...letters].join('\n');
}

function targetOf({ target }: Report): string {
  return target !== null && 'url' in target ? target.url : '';
}

describe('a key in the connector’s address', () => {
  it.each(keys)('%s is in nothing that is handed on: no field, address, rest, letter or command', (key, path) => {
    const told = everythingOf(telling(path));
    expect(told).toContain('curl --include');
    expect(told.toLowerCase()).not.toContain(key.toLowerCase());
    // In base64 a few letters stand anywhere by chance.
    if (key.length >= 8) expect(told).not.toContain(btoa(`https://mcp.acme.dev${path}`));
  });

  it('is found in everything when nothing takes it out, so that the look above can fail', () => {
    const [[key, path] = ['', '']] = keys;
    expect(JSON.stringify(telling(path)).split(key).length).toBeGreaterThan(10);
  });

  it('is said beside what is handed on, and in what was typed', () => {
    const [[key, path] = ['', '']] = keys;
    const issue = trackerIssue(telling(path), { answers: { title: `Fails at ${key}` }, now });
    expect(issue.title).toBe('Fails at redacted');
    expect(issue.removed).toEqual([{ what: '1 × key', why: 'whoever has it can act in its owner’s name' }]);
    expect(trackerRemarks(issue)).toContain(addressKeyWords());
  });

  it('leaves a report alone whose address holds none, or only what was taken out before', () => {
    for (const path of ['/mcp', '/v1/sse', '/s/redacted-key-1/mcp']) {
      const report = sampleReport({ target: { url: `https://mcp.acme.dev${path}`, host: 'mcp.acme.dev' } });
      expect(addressKeyOf(report)).toMatchObject({ isThere: false, report });
      expect(trackerRemarks(trackerIssue(report, { now }))).not.toContain(addressKeyWords());
    }
  });

  it('leaves every word that is no part of the path, where the key is short', () => {
    const report = { ...telling('/u/k3y9/mcp'), note: 'k3y9s are here, /k3y9z and /k3y9' };
    expect(addressKeyOf(report).report.note).toBe('k3y9s are here, /k3y9z and /redacted');
  });
});
