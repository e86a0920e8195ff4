import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAgain } from '../../../lib/judge-again.ts';
import type { BrowserEvidenceKey } from '../../../lib/kernel/browser-observations.ts';
import type { BrowserEvidenceMap } from '../../../lib/kernel/evidence-browser.ts';
import type { Json, JsonObject } from '../../../lib/kernel/json.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { checkReport, decodeReport } from '../../../lib/report/data/codec.ts';
import { encodeReport } from '../../../lib/report/formats/encode.ts';
import { renderMarkdown } from '../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../lib/report/formats/render-text.ts';
import type { Shaped } from '../../../lib/report/data/shape.ts';
import { skipGroups } from '../../../lib/report/words/skip-words.ts';
import type { lookShapes } from '../../../lib/report/data/sound-look.ts';
import {
  blocker,
  incident,
  integrity,
  note,
  reach,
  reportOf,
  stopped,
  traffic,
  type LookParts,
} from '../checks/client/browser-look.ts';

/** Fails to compile when a look may bring back what no shape lets pass. */
type NotLetPass = {
  [K in BrowserEvidenceKey]: BrowserEvidenceMap[K] extends Shaped<(typeof lookShapes)[K]> ? never : K;
}[BrowserEvidenceKey];

const everything: LookParts = {
  reach: reach({}, { 'directory-registry': { page: stopped } }),
  'page-traffic': traffic(
    note({ kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' }),
    note({ kind: 'headers', direction: 'request', added: ['dnt'], removed: [], changed: ['cookie'] }),
  ),
  'page-integrity': integrity({
    replaced: [{ name: 'fetch', by: { kind: 'extension', id: blocker.id } }],
    hidden: [{ what: 'connectors', how: 'display', by: 'injected' }],
    refusedByPolicy: [{ directive: 'connect-src', host: 'api.anthropic.com' }],
  }),
  'page-copy': { compared: 2, differing: ['index.js'], gone: [] },
  'claude-status': { updatedAt: '2026-11-21T09:40:00.000Z', notices: [incident()] },
  extensions: { enabled: 9, suspects: [blocker] },
  bisect: {
    symptom: 'the request to api.anthropic.com',
    seenBy: 'probe',
    rounds: 4,
    suspects: 9,
    outcome: { kind: 'culprits', groups: [[{ id: blocker.id, name: blocker.name }]] },
  },
};

function judgedPart({ verdict, primary, findings, passed, skipped }: Report) {
  return { verdict, primary, findings, passed, skipped };
}

function saved(report: Report): Report {
  const decoded = decodeReport(encodeReport(report));
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.report;
}

describe('the report of a look at this browser', () => {
  it('lets everything pass that a look may bring back', () => {
    const none: NotLetPass[] = [];
    expect(none).toEqual([]);
    expect(reportOf(everything).skipped.filter(({ because }) => because === 'crashed')).toEqual([]);
  });

  it.each<readonly [string, LookParts]>([
    ['a clean one', {}],
    ['one with everything', everything],
  ])('is saved, opened and judged again to the same: %s', (_what, look) => {
    const report = reportOf(look);
    const again = judgeAgain(saved(report), new Date('2026-11-22T08:00:00Z'));
    expect(judgedPart(again)).toEqual(judgedPart(report));
    expect(again.judgedAgainAt).toBe('2026-11-22T08:00:00.000Z');
    expect(again.subject).toBe('browser');
  });

  it('keeps the ids of extensions, and takes secrets out', () => {
    const { evidence, redactions } = reportOf({
      ...everything,
      'claude-status': {
        updatedAt: null,
        notices: [incident({ title: 'See Authorization: Bearer sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789' })],
      },
    });
    expect(JSON.stringify(evidence)).toContain(blocker.id);
    expect(JSON.stringify(evidence)).not.toContain('sk-ant-api03-abc');
    expect(redactions.length).toBeGreaterThan(0);
  });

  it('keeps ids that look like e-mail addresses, as those of Firefox’s extensions do, and takes addresses of people out', () => {
    const ublock = { ...blocker, id: 'uBlock0@raymondhill.net', name: 'By somebody@mail.example' };
    const outcome = { kind: 'culprits', groups: [[{ id: ublock.id, name: 'uBlock' }]] } as const;
    const { evidence, findings } = reportOf({
      ...everything,
      extensions: { enabled: 1, suspects: [ublock] },
      bisect: { symptom: '', seenBy: 'probe', rounds: 4, suspects: 9, outcome },
    });
    expect(JSON.stringify(evidence).match(/uBlock0@raymondhill\.net/g)).toHaveLength(2);
    expect(JSON.stringify(evidence)).not.toContain('somebody@');
    // Its own steps are known by its id.
    expect(findings.find(({ code }) => code === 'client.extension-culprit')?.values['steps']).toContain(
      'uBlock Origin',
    );
  });

  it('names the hosts that it was not allowed to ask', () => {
    const { run } = reportOf({ reach: reach({ outside: { kind: 'not-allowed' }, page: null }) });
    expect(run.status).toBe('needs-permission');
    expect(run.missingOrigins).toEqual([
      'https://api.anthropic.com/*',
      'https://claude.ai/*',
      'https://assets-proxy.anthropic.com/*',
    ]);
  });

  it('is refused without its evidence', () => {
    const { evidence: _evidence, ...rest } = JSON.parse(encodeReport(reportOf())) as JsonObject;
    expect(checkReport({ ...rest, evidence: {} })).toMatchObject({ ok: false, problem: /incomplete/ });
  });

  it('speaks of the browser at a terminal and in Markdown', () => {
    const report = judgeAgain(saved(reportOf({ ...everything, bisect: 'not-asked' })), new Date(0));
    const text = renderText(report, { color: false, width: 100 });
    expect(text).toMatch(/Claude is kept from working in this browser/);
    expect(text).toMatch(/Something in this browser blocks requests that Claude needs|Claude itself has an incident/);
    expect(text).toMatch(/check this browser again/);
    expect(text).not.toMatch(/connector’s log|--sign-in|Anthropic’s own view/);
    expect(renderMarkdown(report)).toMatch(/^# Claude is kept from working in this browser/);
    const fine = renderText(reportOf(), { color: false, width: 100 });
    expect(fine).toMatch(/✓ Nothing in this browser was seen to stand in Claude’s way/);
    expect(fine).toMatch(/Find the extension/);
  });

  it('lists extensions that may touch Claude’s page in one place, and names nothing as markup', () => {
    const suspects = [blocker, { ...blocker, id: 'b', name: '# [x](https://x.example)\n- y' }];
    const markdown = renderMarkdown(reportOf({ extensions: { enabled: 9, suspects } }));
    expect(markdown.match(/^## .*may touch Claude’s page/gm)).toEqual(['## 2 extensions may touch Claude’s page']);
    expect(markdown).toMatch(/^- Strict Blocker 1\.2\.3: it may: block requests; read and change every page$/m);
    expect(markdown).toMatch(/^- \\# \\\[x\\\]\(`https:\/\/x\.example`\) - y 1\.2\.3: it may/m);
  });

  it.each<readonly [string, LookParts, RegExp, RegExp]>([
    [
      'no open page',
      {
        browser: { online: true, family: 'chromium', hasPage: false, addressesAreEvidence: true },
        reach: reach({ page: null }),
        'page-traffic': 'prerequisite',
        'page-integrity': 'prerequisite',
        'page-copy': 'prerequisite',
      },
      /^\? Claude’s page was not looked at/,
      /servers answer this browser\..*Open claude\.ai in a tab/s,
    ],
    [
      'an incident alone',
      { 'claude-status': { updatedAt: null, notices: [incident()] } },
      /^▲ Trouble at Claude itself/,
      /Nothing in this browser was seen to stand in/,
    ],
    [
      'what was blocked before',
      { 'page-traffic': traffic(note({ kind: 'blocked', said: 'net::ERR_BLOCKED_BY_CLIENT' })) },
      /^▲ Nothing blocks Claude any more: reload it/,
      /Reload Claude’s page to use it/,
    ],
  ])('says what it comes to: %s', (_what, look, head, next) => {
    const text = renderText(reportOf(look), { color: false, width: 400 });
    expect(text).toMatch(head);
    expect(text).toMatch(next);
  });

  it('names of what is looked at by the person’s word only what was left out', () => {
    const text = renderText(reportOf({ 'claude-status': 'consent' }), { color: false, width: 400 });
    expect(text).toMatch(/Unseen +what is looked at only by your word: Claude’s status page \(2 checks\)\./);
  });

  it('says of what was skipped what can be done about it here', () => {
    const groups = skipGroups(
      reportOf({ extensions: 'consent', 'site-settings': 'vantage', 'page-copy': 'prerequisite' }),
    );
    expect(groups.map(({ because }) => because)).toEqual(['consent', 'vantage', 'prerequisite']);
    for (const { remedy, command } of groups) {
      expect(command).toBeNull();
      expect(remedy ?? '').not.toMatch(/connector|command line|More ways/);
    }
  });
});

/** A piece of the evidence, replaced by anything. */
function damagedAt(value: Json, path: readonly number[], by: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  if (entries.length === 0) return by;
  const at = first % entries.length;
  const copy = entries.map(([name, part], index): [string, Json] => [
    name,
    index === at ? damagedAt(part, rest, by) : part,
  ]);
  return Array.isArray(value) ? copy.map(([, part]) => part) : Object.fromEntries(copy);
}

describe('damaged evidence of a look', () => {
  const whole = saved(reportOf(everything));

  it('never throws, and gives a report all the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 8 }), fc.jsonValue(), (path, by) => {
        const evidence = damagedAt(whole.evidence, path, by as Json);
        const again = judgeAgain({ ...whole, evidence }, new Date(0));
        // Without the first observation it is no report that could be opened.
        const checked = checkReport({ ...again, evidence: whole.evidence });
        expect(checked.ok).toBe(true);
        expect(renderText(again, { color: false, width: 80 })).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it.each<readonly [string, Json]>([
    ['nothing', null],
    ['a list', []],
    ['members of objects that every object has', { reach: { status: 'observed', value: { looks: { length: 1 } } } }],
    ['text that is none', { extensions: { status: 'observed', value: { suspects: [{ name: { toString: 1 } }] } } }],
    ['a circle of words', { __proto__: { status: 'observed', value: 1 } }],
  ])('is judged as not seen: %s', (_what, evidence) => {
    const { findings, verdict } = judgeAgain({ ...whole, evidence }, new Date(0));
    expect(findings).toEqual([]);
    expect(verdict).toBe('unknown');
  });

  it('counts what is not what it should be as crashed, and leaves the rest', () => {
    const evidence = {
      ...(whole.evidence as JsonObject),
      'page-integrity': { status: 'observed', value: { hidden: 3 } },
    };
    const { skipped, findings } = judgeAgain({ ...whole, evidence }, new Date(0));
    expect(skipped).toContainEqual({ code: 'client.page-elements-hidden', because: 'crashed' });
    expect(findings.map(({ code }) => code)).toContain('client.request-blocked');
  });
});
