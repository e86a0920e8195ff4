import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The notices of every package of which something was bundled: name, version, licence and its text, in the order of names. */
export async function thirdPartyNotices(moduleIds: readonly string[]): Promise<string> {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  const notices = await Promise.all([...folders].map(notice));
  // A package may be installed twice, at one version.
  const different = new Map(notices.map((one) => [`${one.heading}\n${one.text}`, one]));
  const sorted = [...different.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
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
  const { name, version, license, repository } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)(-[\w-]+)?(\.(md|txt))?$/i.test(file));
  const home = addressOf(repository);
  const isNamed = license === 'MIT' && home !== null;
  if (typeof name !== 'string' || typeof license !== 'string' || (files.length === 0 && !isNamed)) {
    throw new Error(`the licence of ${folder} cannot be told`);
  }
  const texts =
    files.length === 0
      ? [mit(String(home))]
      : await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return {
    name,
    heading: `${name} ${String(version)} (${license})`,
    text: texts.map((text) => text.trim()).join('\n\n'),
  };
}

/** Where a package says that its sources are: an address, or `OWNER/NAME` at GitHub. */
function addressOf(repository: unknown): string | null {
  if (typeof repository === 'string') return `https://github.com/${repository}`;
  const url: unknown = typeof repository === 'object' && repository !== null && 'url' in repository && repository.url;
  return typeof url === 'string' ? url.replace(/^git\+/, '').replace(/\.git$/, '') : null;
}

/** Some packages name the licence and hold no text of it. */
function mit(home: string): string {
  return `Copyright (c) the authors of ${home}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
