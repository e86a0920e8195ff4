import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { respond, routes } from '../../clinic/http-call.ts';
import type { Stage } from '../../clinic/stage.ts';
import { englishSentences } from '../support/english-left.ts';
import { packageFolder, runProcess, runProgram, type Ended, type RunOptions } from './program.ts';
import { openStage, wayTo } from './staged.ts';

const url = 'https://mcp.notebook.dev/mcp';
const german = ['--language', 'de'];
/** What is typed after some options, the same in every language. */
const values = /<[a-z]+\|[a-z]+>/g;

let authority: Authority;
let folder: string;
let stage: Stage;

beforeAll(async () => {
  authority = await createAuthority();
});

beforeEach(async () => {
  const staged = await openStage(authority);
  ({ stage, folder } = staged);
  const fails = routes({ '/mcp': respond(500, { 'content-type': 'text/html' }, '<h1>Something is wrong</h1>') });
  await stage.host('mcp.notebook.dev', fails);
  return staged.close;
});

/** Checks the broken server of the stage. */
function check(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(['check', url, ...words, ...wayTo(stage)], { cwd: folder, ...options });
}

describe('check in German', () => {
  it.each(['text', 'markdown'])('writes its %s without English of ours', async (format) => {
    const { code, stdout, stderr } = await check(['--format', format, ...german]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Funktioniert nicht');
    expect(stdout).toContain('http.server-error');
    expect(englishSentences(stdout)).toEqual([]);
  });

  it('saves the same report for programs as in English', async () => {
    const { stdout } = await check(['--format', 'json']);
    writeFileSync(join(folder, 'report.json'), stdout);
    const replayed = async (...words: string[]) => {
      const again = await runProgram(['check', '--replay', 'report.json', '--format', 'json', ...words], {
        cwd: folder,
      });
      return { ...(JSON.parse(again.stdout) as object), judgedAgainAt: null };
    };
    expect(await replayed(...german)).toEqual(await replayed());
  });

  it.each([
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'de_AT.UTF-8' }, 'Funktioniert nicht'],
    [{ LC_ALL: '', LC_MESSAGES: 'de_DE.UTF-8', LANG: 'en_US.UTF-8' }, 'Funktioniert nicht'],
    [{ LC_ALL: 'C', LC_MESSAGES: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' }, 'Broken'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'fr_FR.UTF-8' }, 'Broken'],
  ])('speaks what the environment asks for: %j', async (env, headline) => {
    expect((await check([], { env })).stdout).toContain(headline);
  });

  it('is not spoken against the option’s word', async () => {
    expect((await check(['--language', 'en'], { env: { LC_ALL: 'de_DE.UTF-8' } })).stdout).toContain('Broken');
  });
});

describe('the words of German', () => {
  it('are loaded by those alone who read it', async () => {
    const copy = join(folder, 'npm');
    cpSync(packageFolder, copy, { recursive: true });
    const chunks = readdirSync(join(copy, 'chunks')).map((name) => join(copy, 'chunks', name));
    const withGerman = chunks.filter((file) => readFileSync(file, 'utf8').includes('Funktioniert nicht'));
    expect(withGerman).toHaveLength(1);
    for (const file of withGerman) rmSync(file);
    const run = (...words: string[]) => runProcess(process.execPath, [join(copy, 'connector-doctor.js'), ...words]);
    expect((await run('check', 'not a url')).code).toBe(1);
    expect((await run('explain', 'Couldn’t reach the MCP server.')).code).toBe(0);
    expect((await run('faq', 'remove a connector')).code).toBe(0);
    expect((await run('check', 'not a url', ...german)).code).toBe(2);
  });
});

describe('help in German', () => {
  it.each([[], ['check'], ['explain'], ['faq'], ['schema']])('of %j', async (...words) => {
    const { code, stdout, stderr } = await runProgram([...words, '--help', ...german]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Aufruf: connector-doctor /);
    const ours = stdout.split('\n').filter((line) => !line.startsWith('  $ '));
    expect(englishSentences(ours.join('\n').replace(values, ''))).toEqual([]);
    expect(stdout).not.toMatch(/Usage|Options|Commands|Arguments|choices|default/);
  });
});

describe('bad usage in German', () => {
  it.each([
    [['bogus'], 'Diesen Befehl gibt es nicht'],
    [['check'], 'check braucht die URL des Connectors'],
    [['check', 'https://mcp.acme.dev/', '--quik'], 'Eine Option --quik gibt es nicht (meinten Sie --quick?).'],
    [['check', 'https://mcp.acme.dev/', '--timeout', 'soon'], '--timeout braucht eine Zahl von Sekunden'],
    [['check', 'https://mcp.acme.dev/', '--output', '/no/such/folder/report.txt'], 'lässt sich nicht schreiben'],
    [['check', '--replay', '/no/such/report.json'], 'eine solche Datei oder ein solches Verzeichnis gibt es nicht'],
    [['explain', 'a', '--format', 'xml'], '--format nimmt text oder json.'],
    [['explain', ' '], 'Da ist kein Text'],
  ])('%j', async (words, sentence) => {
    const { code, stdout, stderr } = await runProgram([...words, ...german]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(englishSentences(stderr)).toEqual([]);
  });

  it('tells a language that there is none of, in that of the environment', async () => {
    const asked = await runProgram(['check', url, '--language', 'fr'], { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect(asked).toEqual({
      code: 2,
      stdout: '',
      stderr: 'connector-doctor: --language nimmt en oder de.\nMehr sagt connector-doctor check --help.\n',
    });
  });
});

describe('explain in German', () => {
  const sentence = 'Couldn’t reach the MCP server.';

  it('says all but the sentence itself in German', async () => {
    const { code, stdout } = await runProgram(['explain', `${sentence} https://mcp.acme.dev/mcp`, ...german]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {4}[\w.-]+ · Oft die Ursache$/m);
    const [, ...blocks] = stdout.split('\n\n');
    expect(englishSentences(blocks.join('\n\n'))).toEqual([]);
  });

  it('gives programs the same answer, with its texts in German', async () => {
    const explained = async (...words: string[]) =>
      JSON.parse((await runProgram(['explain', sentence, '--format', 'json', ...words])).stdout) as {
        readonly language: string;
        readonly matched: readonly string[];
        readonly meaning: string;
        readonly causes: readonly { readonly code: string; readonly why: string }[];
      };
    const [inEnglish, inGerman] = [await explained(), await explained(...german)];
    const withoutTexts = ({ causes, ...rest }: typeof inEnglish) => ({
      ...rest,
      language: '',
      meaning: '',
      causes: causes.map((cause) => ({ ...cause, why: '' })),
    });
    expect([inEnglish.language, inGerman.language]).toEqual(['en', 'de']);
    expect(withoutTexts(inGerman)).toEqual(withoutTexts(inEnglish));
    expect(englishSentences([inGerman.meaning, ...inGerman.causes.map(({ why }) => why)].join('\n'))).toEqual([]);
  });
});

describe('faq in German', () => {
  it('finds the same for a question, and says it in German', async () => {
    const { code, stdout } = await runProgram(['faq', 'Wie entferne ich einen Connector?', ...german]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Wie trenne ich einen Connector\?$/m);
    // The pages that it rests on have English names.
    const blocks = stdout.split('\n\n').filter((block) => !block.startsWith('Quellen '));
    expect(englishSentences(blocks.join('\n\n'))).toEqual([]);
  });
});
