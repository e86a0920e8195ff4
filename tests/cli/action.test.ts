import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAuthority } from '../../clinic/authority.ts';
import { respond, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { toolName, toolVersion } from '../../lib/kernel/tool-version.ts';
import { packageFolder, runProcess, type Ended } from './program.ts';
import { openStage, wayTo, type Staged } from './staged.ts';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as Action;

const healthy = 'https://mcp.notebook.dev/mcp';
const broken = 'https://bad.notebook.dev/mcp';

/** The Node of the machine, as in a workflow. */
const machinePath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((place) => !place.includes('node_modules'))
  .join(delimiter);

let staged: Staged;
let tarball: string;

beforeAll(async () => {
  staged = await openStage(await createAuthority());
  await staged.stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer() }));
  await staged.stage.host('bad.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
  const { code, stderr } = await runProcess('npm', ['pack', packageFolder, '--pack-destination', staged.folder], {
    cwd: staged.folder,
    env: npmEnvironment(),
  });
  if (code !== 0) throw new Error(stderr);
  tarball = join(staged.folder, `${toolName}-${toolVersion}.tgz`);
});

afterAll(() => staged.close());

/** Without the network and with a cache of its own. */
function npmEnvironment(): Record<string, string> {
  return { PATH: machinePath, npm_config_cache: join(staged.folder, 'cache'), npm_config_offline: 'true' };
}

interface Job {
  /** How the step of the check ended, and how the job did. */
  readonly checked: Ended;
  readonly ended: Ended;
  readonly outputs: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Whether the log would be uploaded, and which. */
  readonly uploads: string | null;
}

let jobs = 0;

/** Runs the action's own steps as a runner does, each in a shell that ends at the first failure. */
async function runAction(given: Readonly<Record<string, string>>): Promise<Job> {
  jobs += 1;
  const folder = join(staged.folder, `job-${jobs}`);
  mkdirSync(folder);
  const way = wayTo(staged.stage).flatMap((word, index, all) =>
    index % 2 === 0 ? [`${word}  ${all[index + 1]}`] : [],
  );
  const args = [...way.map((line) => line.replace('ca.pem', '../ca.pem')), given['args'] ?? ''].join('\n');
  const defaults = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, value]);
  const inputs = { ...Object.fromEntries(defaults), package: tarball, ...given, args } as Record<string, string>;
  const [check, upload, end] = action.runs.steps;
  if (!check || !upload || !end) throw new Error('the action has three steps');
  const checked = await runStep(check, folder, (text) => filled(text, { inputs }));
  const outputs = outputsIn(folder);
  const ended = await runStep(end, folder, (text) => filled(text, { inputs, outputs }));
  const uploads = inputs['upload-sarif'] === 'true' && outputs['sarif-file'] !== '' ? outputs['sarif-file'] : undefined;
  return { checked, ended, outputs, folder, uploads: uploads ?? null };
}

function runStep({ run = '', env = {} }: Step, folder: string, fill: (text: string) => string): Promise<Ended> {
  // Next to it, since nothing of the runner's lies in the checked-out repository.
  const script = join(staged.folder, `step-${jobs}.sh`);
  writeFileSync(script, run);
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)]));
  return runProcess('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
    cwd: folder,
    env: {
      ...npmEnvironment(),
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: join(staged.folder, `output-${jobs}`),
      ...given,
    },
  });
}

interface Contexts {
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** `${{ inputs.url }}` and `${{ steps.check.outputs.verdict }}`, which are all that the action has in its variables. */
function filled(text: string, { inputs, outputs = {} }: Contexts): string {
  return text
    .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_all, name: string) => inputs[name] ?? '')
    .replace(/\$\{\{ steps\.check\.outputs\.([\w-]+) \}\}/g, (_all, name: string) => outputs[name] ?? '');
}

function outputsIn(folder: string): Record<string, string> {
  const text = readFileSync(join(folder, '..', `output-${jobs}`), 'utf8');
  return Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

describe('action.yml', () => {
  it('gives inputs to shells as variables alone', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run = '', uses = '', shell } of action.runs.steps) {
      expect(run).not.toContain('${{');
      expect(run === '').toBe(shell === undefined);
      if (uses !== '') expect(uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/);
    }
    const [, upload, end] = action.runs.steps;
    expect(upload?.if).toContain("!cancelled() && inputs.upload-sarif == 'true'");
    expect(end?.if).toContain('!cancelled()');
    expect(Object.keys(action.inputs).filter((name) => action.inputs[name]?.required === true)).toEqual(['url']);
    expect(action.inputs['package']?.default).toBe(`${toolName}@${toolVersion}`);
  });

  it('passes a connector in which nothing is wrong', async () => {
    const { checked, ended, outputs, folder, uploads } = await runAction({ url: healthy });
    expect(outputs, checked.stderr).toEqual({
      'exit-code': '0',
      verdict: 'ready',
      'sarif-file': 'connector-doctor.sarif',
    });
    expect([checked.code, ended.code]).toEqual([0, 0]);
    expect(uploads).toBe('connector-doctor.sarif');
    expect(checked.stdout).toContain('✓ Nothing wrong seen from here');
    expect(readdirSync(folder)).toEqual(['connector-doctor.sarif']);
  });

  it('fails the job as the check did, after the log was written', async () => {
    const { checked, ended, outputs, folder } = await runAction({
      url: broken,
      'fail-on': 'warning',
      args: '--quick\n\n  --user-agent   Notes and more/1.0 ("quoted" $HOME)  \r\n--step-timeout 5',
      location: 'src/server.ts',
      'sarif-file': 'out put.sarif',
      'junit-file': 'junit.xml',
    });
    expect(outputs, checked.stderr).toEqual({ 'exit-code': '1', verdict: 'broken', 'sarif-file': 'out put.sarif' });
    expect([checked.code, ended.code]).toEqual([0, 1]);
    expect(checked.stderr).toContain('::error file=src/server.ts,title=');
    const sarif = readFileSync(join(folder, 'out put.sarif'), 'utf8');
    expect(JSON.parse(sarif)).toMatchObject({
      version: '2.1.0',
      runs: [{ properties: { cause: 'http.server-error' } }],
    });
    expect(sarif).toContain('"uri": "src/server.ts"');
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<failure ');
  });

  it('uploads nothing and fails where there is no report', async () => {
    const { checked, ended, outputs, uploads } = await runAction({ url: healthy, args: '--no-such-option' });
    expect(outputs, checked.stderr).toEqual({ 'exit-code': '2', verdict: '', 'sarif-file': '' });
    expect(ended.code).toBe(2);
    expect(uploads).toBeNull();
  });

  it('runs nothing that stands in an input', async () => {
    const hostile = '"; touch pwned; $(touch pwned) `touch pwned` \' && touch pwned #\n--output=pwned';
    const { outputs, folder, ended } = await runAction({
      url: hostile,
      'fail-on': hostile,
      args: hostile,
      location: hostile,
      'junit-file': hostile,
    });
    expect(outputs).toEqual({ 'exit-code': '2', verdict: '', 'sarif-file': '' });
    expect(ended.code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
    const typed = await runAction({ url: '--help; touch pwned', 'sarif-file': 'a.sarif' });
    expect(typed.outputs).toMatchObject({ 'exit-code': '1', verdict: 'broken' });
    expect(existsSync(join(typed.folder, 'pwned'))).toBe(false);
    const named = await runAction({ url: healthy, 'sarif-file': 'a.sarif\nverdict=ready\n::error::x' });
    expect(Object.keys(named.outputs)).toEqual(['exit-code', 'verdict', 'sarif-file']);
    expect(named.outputs['sarif-file']).toBe('');
  });
});
