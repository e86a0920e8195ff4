import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Json } from '../../lib/kernel/json.ts';
import { createRedactor } from '../../lib/report/redaction/redact.ts';
import { foundIn, type FoundInTools } from './found-in-tools.ts';
import { listTools } from './list-tools.ts';
import { realServers } from './servers.ts';

/** Names of tools and codes alone: what the tools say stays with their authors. Mend it by hand, after a look at each tool. */
const expectations = JSON.parse(readFileSync(resolve(import.meta.dirname, 'expectations.json'), 'utf8')) as Readonly<
  Record<string, FoundInTools>
>;

/** Filled by the tests below, read after them. */
const seen: Json[] = [];

describe('the tools of', () => {
  it.each(realServers.map((server) => [server.package, server] as const))('%s', async (name, server) => {
    const tools = await listTools(server);
    seen.push(...tools);
    expect(foundIn(tools)).toEqual(expectations[name]);
    // What is kept of a server in a report must not read otherwise than what it said.
    expect(foundIn(createRedactor().json(tools))).toEqual(expectations[name]);
  });
});

describe('all of them', () => {
  it('are at least five hundred', () => {
    expect(seen.length).toBeGreaterThanOrEqual(500);
  });

  it('are expected', () => {
    expect(Object.keys(expectations).sort()).toEqual(realServers.map((server) => server.package).sort());
  });

  it('give no cause for a guess, nor for a word about their schemas', () => {
    const quiet: readonly FindingCode[] = [
      'tools.name-invalid',
      'tools.name-duplicate',
      'tools.hint-conflict',
      'tools.hint-contradicts-name',
      'tools.description-steers-model',
      'tools.catch-all-method',
      'tools.freeform-without-docs',
      'tools.schema-invalid',
      'tools.schema-unresolved-ref',
      'tools.schema-too-deep',
    ];
    expect(quiet.filter((code) => Object.values(expectations).some(({ codes }) => code in codes))).toEqual([]);
  });
});
