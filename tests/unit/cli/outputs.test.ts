import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOutputs, pairPlainOutputs, type OutputWord } from '../../../lib/cli/outputs.ts';
import { formats } from '../../../lib/report/formats/formats.ts';

const format = (name: string): OutputWord => ({ kind: 'format', name });
const output = (file: string): OutputWord => ({ kind: 'output', file });
const pairs = (...words: OutputWord[]) => {
  const read = pairOutputs(words);
  return read.ok ? read.value.map(({ format: name, file }) => [name, file]) : read.problem;
};

describe('pairOutputs', () => {
  it('prints text when nothing is said', () => {
    expect(pairs()).toEqual([['text', null]]);
  });

  it('pairs neighbours in either order', () => {
    expect(pairs(format('json'), output('a.txt'))).toEqual([['json', 'a.txt']]);
    expect(pairs(output('a'), format('json'))).toEqual([['json', 'a']]);
    expect(pairs(output('a.json'), format('json'))).toEqual([['json', 'a.json']]);
    expect(pairs(format('json'), output('a'), format('markdown'), output('b'))).toEqual([
      ['json', 'a'],
      ['markdown', 'b'],
    ]);
    expect(pairs(output('a'), format('json'), output('b'), format('markdown'))).toEqual([
      ['json', 'a'],
      ['markdown', 'b'],
    ]);
  });

  it('prints a format that comes after a file whose ending means another one', () => {
    expect(pairs(output('r.json'), format('text'))).toEqual([
      ['json', 'r.json'],
      ['text', null],
    ]);
    expect(pairs(output('r.sarif'), format('html'), output('r.html'))).toEqual([
      ['sarif', 'r.sarif'],
      ['html', 'r.html'],
    ]);
  });

  it('prints a format without a file', () => {
    expect(pairs(format('json'))).toEqual([['json', null]]);
    expect(pairs(format('json'), output('a'), format('text'))).toEqual([
      ['json', 'a'],
      ['text', null],
    ]);
    expect(pairs(format('text'), format('json'), output('a'))).toEqual([
      ['text', null],
      ['json', 'a'],
    ]);
  });

  it('goes by the ending of a file without a format', () => {
    expect(pairs(output('a.json'))).toEqual([['json', 'a.json']]);
    expect(pairs(output('a.MD'))).toEqual([['markdown', 'a.MD']]);
    expect(pairs(output('a.har'))).toEqual([['har', 'a.har']]);
    expect(pairs(output('junit.xml'))).toEqual([['junit', 'junit.xml']]);
    expect(pairs(output('a.junit.xml'))).toEqual([['junit', 'a.junit.xml']]);
    expect(pairs(output('a.sarif'))).toEqual([['sarif', 'a.sarif']]);
    expect(pairs(output('out.d/a.SARIF.JSON'))).toEqual([['sarif', 'out.d/a.SARIF.JSON']]);
    expect(pairs(output('a.sarif.d/b.json'))).toEqual([['json', 'a.sarif.d/b.json']]);
    expect(pairs(output('a'), output('b.json'))).toEqual([
      ['text', 'a'],
      ['json', 'b.json'],
    ]);
  });

  it('refuses an ending that names no format, unless a format is given', () => {
    for (const name of ['a.pdf', 'a.constructor', 'r.2026-11-21', '.sarif.json5'])
      expect(pairs(output(name))).toContain('names no format: use .txt, .json, .md');
    expect(pairs(output('a.pdf'), format('text'))).toEqual([['text', 'a.pdf']]);
  });

  it('takes a dash for standard output', () => {
    expect(pairs(format('json'), output('-'))).toEqual([['json', null]]);
  });

  it('refuses what cannot be meant', () => {
    expect(pairs(format('xml'))).toBe(`There is no format “xml”: use ${Object.keys(formats).join(', ')}.`);
    expect(pairs(format('toString'))).toContain('There is no format');
    expect(pairs(format('json'), format('text'))).toContain('Only one report can go to standard output');
    expect(pairs(output('a'), format('json'), output('./a'), format('text'))).toContain('same file');
    expect(pairs(output(''))).toContain('needs the name of a file');
  });

  it('offers what is no report in fewer formats', () => {
    const plain = (...words: OutputWord[]) => {
      const read = pairPlainOutputs(words);
      return read.ok ? read.value.map((each) => each.format) : read.problem;
    };
    expect(plain(output('a.md'))).toEqual(['markdown']);
    expect(plain(format('sarif'))).toBe('There is no format “sarif”: use text, json, markdown.');
    expect(plain(output('a.xml'))).toBe(
      'The ending .xml names no format: use .txt, .json, .md, or give --output a --format.',
    );
  });

  it('uses each word exactly once', () => {
    const word = fc.oneof(
      fc.constantFrom('text', 'json', 'markdown').map(format),
      fc.stringMatching(/^[a-z]{8}$/).map(output),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const read = pairOutputs(words);
        fc.pre(read.ok);
        const files = words.flatMap((one) => (one.kind === 'output' ? [one.file] : []));
        expect(read.value.flatMap(({ file }) => (file === null ? [] : [file]))).toEqual(files);
      }),
    );
  });
});
