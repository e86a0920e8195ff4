// `npm test`: everything, each gate counted; the last line says how many passed and failed, whatever happens.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBlocker, installBrowsers, root, setUp, SetUpProblem } from './set-up.mjs';

const total = { passed: 0, failed: 0 };

try {
  const { node, env } = setUp();
  const tool = (file, ...words) => run(node, [join(root, 'node_modules', file), ...words], env);
  const [, , hasBrowsers] = await Promise.all([
    gate('lint', () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0')),
    otherGates(tool, node, env),
    gate('browsers', haveBrowsers),
  ]);
  // Without browsers everything else is still worth knowing; that they are missing counts as a failure.
  await tests(tool, hasBrowsers ? [] : ['--project=core', '--project=cli']);
  await conformance(node, env);
} catch (error) {
  total.failed += 1;
  console.error(error instanceof SetUpProblem ? error.message : error);
} finally {
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** Beside the linter, which takes as long as all of them, and the installation of browsers, which mostly waits for the network. */
async function otherGates(tool, node, env) {
  await gate('format', () => tool('prettier/bin/prettier.cjs', '--check', '.'));
  await gate('types', () => tool('typescript/bin/tsc', '-p', '.'));
  await gate('unused code', () => tool('knip/bin/knip.js'));
  await gate('build', () => run(node, [join(root, 'scripts/build-cli.ts')], env));
  await gate('build of the extension', () => run(node, [join(root, 'scripts/build-extension.ts')], env));
}

async function gate(name, check) {
  const started = Date.now();
  const isFine = (await check()) === 0;
  total[isFine ? 'passed' : 'failed'] += 1;
  console.log(`${isFine ? '✓' : '✕'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return isFine;
}

function haveBrowsers() {
  try {
    installBrowsers();
    installBlocker();
    return 0;
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function tests(tool, projects) {
  await counted(async (file) => {
    const status = await tool(
      'vitest/vitest.mjs',
      'run',
      ...projects,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    );
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, 'utf8'));
    return { status, passed, failed };
  });
}

/** The official conformance suite, with the built program as the client: each of its scenarios counts as a test. */
async function conformance(node, env) {
  await counted(async (file) => {
    const status = await run(node, [join(root, 'scripts/conformance.ts'), '--results', file], env);
    return { status, ...JSON.parse(readFileSync(file, 'utf8')) };
  });
}

async function counted(count) {
  const folder = mkdtempSync(join(tmpdir(), 'connector-doctor-tests-'));
  try {
    const { status, passed, failed } = await count(join(folder, 'results.json'));
    total.passed += passed;
    total.failed += failed;
    // A file that could not even be loaded has no failed test, but it is a failure.
    if (status !== 0 && failed === 0) total.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The exit code; a program that a signal ended, or that could not be started, counts as failed. */
function run(program, words, env) {
  return new Promise((settle) => {
    const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => settle(1));
    child.on('exit', (code) => settle(code ?? 1));
  });
}
