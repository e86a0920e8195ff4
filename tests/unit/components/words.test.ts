import { describe, expect, it } from 'vitest';
import { progressWords, stepWords } from '../../../components/diagnosis/step-words.ts';
import { keepChoices, resolverProblem, sizeWords } from '../../../components/options/keep-choices.ts';
import { permissionWords } from '../../../components/options/permission-words.ts';
import { announcementOf } from '../../../components/popup/announcement.ts';
import { permissionsOf } from '../../../lib/permissions/permission-sets.ts';
import { marks, privateAddress, run } from '../../browser/gallery/sample-runs.ts';

describe('progress', () => {
  it('is said as so many of twelve, and where Claude stops', () => {
    expect(progressWords(marks('++*.........'))).toBe('2 of 12 steps looked at.');
    expect(progressWords(marks('++x/////////'))).toBe(
      '12 of 12 steps looked at. Claude stops at step 3: the first request.',
    );
  });

  it('a step is said with its name and state', () => {
    expect(stepWords({ step: 3, state: 'needs-sign-in' })).toBe(
      'Step 3, the first request: seen only after signing in',
    );
  });

  it('is announced by phase', () => {
    expect(announcementOf({ run: null })).toBe('');
    expect(announcementOf({ run: run({ phase: 'running', row: '++*.........' }) })).toBe('2 of 12 steps looked at.');
    const waiting = run({ phase: 'needs-permission', missingOrigins: ['https://auth.acme.dev/*'] });
    expect(announcementOf({ run: waiting })).toBe('The check waits for your permission: auth.acme.dev.');
    expect(announcementOf({ run: run({ outcome: privateAddress }) })).toBe(
      'Broken. The public name leads to a private address',
    );
  });
});

describe('the options', () => {
  it('name every permission that can be given in words of its own', () => {
    const names = new Set([...permissionsOf('chromium').optional, ...permissionsOf('firefox').optional]);
    for (const name of names) {
      expect(permissionWords({ kind: 'permission', name })).toMatchObject({ term: name });
    }
    expect(permissionWords({ kind: 'origin', name: 'https://mcp.acme.dev/*' }).name).toBe('mcp.acme.dev');
    expect(permissionWords({ kind: 'origin', name: 'https://*/*' }).name).toBe('Every host');
  });

  it('offer what is set among the usual numbers', () => {
    expect(keepChoices(50)).toEqual([10, 50, 200, 1000]);
    expect(keepChoices(75)).toEqual([10, 50, 75, 200, 1000]);
  });

  it.each([
    [0, '0 bytes'],
    [312_400, '312 kB'],
    [4_210_000, '4.2 MB'],
  ])('say %i bytes as %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it.each([
    ['', null],
    ['https://dns.acme.dev/resolve', null],
    ['dns.acme.dev', /https:\/\//],
    ['http://dns.acme.dev/', /over https only/],
    ['https://anna:secret@dns.acme.dev/', /password/],
    ['https://dns.acme.dev/#a', /#/],
  ])('take %j as a resolver, or say why not', (text, problem) => {
    if (problem === null) expect(resolverProblem(text)).toBeNull();
    else expect(resolverProblem(text)).toMatch(problem);
  });
});
