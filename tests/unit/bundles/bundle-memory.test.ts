import { execFile } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import { makeZip, type Packed } from '../../support/make-zip.ts';
import { bundle, files, manifest } from '../checks/bundle/bundle-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'large-'));
const opener = resolve(import.meta.dirname, 'open-and-measure.ts');
const mebibyte = 1024 * 1024;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Measured {
  readonly codes: readonly FindingCode[];
  /** Of the whole process, at its highest. */
  readonly mebibytes: number;
}

/** Opens a file in a process of its own, as the command line does. */
async function measured(file: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [opener, file]);
  return JSON.parse(stdout) as Measured;
}

function written(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A stored member of so many bytes that take no room on the disk, and the usual members behind it. */
function sparse(name: string, size: number): string {
  const file = join(folder, name);
  const member = { name: 'model.bin', bytes: '', stored: true, statedSize: size, statedPacked: size, crc: 0 };
  const whole = Buffer.from(makeZip([...files(), member]));
  const [at, place] = [whole.lastIndexOf('model.bin', whole.lastIndexOf('model.bin') - 1) + 9, openSync(file, 'w')];
  const end = whole.subarray(at);
  const endRecord = end.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  end.writeUInt32LE(at + size, endRecord + 16);
  writeSync(place, whole.subarray(0, at), 0, at, 0);
  ftruncateSync(place, at + size);
  writeSync(place, end, 0, end.length, at + size);
  closeSync(place);
  return file;
}

/** Zeros, packed a thousand times smaller, of which the directory states a few. */
function lyingReadme(): Packed {
  const raw = deflateRawSync(Buffer.alloc(400 * mebibyte), { level: 9 });
  return { name: 'README.md', bytes: '', raw, statedSize: 1_000_000 };
}

function members(count: number, below: string): readonly Packed[] {
  return Array.from({ length: count }, (_each, index) => ({ name: `data/${below}${String(index)}`, bytes: 'x' }));
}

const hugeFaults = manifest({ tools: Array.from({ length: 85_000 }, () => 1) });

const cases: readonly (readonly [string, () => string, readonly FindingCode[]])[] = [
  ['a bundle of 500 MiB', () => sparse('500.mcpb', 500 * mebibyte), []],
  ['more than 512 MiB', () => sparse('600.mcpb', 600 * mebibyte), ['bundle.unsafe-path', 'bundle.unsafe-path']],
  [
    'a README that unpacks to 400 MiB and states one',
    () => written('lie.mcpb', makeZip([...files({ 'README.md': null }), lyingReadme()])),
    ['bundle.not-a-zip', 'bundle.unsafe-path'],
  ],
  ['members without number', () => written('many.mcpb', makeZip([...files(), ...members(40_000, '')])), []],
  [
    'as many members as may be, with names as long as they may be',
    () => written('long.mcpb', makeZip([...files(), ...members(49_990, `${'x'.repeat(100)}/`)])),
    [],
  ],
  [
    'a manifest with faults without number',
    () => written('faults.mcpb', bundle({ 'manifest.json': JSON.stringify(hugeFaults) })),
    Array.from({ length: 10 }, () => 'bundle.manifest-invalid' as const),
  ],
];

describe('memory', () => {
  it.each(cases)('stays below 300 MiB for %s', async (_name, make, codes) => {
    const { codes: found, mebibytes } = await measured(make());
    expect(found).toEqual([
      ...codes,
      ...(codes.some((code) => /zip|unsafe/.test(code)) ? [] : ['bundle.listing-closed']),
    ]);
    expect(mebibytes).toBeLessThan(300);
  });
});
