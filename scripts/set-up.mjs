// Plain JavaScript without packages: this runs on a fresh clone, with whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const modules = join(root, 'node_modules');
const stamp = join(modules, '.connector-doctor-stamp');

/** The first Node that runs TypeScript without a switch. */
const leastNode = [22, 18];

/**
 * Installs what the project needs when it is missing or out of date, and finds a Node that runs its TypeScript.
 *
 * @returns {{ node: string, env: NodeJS.ProcessEnv }} that Node, and an environment in which it comes first
 * @throws {SetUpProblem} with a sentence for people
 */
export function setUp() {
  installPackages();
  installSystemPackages();
  return chooseNode();
}

/** Something that only a person can mend; its message is a sentence for them. */
export class SetUpProblem extends Error {}

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = [createHash('sha256').update(lock).digest('hex'), process.platform, process.arch].join(' ');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted) return;
  console.error('Installing the project’s packages (npm ci) …');
  const { status } = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) throw new SetUpProblem('The packages could not be installed: see npm’s own words above.');
  writeFileSync(stamp, `${wanted}\n`);
}

/** What the tests need of the operating system goes here: so far nothing. */
function installSystemPackages() {}

function npm(words) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  // npm says with which Node and which of its own files it was started: a shell may know another npm, or none.
  const { npm_execpath: file, npm_node_execpath: node } = process.env;
  if (file && node && existsSync(file) && existsSync(node)) return spawnSync(node, [file, ...words], options);
  return spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
}

function chooseNode() {
  const bin = join(modules, '.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const provided = join(bin, 'node');
  if (existsSync(provided)) return { node: provided, env };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return { node: process.execPath, env };
  throw new SetUpProblem(
    `This machine’s Node is ${process.versions.node}. On Linux the project brings a newer one along; here, please install Node ${leastNode.join('.')} or later.`,
  );
}
