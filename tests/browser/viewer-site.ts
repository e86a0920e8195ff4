import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '../../clinic/front.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist/viewer');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

/** The built viewer on a site of its own. */
export interface ViewerSite {
  /** Its address, below a path: it may lie anywhere. Without a fragment. */
  readonly url: string;
  /** The paths of everything that was asked for and is no file of the viewer. */
  readonly strayed: readonly string[];
  close(): Promise<void>;
}

/** Builds the viewer where it is not as its sources are, and serves it on loopback as any site would that knows nothing of it. */
export async function viewerSite(): Promise<ViewerSite> {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-viewer.ts'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the viewer cannot be built:\n${stderr}`);
  const strayed: string[] = [];
  const site = await listen(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://viewer');
      const body = fileAt(pathname);
      if (body === null) strayed.push(request.url ?? '');
      const path = pathname.endsWith('/') ? 'index.html' : pathname;
      response.writeHead(body === null ? 404 : 200, { 'content-type': types[extname(path)] ?? 'text/plain' });
      response.end(body ?? '');
    }),
  );
  return {
    url: `http://127.0.0.1:${String(site.port)}${place}`,
    strayed,
    close: () => site.close(),
  };
}

const place = '/some/where/';

function fileAt(pathname: string): Buffer | null {
  if (!pathname.startsWith(place)) return null;
  const path = normalize(pathname.slice(place.length) || 'index.html');
  if (path.startsWith('..')) return null;
  try {
    return readFileSync(join(folder, path));
  } catch {
    return null;
  }
}
