import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { isJsonObject } from '../lib/kernel/json.ts';
import { reportSchema } from '../lib/kernel/report.ts';

/**
 * The client that the official conformance suite starts: `node scripts/conformance-client.ts PROGRAM URL`. It turns what the suite
 * says in the environment into options of `connector-doctor check`. The suite counts every exit code but 0 as a client that broke
 * down; ours tells of findings, so this ends with 0 when a complete report came out, and with 1 otherwise.
 */
const [program = '', url = ''] = process.argv.slice(2);
const scenario = process.env['MCP_CONFORMANCE_SCENARIO'] ?? '';
const { client_id: clientId, client_secret: clientSecret } = context();

const report = await check([...identity(), '--timeout', '45']);
process.stdout.write(report);
process.exitCode = isComplete(report) ? 0 : 1;

function context(): Readonly<Record<string, unknown>> {
  const given: unknown = JSON.parse(process.env['MCP_CONFORMANCE_CONTEXT'] ?? '{}');
  return isJsonObject(given) ? given : {};
}

/** A client that was made beforehand where the scenario has one, else the document that the suite knows clients by. */
function identity(): readonly string[] {
  if (typeof clientId === 'string')
    return ['--client-id', clientId, ...(secret() === null ? [] : ['--client-secret-stdin'])];
  // There the suite would look the document up on the internet; without it we register, and the metadata is judged on the spot.
  if (scenario === 'auth/offline-access-scope') return [];
  return ['--client-metadata-url', 'https://conformance-test.local/client-metadata.json'];
}

function secret(): string | null {
  return typeof clientSecret === 'string' ? clientSecret : null;
}

function check(options: readonly string[]): Promise<string> {
  const words = ['check', url, '--quick', '--local', '--sign-in', '--headless-consent', '--format', 'json', ...options];
  const child = spawn(process.execPath, [resolve(program), ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(secret() ?? '');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  return new Promise((settle, reject) => {
    child.on('error', reject);
    child.on('close', () => settle(text));
  });
}

function isComplete(text: string): boolean {
  try {
    const report: unknown = JSON.parse(text);
    if (!isJsonObject(report) || report['schema'] !== reportSchema) return false;
    return isJsonObject(report['run']) && report['run']['status'] === 'complete';
  } catch {
    return false;
  }
}
