import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOffs, letterTo } from '../../../../lib/report/handoff/hand-offs.ts';
import { receivers, type LetterReceiver } from '../../../../lib/report/handoff/receivers.ts';
import { mailLink } from '../../../../lib/report/handoff/letter.ts';
import { trackerIssue, type TrackerAnswers, type TrackerIssue } from '../../../../lib/report/handoff/tracker-issue.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import { trackerFieldIds, trackerFormNames, trackerForms } from '../../../../lib/standards/tracker-forms.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const now = Date.parse('2026-11-20T10:00:00Z');

/** Text as somebody hostile writes it: markup, half characters, escapes that are none, line breaks of all kinds, and at any length. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '%',
    '%E2%82',
    '\ud83d',
    '\udd25x',
    '\r\n\r',
    '\0',
    '```\n# x',
    '&title=x',
    '+',
    '#',
    '🔥'.repeat(40),
  ),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 800 }))
    .map(([part, times]) => part.repeat(times)),
  fc.integer({ min: 1, max: 12_000 }).map((length) => 'a'.repeat(length)),
  fc.integer({ min: 1, max: 4_000 }).map((length) => '🔥'.repeat(length)),
);

const report: fc.Arbitrary<Report> = fc
  .record({
    ...{ title: text, detail: text, fix: text, url: text, note: text, sentence: text, reference: text, stage: text },
    ...{ host: text, version: text, method: text, body: text, os: text, browser: text },
    who: fc.constantFrom('author' as const, 'owner' as const, 'network' as const, 'anthropic' as const, 'you' as const),
    verdict: fc.constantFrom('ready' as const, 'broken' as const, 'degraded' as const),
  })
  .map((made) => {
    const finding = sampleFinding({
      ...{ title: made.title, detail: made.detail, who: made.who, evidence: ['e1'] },
      ...{ fix: [{ kind: 'text', text: made.fix }], sources: [made.url] },
    });
    return sampleReport({
      ...{ verdict: made.verdict, note: made.note, tool: { version: made.version }, findings: [finding] },
      primary: made.verdict === 'ready' ? null : { id: finding.id, code: finding.code },
      target: { url: `https://mcp.acme.dev/${encodeURIComponent(made.url.toWellFormed())}`, host: made.host },
      claude: { sentence: made.sentence, reference: made.reference, stage: made.stage, seenAt: made.title },
      environment: { browser: made.browser, os: made.os, language: null },
      exchanges: [sampleResponse({ method: made.method, requestBody: made.body })],
    });
  });

const answers: fc.Arbitrary<TrackerAnswers> = fc.dictionary(
  fc.constantFrom(...trackerFieldIds, 'title' as const),
  text,
  {
    maxKeys: 6,
  },
);

const form = fc.constantFrom(...trackerFormNames);

/** What the address tells, read as a server reads it. */
function readBack({ url }: TrackerIssue): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(url).searchParams);
}

/** What stands on screen: each field’s value, put together from what is sent and what is left. */
function putTogether({ sent, left }: TrackerIssue, name: string): string {
  return (sent[name] ?? '') + (left?.fields.find((part) => part.name === name)?.text ?? '');
}

describe('any report, whatever it holds', () => {
  it('opens a form whose address is short enough, and tells what was shown and nothing else', () => {
    fc.assert(
      fc.property(report, form, answers, (made, name, typed) => {
        const issue = trackerIssue(made, { form: name, answers: typed, now });
        const { template, ...told } = readBack(issue);
        expect(`https://github.com/login?return_to=${encodeURIComponent(issue.url)}`.length).toBeLessThan(8_192);
        expect(template).toBe(trackerForms[name].template);
        expect(told).toEqual(issue.sent);
        for (const { id, value, options } of issue.fields) {
          expect(putTogether(issue, id)).toBe(value);
          expect(told[id]?.isWellFormed() ?? true).toBe(true);
          if (options !== undefined && told[id] !== undefined) expect(options).toContain(told[id]);
        }
        expect(putTogether(issue, 'title')).toBe(issue.title);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves out the least important first, whole, and gives exactly that to the clipboard', () => {
    fc.assert(
      fc.property(report, answers, (made, typed) => {
        const issue = trackerIssue(made, { form: 'developer', answers: typed, now });
        const left = issue.left?.fields ?? [];
        for (const { name, text: rest, isRest } of left) {
          expect(issue.left?.text).toContain(rest);
          expect(isRest).toBe(issue.sent[name] !== undefined);
        }
        // A field that people have to write themselves stays as long as the long ones can give way.
        const gone = new Set(left.map(({ name }) => name));
        if (gone.has('description'))
          expect([issue.sent['additional'], issue.sent['server-logs']]).toEqual([undefined, undefined]);
        if (gone.has('server-url')) expect(issue.sent['description']).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('becomes letters whose mail address is short enough and holds all of it, or the subject alone', () => {
    const letters = receivers.filter((to): to is LetterReceiver => to !== 'tracker');
    fc.assert(
      fc.property(report, fc.constantFrom(...letters), (made, to) => {
        const letter = letterTo(to, made).own;
        const { href, left } = mailLink(letter);
        expect(href.length).toBeLessThanOrEqual(2_008);
        const query = new URLSearchParams(href.replace('mailto:?', '').replaceAll('+', '%2B'));
        expect(query.get('subject')).toBe(letter.subject);
        expect((left ?? query.get('body'))?.replaceAll('\r\n', '\n')).toBe(letter.body);
        expect(letter.subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(letter.body).not.toMatch(/[\p{Cf}\p{Cs}]|(?![\n\t])\p{Cc}/u);
      }),
      { numRuns: 150 },
    );
  });

  it('names nothing that was left out, in no hand-off', () => {
    fc.assert(
      fc.property(report, form, (made, name) => {
        const host = 'mcp.acme.dev';
        const prepared = prepareReport(
          { ...made, environment: { browser: 'Chromium 156', os: 'Linux', language: 'de' } },
          { withhold: ['host', 'paths', 'system', 'exchanges'], note: null },
        );
        const issue = trackerIssue(prepared, { form: name, now });
        const said = [
          issue.url,
          decodeURIComponent(issue.url.replaceAll('+', ' ')),
          JSON.stringify(issue),
          ...handOffs(prepared).map(({ to }) => (to === 'tracker' ? '' : JSON.stringify(letterTo(to, prepared)))),
        ].join('\n');
        expect(said).not.toContain(host);
        expect(said).not.toContain('Chromium 156');
        expect(said).not.toContain('curl --include');
      }),
      { numRuns: 25 },
    );
  });
});
