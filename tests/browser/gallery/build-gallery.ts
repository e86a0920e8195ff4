import tailwindcss from '@tailwindcss/vite';
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { viewerDefine } from '../../../scripts/viewer-address.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Builds the gallery of states into a folder. It is no part of the extension. */
export async function buildGallery(outDir: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [tailwindcss()],
    define: viewerDefine(),
    // What the browser would answer is not asked here: the screens are shown with fixed states.
    resolve: { alias: { 'wxt/browser': fileURLToPath(new URL('no-browser.ts', import.meta.url)) } },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 4_000, rolldownOptions: { onwarn: () => undefined } },
  });
}

/** Serves that folder on loopback; `url` ends in a slash. */
export async function serveGallery(folder: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://gallery').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
