import { describe, expect, it } from 'vitest';
import { runProgram } from './program.ts';

interface Printed {
  readonly language: string;
  readonly results: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly answer: string;
    readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string | null }[];
    readonly score: number;
  }[];
}

describe('faq', () => {
  it('answers with steps, pages and dated sources, then further titles', async () => {
    const { code, stdout, stderr } = await runProgram(['faq', 'kick', 'out', 'a', 'connector']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^How do I disconnect a connector\?\n/);
    expect(stdout).toContain(' 1. Open Customize > Connectors.');
    expect(stdout).toContain('https://claude.ai/customize/connectors');
    expect(stdout).toMatch(/^Sources +\S.*, (\d{1,2} )?\w{3,4} 20\d\d$/m);
    expect(stdout.split('Also found\n')[1]?.match(/^(Question|Guide|Error message|Cause): /gm)).toHaveLength(4);
    expect(Math.max(...stdout.split('\n').map((line) => (line.includes('://') ? 0 : line.length)))).toBeLessThanOrEqual(
      80,
    );
  });

  it('prints the members that other programs rely on', async () => {
    const { code, stdout } = await runProgram(['faq', 'what IP range does Claude use', '--format', 'json']);
    expect(code).toBe(0);
    const { results } = JSON.parse(stdout) as Printed;
    expect(Object.keys(results[0] ?? {})).toEqual(['id', 'kind', 'title', 'answer', 'sources', 'score', 'isStrong']);
    expect(results[0]).toMatchObject({ id: 'question:addresses-of-anthropic', kind: 'question', score: 1 });
    expect(results[0]?.answer).toContain('160.79.104.0/21');
    expect(results[0]?.sources[0]).toEqual({
      title: expect.any(String) as string,
      url: expect.stringMatching(/^https:\/\//) as string,
      date: expect.stringMatching(/^20\d\d(-\d\d){0,2}$/) as string,
    });
    const scores = results.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('explains a reference that stands alone', async () => {
    const { code, stdout } = await runProgram(['faq', 'ofid_0b1c2d3e4f5a6b7c8d9e0f1a', '--format', 'json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Printed).results[0]?.id).toBe('sentence:reference-alone');
  });

  it('answers in German', async () => {
    const { code, stdout } = await runProgram(['faq', '--language', 'de', 'wie werde ich einen Connector los']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Wie trenne ich einen Connector\?\n/);
    expect(stdout).toContain('\nQuellen');
  });

  it('prints JSON in English unless a language is asked for, whatever the machine speaks', async () => {
    const env = { LC_ALL: 'de_DE.UTF-8' };
    const words = ['faq', 'how do I disconnect a connector', '--format', 'json'];
    const printed = JSON.parse((await runProgram(words, { env })).stdout) as Printed;
    expect(printed.language).toBe('en');
    expect(printed).toEqual(JSON.parse((await runProgram(words)).stdout));
    const german = JSON.parse((await runProgram([...words, '--language', 'de'])).stdout) as Printed;
    expect(german.language).toBe('de');
    expect(german.results.map(({ title }) => title)).toContain('Wie trenne ich einen Connector?');
  });

  it('says that nothing was found, where to ask, and exits with 1', async () => {
    const { code, stdout, stderr } = await runProgram(['faq', 'qqqzzz xyxyx']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Nothing was found for this.');
    expect(stdout).toContain('https://support.claude.com/');
    const json = await runProgram(['faq', 'qqqzzz xyxyx', '--format', 'json']);
    expect({ code: json.code, printed: JSON.parse(json.stdout) as unknown }).toEqual({
      code: 1,
      printed: { language: 'en', results: [] },
    });
  });

  it('lets no sign of the question move a cursor', async () => {
    const { stdout } = await runProgram(['faq', '\u001b[2J connector \u001b[31m']);
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    [['faq'], 'faq needs a question.'],
    [['faq', ' '], 'faq needs a question.'],
    [['faq', 'a', '--format', 'xml'], '--format takes text or json.'],
    [['faq', '--quick', 'a'], 'There is no option --quick.'],
  ])('%j is a sentence on standard error and exit 2', async (words, problem) => {
    const { code, stdout, stderr } = await runProgram(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^connector-doctor: [^\n]{10,}\n(Try connector-doctor faq --help\.\n)?$/);
    expect(stderr).toContain(problem);
  });

  it('has help', async () => {
    const { code, stdout } = await runProgram(['faq', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Exit status: 0 something was found, 1 nothing was found, 2 bad usage.');
  });
});
