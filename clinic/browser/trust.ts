import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes a certificate database in this folder that trusts one authority (PEM), or none: Chromium reads it from `.pki/nssdb` of its
 * home, Firefox from its profile. Needs certutil (libnss3-tools).
 */
export async function makeTrust(folder: string, caPem: string | null): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run('certutil', ['-d', `sql:${folder}`, '-N', '--empty-password']);
  if (caPem === null) return;
  const file = join(folder, 'authority.pem');
  await writeFile(file, caPem);
  await run('certutil', ['-d', `sql:${folder}`, '-A', '-t', 'C,,', '-n', 'clinic', '-i', file]);
}
