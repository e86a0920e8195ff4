import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackedId } from '../unpacked-id.ts';

/** A browser extension of a few lines, as it is installed beside ours. */
export interface SmallExtension {
  /** No two in one browser have the same. */
  readonly name: string;
  /** What its manifest says beside its name and version. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Its other files: what stands in them, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that are too large to be held: where they are copied from, by name. */
  readonly copied?: Readonly<Record<string, string>>;
}

/** Extensions that are written down and can be loaded. */
export interface Crowd {
  /** For a browser's start (`more`). */
  readonly folders: readonly string[];
  /** The id that Chromium gives the one with this name. Throws where there is none. */
  idOf(name: string): string;
  remove(): Promise<void>;
}

/** Writes each extension into a folder of its own. */
export async function gatherCrowd(extensions: readonly SmallExtension[]): Promise<Crowd> {
  const whole = await realpath(await mkdtemp(join(tmpdir(), 'connector-doctor-crowd-')));
  const folders = new Map(extensions.map(({ name }, place) => [name, join(whole, String(place + 1))]));
  if (folders.size < extensions.length) throw new Error('two extensions have one name');
  await Promise.all(extensions.map((extension) => write(folders.get(extension.name) ?? '', extension)));
  return {
    folders: [...folders.values()],
    idOf(name) {
      const folder = folders.get(name);
      if (folder === undefined) throw new Error(`there is no extension “${name}”`);
      return unpackedId(folder);
    },
    remove: () => rm(whole, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function write(folder: string, { name, manifest, files = {}, copied = {} }: SmallExtension): Promise<void> {
  await mkdir(folder);
  const all = { 'manifest.json': JSON.stringify({ manifest_version: 3, version: '1.0', name, ...manifest }), ...files };
  await Promise.all([
    ...Object.entries(all).map(([file, text]) => writeFile(join(folder, file), text)),
    ...Object.entries(copied).map(([file, from]) => copyFile(from, join(folder, file))),
  ]);
}
