import { describe, expect, it } from 'vitest';
import { toolAnnotations } from '../../../../lib/checks/tools/annotations.ts';
import { toolDescriptions } from '../../../../lib/checks/tools/descriptions.ts';
import { freeformTools } from '../../../../lib/checks/tools/freeform.ts';
import { toolNames } from '../../../../lib/checks/tools/names.ts';
import { toolSchemas } from '../../../../lib/checks/tools/schemas.ts';
import { listWeight } from '../../../../lib/checks/tools/weight.ts';
import {
  answer,
  exchange,
  failedRpc,
  initialize,
  judged,
  listed,
  listingFailed,
  result,
  rpcError,
  type Evidence,
} from '../transport/evidence.ts';
import { evidenceOf, overSse, said, saidModern, tool } from './listed-evidence.ts';

const checks = [toolNames, toolAnnotations, toolDescriptions, freeformTools, toolSchemas, listWeight];

describe.each(checks.map((check) => [check.topic, check] as const))('the check of %s', (_topic, check) => {
  const codes = Object.keys(check.codes);

  it('passes everything in a list without fault', () => {
    const heard = said(check, tool('search_notes'), tool('read_note'));
    expect(heard.found).toEqual([]);
    expect(heard.passed).toEqual(codes);
  });

  it.each<[string, Evidence, string]>([
    ['a sign-in', { initialize: initialize(answer(401, 'text/plain', '')) }, 'needs-sign-in'],
    ['a dead connection', { initialize: initialize(failedRpc('dns')) }, 'not-reached'],
    ['a refused initialize', { initialize: initialize(rpcError(200, -32603, 'boom')) }, 'not-reached'],
    ['no listing', { initialize: initialize() }, 'not-asked'],
    ['a listing that failed', evidenceOf(listingFailed(rpcError(200, -32603, 'boom'))), 'not-reached'],
    ['a listing that wants a sign-in', evidenceOf(listingFailed(answer(401, 'text/plain', ''))), 'needs-sign-in'],
    ['an empty list', evidenceOf(listed([])), 'not-applicable'],
    ['a list of words', evidenceOf(listed(['a', 'b'])), 'not-reached'],
  ])('says nothing after %s, and why', (_what, evidence, because) => {
    const heard = judged(check, evidence);
    expect(heard.found).toEqual([]);
    expect(heard.passed).toEqual([]);
    expect(new Set(Object.values(heard.skipped))).toEqual(new Set([because]));
  });

  it.each([
    ['further pages that failed', { ...listed([tool('a')]), end: 'failed' }],
    ['pages without end', { ...listed([tool('a'), tool('a')]), end: 'too-many-pages' }],
    ['something in it that is no tool', listed([tool('a'), 'b'])],
  ] as const)('calls nothing passed in a list with %s', (_what, list) => {
    const heard = judged(check, evidenceOf(list));
    expect(heard.found).toEqual([]);
    expect(heard.passed).toEqual([]);
  });
});

describe('what is found', () => {
  const nameless = { description: 'x' };

  it('is found all the same where the list broke off', () => {
    expect(judged(toolNames, evidenceOf({ ...listed([tool('a b')]), end: 'failed' })).found).toEqual([
      'tools.name-invalid',
    ]);
  });

  it('is found over the older transport and in the other era', () => {
    const stream = exchange(200, '', { 'content-type': 'text/event-stream' });
    const evidence = overSse(listed([tool('a b')]), initialize(answer(405, 'text/plain', '')), stream);
    expect(judged(toolNames, evidence).found).toEqual(['tools.name-invalid']);
    expect(saidModern(toolNames, tool('a b')).found).toEqual(['tools.name-invalid']);
  });

  it('names eight tools and how many more there are', () => {
    const tools = Array.from({ length: 11 }, (_, index) => tool(`notes.${index}`));
    const { values } = said(toolNames, ...tools).finding('tools.name-invalid');
    expect(values).toMatchObject({ count: 11, more: 3, total: 11 });
    expect(String(values['names']).split(', ')).toHaveLength(8);
  });

  it('shows names on one line, without control characters and cut where they are long', () => {
    const name = `\u001b[2J\n${'x'.repeat(5_000)}`;
    const { values } = said(toolNames, tool(name)).finding('tools.name-invalid');
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(values['names']).not.toMatch(/[\u0000-\u001f]/);
    expect(String(values['names']).length).toBeLessThan(100);
  });

  it('calls a tool without a name by its number, and leaves the missing name to the check of the listing', () => {
    expect(said(toolNames, tool('a'), nameless).found).toEqual([]);
    expect(said(toolSchemas, tool('a'), nameless).finding('tools.schema-invalid').values['names']).toBe('“#2”');
  });

  it('rests on all pages of the listing', () => {
    const list = { ...listed([tool('a b')]), pages: [result({}), result({})] };
    expect(judged(toolNames, evidenceOf(list)).found).toEqual(['tools.name-invalid']);
  });

  it('survives a list of two hundred thousand tools', () => {
    const tools = Array.from({ length: 200_000 }, () => ({ name: 'a b' }));
    for (const check of checks) {
      const heard = said(check, ...tools.slice(0, 50_000));
      expect(heard.found.length + heard.passed.length).toBeGreaterThan(0);
      expect(judged(check, evidenceOf(listed(tools))).skipped).toEqual({});
    }
  });
});
