import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { samples } from '../../clinic/samples.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('npm start', { timeout: 240_000 }, () => {
  it('lets command line and extension examine every sample, and pictures the screens where there is no display', async () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    // What `npm start` starts, without its set-up: that would install packages under the tests' feet.
    const child = spawn(process.execPath, ['clinic/main.ts'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(printed.match(new RegExp(`^All ${samples.length} are right\\.$`, 'gm'))).toHaveLength(2);
    expect(code).toBe(0);
    const files = printed.split('\n').flatMap((line) => /^ {2}(.+\.png)$/.exec(line)?.[1] ?? []);
    expect(files.map((file) => file.split('/').at(-1))).toContain('doctor-overview-light.png');
    for (const file of files) {
      const png = readFileSync(join(root, file));
      const { width, height } = decode(png);
      expect(Math.min(width, height), file).toBeGreaterThan(150);
      expect(png.length, file).toBeLessThanOrEqual(60_000);
    }
  });
});
