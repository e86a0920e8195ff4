import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown, type OutputChunk } from 'rolldown';
import { reportJsonSchema } from '../lib/report/data/schema.ts';
import { npmReadme } from './npm-readme.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

const root = new URL('../', import.meta.url);
const target = new URL('dist/npm/', root);

await rm(target, { recursive: true, force: true });
await mkdir(new URL('schema/', target), { recursive: true });
const chunks = await bundle();
await Promise.all([
  chmod(new URL('connector-doctor.js', target), 0o755),
  cp(new URL('LICENSE', root), new URL('LICENSE', target)),
  write('package.json', `${JSON.stringify(await manifest(), undefined, 2)}\n`),
  write('README.md', npmReadme(await readFile(new URL('README.md', root), 'utf8'))),
  write('THIRD-PARTY-NOTICES', await thirdPartyNotices(chunks.flatMap((chunk) => chunk.moduleIds))),
  write('schema/report-1.json', `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`),
]);

/** One entry, and a chunk for everything that the usual check loads later or never. */
async function bundle(): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    input: { 'connector-doctor': fileURLToPath(new URL('lib/cli/main.ts', root)) },
    platform: 'node',
    // Its first form is loaded piece by piece, which nothing here could follow.
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
    transform: { target: 'node20' },
    onLog(level, log, handle) {
      handle(level === 'warn' ? 'error' : level, log);
    },
  });
  const { output } = await build.write({
    dir: fileURLToPath(target),
    format: 'esm',
    banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    comments: false,
  });
  await build.close();
  return output.filter((file): file is OutputChunk => file.type === 'chunk');
}

async function manifest(): Promise<Record<string, unknown>> {
  const own = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as Record<string, unknown>;
  const { name, version, description, license, author, keywords, engines } = own;
  return {
    name,
    version,
    description,
    license,
    author,
    keywords,
    type: 'module',
    bin: { 'connector-doctor': 'connector-doctor.js' },
    exports: { './schema/report-1.json': './schema/report-1.json', './package.json': './package.json' },
    files: ['connector-doctor.js', 'chunks', 'schema', 'THIRD-PARTY-NOTICES'],
    engines,
  };
}

function write(name: string, text: string): Promise<void> {
  return writeFile(new URL(name, target), text);
}
