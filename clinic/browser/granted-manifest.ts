import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keys whose wishes a browser asks the person about, and the keys under which it grants them at the installation. */
const granting = {
  optional_permissions: 'permissions',
  optional_host_permissions: 'host_permissions',
} as const;

/**
 * Rewrites the manifest in this folder so that everything optional is required, which a browser grants without a question; the
 * function that comes back writes the true one again. What was granted once stays granted, so the next start finds it allowed.
 */
export async function requireEverything(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'manifest.json');
  const text = await readFile(file, 'utf8');
  const manifest = JSON.parse(text) as Record<string, readonly string[] | undefined>;
  const { optional_permissions, optional_host_permissions, ...rest } = manifest;
  await writeFile(
    file,
    JSON.stringify({
      ...rest,
      [granting.optional_permissions]: [...(rest['permissions'] ?? []), ...(optional_permissions ?? [])],
      [granting.optional_host_permissions]: [...(rest['host_permissions'] ?? []), ...(optional_host_permissions ?? [])],
    }),
  );
  return () => writeFile(file, text);
}
