import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { msg, say } from '../i18n/say.ts';
import { ok, problem, type Read } from './read.ts';

/** Whether a file can be written that is none of those which are read (null: none), asked before a run whose report should go there. */
export async function checkWritable(file: string, read: readonly (string | null)[] = []): Promise<Read<null>> {
  const existing = await statOf(file);
  if (existing?.isDirectory())
    return problem(say('{file} is a directory: --output needs the name of a file.', { file }));
  if (existing?.isFile() && (await isOneOf(existing, read)))
    return problem(
      say('{file} is the file that is read, and would be replaced: give --output another name.', { file }),
    );
  const folder = dirname(resolve(file));
  const parent = await statOf(folder);
  if (!parent?.isDirectory())
    return problem(say('{file} cannot be written: there is no directory {folder}.', { file, folder }));
  try {
    await access(existing ? file : folder, constants.W_OK);
    return ok(null);
  } catch {
    return problem(say('{file} cannot be written: permission denied.', { file }));
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
    return problem(say('{file} cannot be written: {reason}.', { file, reason: reasonOf(error) }));
  }
}

/** A file system's refusal in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = refusals.get(code);
  return words === undefined ? (code === '' ? say('unknown reason') : code) : say(words);
}

const refusals: ReadonlyMap<string, string> = new Map([
  ['EACCES', msg('permission denied')],
  ['EPERM', msg('permission denied')],
  ['ENOENT', msg('there is no such file or directory')],
  ['EISDIR', msg('it is a directory')],
  ['ENOTDIR', msg('a part of its path is no directory')],
  ['ENOSPC', msg('the disk is full')],
  ['EROFS', msg('the disk is read-only')],
  ['ENAMETOOLONG', msg('its name is too long')],
]);

/** By what it is and not by its name: links lead to it as well. */
async function isOneOf({ dev, ino }: Stats, files: readonly (string | null)[]): Promise<boolean> {
  const known = await Promise.all(files.filter((file) => file !== null).map((file) => statOf(file)));
  return known.some((each) => each?.dev === dev && each.ino === ino);
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
