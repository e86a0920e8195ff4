import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Json } from '../lib/kernel/json.ts';
import { listTools } from '../tests/real-tools/list-tools.ts';
import { realServers } from '../tests/real-tools/servers.ts';

const count = 400;
const processes = 7;

interface Figures {
  readonly read: number;
  readonly cold: number;
  readonly warm: number;
}

/** How long it takes to judge 400 tools of real servers once the listing is there: in a fresh process, and again in the same one. */
export async function measureToolLint(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'tools.json');
    const text = JSON.stringify(await realTools());
    writeFileSync(file, text);
    const program = resolve(import.meta.dirname, 'lint-once.ts');
    const figures = Array.from(
      { length: processes },
      () => JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8' })) as Figures,
    );
    const median = (of: keyof Figures) => figures.map((one) => one[of]).sort((a, b) => a - b)[processes >> 1] ?? NaN;
    process.stdout.write(
      `${count} tools (${(text.length / 1024).toFixed(0)} KiB) judged, median of ${processes} processes: ${median('cold').toFixed(0)} ms cold, ${median('warm').toFixed(0)} ms warm (budget 50); parsed and freed of secrets before: ${median('read').toFixed(0)} ms\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The servers with the most tools first: theirs are the heaviest. */
async function realTools(): Promise<readonly Json[]> {
  const tools: Json[] = [];
  for (const name of ['@zereight/mcp-gitlab', '@tacticlaunch/mcp-linear', '@notionhq/notion-mcp-server']) {
    const server = realServers.find((one) => one.package === name);
    if (server) tools.push(...(await listTools(server)));
  }
  return tools.slice(0, count);
}
