import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The notices of every package of which something was bundled: name, version, licence and its text, in the order of names. */
export async function thirdPartyNotices(moduleIds: readonly string[]): Promise<string> {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  const notices = await Promise.all([...folders].map(notice));
  const sorted = notices.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    [
      'This package contains code of the following packages.',
      ...sorted.map(({ heading, text }) => `${heading}\n\n${text}`),
    ].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n'
  );
}

/** The folder of the package that a module belongs to; undefined for our own. */
function packageFolder(id: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

async function notice(folder: string): Promise<{ name: string; heading: string; text: string }> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)(-[\w-]+)?(\.(md|txt))?$/i.test(file));
  if (typeof name !== 'string' || typeof license !== 'string' || files.length === 0) {
    throw new Error(`the licence of ${folder} cannot be told`);
  }
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return {
    name,
    heading: `${name} ${String(version)} (${license})`,
    text: texts.map((text) => text.trim()).join('\n\n'),
  };
}
