import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtPlace, originOfPlace } from '../../../lib/help/page-place.ts';
import { judgeStep } from '../../../lib/help/verification.ts';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import type { SkipReason } from '../../../lib/kernel/finding.ts';
import type { Report, WordedFinding } from '../../../lib/kernel/report.ts';
import { places, type PlaceId } from '../../../lib/knowledge/places.ts';

interface Sketch {
  readonly found?: readonly FindingCode[];
  readonly passed?: readonly FindingCode[];
  readonly skipped?: Readonly<Partial<Record<FindingCode, SkipReason>>>;
  readonly verdict?: Report['verdict'];
  readonly status?: Report['run']['status'];
}

/** A report with what decides over a step. */
function report({ found = [], passed = [], skipped = {}, verdict = 'ready', status = 'complete' }: Sketch): Report {
  const [first] = found;
  return {
    verdict,
    run: { status },
    primary: first === undefined ? null : { id: first, code: first },
    findings: found.map((code) => ({ code }) as WordedFinding),
    passed,
    skipped: Object.entries(skipped).map(([code, because]) => ({ code, because })),
  } as unknown as Report;
}

const gone: readonly FindingCode[] = ['tools.none', 'tools.list-failed'];
const check = { kind: 'check', gone } as const;

describe('a step that a check verifies', () => {
  it.each<[string, Sketch, ReturnType<typeof judgeStep>]>([
    ['all of it was looked for and not found', { passed: gone }, { kind: 'met' }],
    [
      'one is found',
      { found: ['tools.none'], passed: ['tools.list-failed'] },
      { kind: 'found', codes: ['tools.none'] },
    ],
    [
      'one lies behind the sign-in',
      { passed: ['tools.none'], skipped: { 'tools.list-failed': 'needs-sign-in' } },
      { kind: 'unseen', because: 'needs-sign-in' },
    ],
    ['one was not even thought of', { passed: ['tools.none'] }, { kind: 'unseen', because: null }],
    [
      'one does not concern this connector',
      { passed: ['tools.none'], skipped: { 'tools.list-failed': 'not-applicable' } },
      { kind: 'met' },
    ],
    [
      'none of it concerns this connector',
      { skipped: { 'tools.none': 'not-applicable', 'tools.list-failed': 'not-applicable' } },
      { kind: 'unseen', because: 'not-applicable' },
    ],
    ['the check ended early', { passed: gone, status: 'interrupted' }, { kind: 'unseen', because: null }],
    [
      'it ended early, and found it',
      { found: ['tools.none'], status: 'deadline' },
      { kind: 'found', codes: ['tools.none'] },
    ],
  ])('where %s', (_where, sketch, judged) => {
    expect(judgeStep(check, report(sketch))).toEqual(judged);
  });

  it('without codes asks that the connector is not broken', () => {
    const whole = { kind: 'check', gone: [] } as const;
    expect(judgeStep(whole, report({ verdict: 'degraded' }))).toEqual({ kind: 'met' });
    expect(judgeStep(whole, report({ verdict: 'sign-in-needed' }))).toEqual({ kind: 'met' });
    expect(judgeStep(whole, report({ verdict: 'unknown' }))).toEqual({ kind: 'unseen', because: null });
    expect(judgeStep(whole, report({ verdict: 'broken', found: ['dns.not-found'] }))).toEqual({
      kind: 'found',
      codes: ['dns.not-found'],
    });
  });

  it('never counts as met while anything of it is found, or nothing of it was looked for', () => {
    const reasons = fc.constantFrom<SkipReason>('vantage', 'consent', 'not-applicable', 'crashed', 'permission');
    const fate = fc.oneof(fc.constant('found'), fc.constant('passed'), reasons);
    fc.assert(
      fc.property(fate, fate, (first, second) => {
        const fates = [first, second];
        const of = (wanted: string): FindingCode[] => gone.filter((_code, index) => fates[index] === wanted);
        const skipped = gone.flatMap((code, index) => {
          const each = fates[index] ?? '';
          return each === 'found' || each === 'passed' ? [] : [[code, each]];
        });
        const judged = judgeStep(
          check,
          report({
            found: of('found'),
            passed: of('passed'),
            skipped: Object.fromEntries(skipped) as Sketch['skipped'] & {},
          }),
        );
        if (judged.kind === 'met') expect(fates.includes('passed') && !fates.includes('found')).toBe(true);
        if (fates.includes('found')) expect(judged.kind).toBe('found');
      }),
    );
  });
});

describe('a step that Claude’s status page verifies', () => {
  it('is met only where the page was asked and tells of nothing', () => {
    const step = { kind: 'status-page' } as const;
    expect(judgeStep(step, report({ passed: ['client.service-incident'] }))).toEqual({ kind: 'met' });
    expect(judgeStep(step, report({ skipped: { 'client.service-incident': 'not-asked' } }))).toEqual({
      kind: 'unseen',
      because: 'not-asked',
    });
    expect(judgeStep(step, report({ found: ['client.service-incident'] })).kind).toBe('found');
  });
});

describe('the page of a place', () => {
  it('is told by host, path and the members of the query that name it', () => {
    expect(isAtPlace('https://claude.ai/customize/connectors', 'connectors')).toBe(true);
    expect(isAtPlace('https://claude.ai/customize/connectors/?x=1#y', 'connectors')).toBe(true);
    expect(isAtPlace('https://claude.ai/customize/connectors/abc', 'connectors')).toBe(true);
    expect(isAtPlace('https://claude.ai/customize/connectors-new', 'connectors')).toBe(false);
    expect(isAtPlace('https://claude.ai/customize', 'connectors')).toBe(false);
    expect(isAtPlace('https://claude.ai.example/customize/connectors', 'connectors')).toBe(false);
    expect(isAtPlace('http://claude.ai/customize/connectors', 'connectors')).toBe(false);
    expect(isAtPlace('no address', 'connectors')).toBe(false);
    expect(isAtPlace('https://claude.ai/customize/connectors?modal=add-custom-connector', 'add-custom')).toBe(true);
    expect(isAtPlace('https://claude.ai/customize/connectors', 'add-custom')).toBe(false);
  });

  it('is where its own address leads, whichever it is', () => {
    for (const id of Object.keys(places) as PlaceId[]) {
      expect(isAtPlace(places[id].url, id), id).toBe(true);
      expect(originOfPlace(id)).toMatch(/^https:\/\//);
    }
  });
});
