import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';

/**
 * The official conformance suite, in client mode, as a judge of our walk: each scenario puts up servers on loopback, starts the built
 * command line as the client and looks at what it asks.
 * `node scripts/conformance.ts [scenario …] [--program FILE] [--results FILE]`
 */

/** A scenario that is run, with what proves that our client came as far as it should: a check, or that its tools were listed. */
interface Run {
  readonly proof: string;
}

/** A scenario that is not ours, and why. */
interface Left {
  readonly because: string;
}

const realCall = 'judges what a client does when a tool is really called, which a diagnosis never does';
const otherGrant = 'a grant that Claude does not offer for connectors';

/** Behind the sign-in of these scenarios only our token opens the list. */
const toolsListed = 'tools listed';

/** Every client scenario of the suite; one that is missing here fails the run. */
const scenarios: Readonly<Record<string, Run | Left>> = {
  initialize: { proof: 'mcp-client-initialization' },
  tools_call: { because: `calls add_numbers with two numbers and wants the sum: it ${realCall}` },
  'elicitation-sep1034-client-defaults': { because: `the server asks back while its tool runs: it ${realCall}` },
  'sse-retry': { because: `the stream of a running tool is cut off: it ${realCall}` },
  'auth/metadata-default': { proof: toolsListed },
  'auth/metadata-var1': { proof: toolsListed },
  'auth/metadata-var2': { proof: toolsListed },
  'auth/metadata-var3': { proof: toolsListed },
  'auth/basic-cimd': { proof: toolsListed },
  'auth/scope-from-www-authenticate': { proof: toolsListed },
  'auth/scope-from-scopes-supported': { proof: toolsListed },
  'auth/scope-omitted-when-undefined': { proof: toolsListed },
  'auth/scope-step-up': { proof: 'scope-step-up-escalation' },
  'auth/scope-retry-limit': { proof: 'scope-retry-limit' },
  'auth/token-endpoint-auth-basic': { proof: toolsListed },
  'auth/token-endpoint-auth-post': { proof: toolsListed },
  'auth/token-endpoint-auth-none': { proof: toolsListed },
  'auth/pre-registration': { proof: toolsListed },
  'auth/2025-03-26-oauth-metadata-backcompat': { proof: toolsListed },
  'auth/2025-03-26-oauth-endpoint-fallback': { proof: toolsListed },
  // Rejecting is doing nothing, so the proof is that the document was read.
  'auth/resource-mismatch': { proof: 'prm-pathbased-requested' },
  'auth/offline-access-scope': { proof: toolsListed },
  'auth/offline-access-not-supported': { proof: toolsListed },
  'auth/client-credentials-jwt': { because: `client credentials with a signed assertion: ${otherGrant}` },
  'auth/client-credentials-basic': { because: `client credentials with a secret: ${otherGrant}` },
  'auth/cross-app-access-complete-flow': {
    because: `token exchange at an enterprise’s identity provider: ${otherGrant}`,
  },
};

/** What the suite notes of a client; `INFO` judges nothing. */
interface Judged {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'INFO' | 'SKIPPED';
  readonly description: string;
  readonly errorMessage?: string;
  readonly details?: { readonly mcpMethod?: string; readonly statusCode?: number };
}

const root = resolve(import.meta.dirname, '..');
const suite = resolve(root, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
/** Far beyond what a scenario takes, so that a slow machine fails nothing. Milliseconds. */
const scenarioLimitMs = 90_000;
const atOnce = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { program: { type: 'string', default: 'dist/npm/connector-doctor.js' }, results: { type: 'string' } },
});
const program = resolve(root, values.program);
if (!existsSync(program)) {
  process.stderr.write('Build first: npm run build\n');
  process.exit(2);
}

const { passed, failed } = await runAll();
if (values.results !== undefined) writeFileSync(values.results, JSON.stringify({ passed, failed }));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runAll(): Promise<{ readonly passed: number; readonly failed: number }> {
  const forgotten = (await suiteScenarios()).filter((name) => !(name in scenarios));
  for (const name of forgotten) process.stdout.write(`✕ ${name}: the table says nothing of it\n`);
  const limit = pLimit(atOnce);
  const chosen = Object.entries(scenarios).filter(([name]) => positionals.length === 0 || positionals.includes(name));
  const results = await Promise.all(
    chosen.map(async ([name, entry]) => {
      if ('because' in entry) {
        process.stdout.write(`– ${name}: ${entry.because}\n`);
        return null;
      }
      const faults = await limit(() => runScenario(name, entry));
      process.stdout.write([faults.length === 0 ? `✓ ${name}` : `✕ ${name}`, ...faults].join('\n    ') + '\n');
      return faults.length === 0;
    }),
  );
  return {
    passed: results.filter((result) => result === true).length,
    failed: results.filter((result) => result === false).length + forgotten.length,
  };
}

/** The names of the suite's client scenarios. */
async function suiteScenarios(): Promise<readonly string[]> {
  const { stdout } = await conformance(['list', '--client']);
  const names = [...stdout.matchAll(/^ +- (\S+)/gm)].map((match) => match[1] ?? '');
  if (names.length === 0) throw new Error('the suite names no client scenario');
  return names;
}

/** What the suite has against our client in a scenario; empty when it passes. */
async function runScenario(name: string, { proof }: Run): Promise<readonly string[]> {
  const client = [process.execPath, resolve(import.meta.dirname, 'conformance-client.ts'), program].map(inShell);
  const words = ['client', '--command', client.join(' '), '--scenario', name, '--verbose'];
  const { stdout, stderr, status } = await conformance([...words, '--timeout', String(scenarioLimitMs)]);
  const judged = readJudged(stdout);
  const faults = judged
    .filter((check) => check.status === 'FAILURE' || check.status === 'WARNING')
    .map((check) => `${check.id}: ${check.errorMessage ?? check.description}`);
  // A client that never came would have nothing held against it either.
  if (!judged.some((check) => isProof(check, proof))) faults.push(`no proof: ${proof}`);
  if (status !== 0 && faults.length === 0) faults.push(...stderr.trim().split('\n').slice(-12));
  return faults;
}

function isProof({ id, status, details }: Judged, proof: string): boolean {
  if (proof !== toolsListed) return id === proof && status === 'SUCCESS';
  return id === 'outgoing-response' && details?.mcpMethod === 'tools/list' && details.statusCode === 200;
}

/** The suite hands its command to a shell, so a path is quoted; within its own folder no path has to be. */
function inShell(path: string): string {
  const short = relative(root, path);
  return short.startsWith('..') || /[^\w./-]/.test(short) ? JSON.stringify(path) : short;
}

function readJudged(stdout: string): readonly Judged[] {
  try {
    const read: unknown = JSON.parse(stdout);
    return Array.isArray(read) ? (read as Judged[]) : [];
  } catch {
    return [];
  }
}

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function conformance(words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [suite, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
  return new Promise((settle, reject) => {
    child.on('error', reject);
    child.on('close', (status) => settle({ stdout, stderr, status }));
  });
}
