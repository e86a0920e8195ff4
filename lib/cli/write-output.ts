import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, problem, type Read } from './read.ts';

/** Whether a file can be written, asked before a run whose report should go there. */
export async function checkWritable(file: string): Promise<Read<null>> {
  const existing = await statOf(file);
  if (existing?.isDirectory()) return problem(`${file} is a directory: --output needs the name of a file.`);
  const folder = dirname(resolve(file));
  const parent = await statOf(folder);
  if (!parent?.isDirectory()) return problem(`${file} cannot be written: there is no directory ${folder}.`);
  try {
    await access(existing ? file : folder, constants.W_OK);
    return ok(null);
  } catch {
    return problem(`${file} cannot be written: permission denied.`);
  }
}

/** Writes a file so that nobody ever sees half of it; what is no regular file (a pipe, a terminal) is written to as it is. */
export async function writeOutput(file: string, text: string): Promise<Read<null>> {
  try {
    const existing = await statOf(file);
    if (existing && !existing.isFile()) await writeFile(file, text);
    // Through a symbolic link, the file that it points to is replaced, not the link.
    else await replaceFile(existing ? await realpath(file) : resolve(file), text, existing?.mode);
    return ok(null);
  } catch (error) {
    return problem(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/** A file system's refusal in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'there is no such file or directory',
    EISDIR: 'it is a directory',
    ENOTDIR: 'a part of its path is no directory',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ENAMETOOLONG: 'its name is too long',
  };
  return words[code] ?? (code === '' ? 'unknown reason' : code);
}

async function replaceFile(file: string, text: string, mode: number | undefined): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx', mode === undefined ? 0o666 : mode & 0o777);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

async function statOf(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch {
    return undefined;
  }
}
