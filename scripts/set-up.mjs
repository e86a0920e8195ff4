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
  return chooseNode();
}

/** What a browser under test needs of the operating system: names of the program, and Debian's package. */
const systemPrograms = [
  { names: ['chromium', 'chromium-browser'], from: 'chromium' },
  { names: ['firefox-esr', 'firefox'], from: 'firefox-esr' },
  { names: ['certutil'], from: 'libnss3-tools' },
];

/**
 * Installs the browsers that are missing, where that can be done (Debian's apt-get, as root).
 *
 * @param {readonly string[]} wanted Debian's packages; all without it
 * @throws {SetUpProblem} with a sentence for people
 */
export function installBrowsers(wanted = systemPrograms.map(({ from }) => from)) {
  const missing = missingPackages(wanted);
  if (missing.length === 0) return;
  installPackagesOfSystem(missing);
  if (missingPackages(wanted).length === 0) return;
  throw new SetUpProblem(
    `A real browser is needed, and this machine lacks something for it: please install ${missing.join(', ')} (on Debian: sudo apt-get install ${missing.join(' ')}).`,
  );
}

/** A blocker that very many people have, as Debian ships it: with it tests try what such a one does to Claude's page in Firefox. */
const blocker = {
  folder: '/usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/uBlock0@raymondhill.net',
  from: 'webext-ublock-origin-firefox',
};

/** Installs the blocker where it is missing and that can be done. Without it the tests with it are left out: a sentence says so. */
export function installBlocker() {
  if (!existsSync(blocker.folder)) installPackagesOfSystem([blocker.from]);
  if (existsSync(blocker.folder)) return;
  console.error(
    `Tests with a real blocker in Firefox are left out: on Debian, sudo apt-get install ${blocker.from} brings it.`,
  );
}

/** Does nothing where it cannot: who calls looks whether they are there. */
function installPackagesOfSystem(missing) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !isInstalled('apt-get')) return;
  console.error(`Installing ${missing.join(', ')} …`);
  // The list of packages may be missing or old on a fresh machine.
  if (apt(['install', ...missing]) !== 0 && apt(['update']) === 0) apt(['install', ...missing]);
}

function missingPackages(wanted) {
  const missing = systemPrograms.filter(({ names }) => !names.some(isInstalled));
  return missing.map(({ from }) => from).filter((name) => wanted.includes(name));
}

function isInstalled(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function apt(words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-y', '-qq', '--no-install-recommends'];
  return spawnSync('apt-get', [...options, ...words], { env, stdio: ['ignore', 2, 2] }).status;
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
