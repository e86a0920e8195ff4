import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { withRules, type RequestTarget } from '../../clinic/browser/troublemakers/requests.ts';
import type { SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';

const run = promisify(execFile);

/** AdGuard’s published rulesets. They are under the GPL and large: fetched where they are tried, and never part of this project. */
const rulesets = {
  package: '@adguard/dnr-rulesets@3.3.20260320140136',
  digest: 'n0DqlWWlDYs4P6UdG1H5HQR/nVCMMxq6B6JMj6gvcP4uMvjmLKQw6rPg07vy5+Mn0ty9Q/3OYQldiHsqNSPzuQ==',
  folder: 'package/dist/filters/declarative',
  /** AdGuard’s base filter, and its filter for trackers. */
  names: ['ruleset_2', 'ruleset_3'],
};

/** Where the rulesets stand in the person’s cache, or the sentence why they cannot be had. */
export async function fetchAdguardRules(): Promise<{ readonly folder: string } | { readonly problem: string }> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'connector-doctor');
  const target = join(cache, rulesets.package.replaceAll(/[@/]/g, '-').slice(1));
  if (existsSync(target)) return { folder: join(target, rulesets.folder) };
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'fetching-'));
  try {
    const archive = await download(work);
    const parts = rulesets.names.map((name) => `${rulesets.folder}/${name}`);
    await run('tar', ['-xzf', archive, '-C', work, ...parts]);
    await rm(archive);
    // Only what is whole ever has this name.
    await rename(work, target);
    return { folder: join(target, rulesets.folder) };
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    return { problem: `AdGuard’s rulesets (${rulesets.package}) could not be fetched from npm: ${whyOf(error)}` };
  }
}

/** A blocker with all of these rules, and with some of the person’s own. */
export function adguardBlocker(name: string, folder: string, own: readonly RequestTarget[]): SmallExtension {
  const blocker = withRules(name, own, { type: 'block' });
  const published = rulesets.names.map((id) => ({ id, enabled: true, path: `${id}.json` }));
  const ownRules = own.length === 0 ? [] : [{ id: 'rules', enabled: true, path: 'rules.json' }];
  return {
    ...blocker,
    manifest: { ...blocker.manifest, declarative_net_request: { rule_resources: [...published, ...ownRules] } },
    copied: Object.fromEntries(rulesets.names.map((id) => [`${id}.json`, join(folder, id, `${id}.json`)])),
  };
}

async function download(folder: string): Promise<string> {
  const words = ['pack', rulesets.package, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'];
  const { stdout } = await run('npm', words, { cwd: folder, timeout: 120_000 });
  const archive = join(folder, stdout.trim().split('\n').at(-1) ?? '');
  const digest = createHash('sha512');
  await pipeline(createReadStream(archive), digest);
  if (digest.digest('base64') !== rulesets.digest) throw new Error('the package is not the one that was tried before');
  return archive;
}

/** npm's own words where it failed, else those of whoever did. */
function whyOf(error: unknown): string {
  const { stderr = '', message = String(error) } = error as { readonly stderr?: string; readonly message?: string };
  return (/npm error (?:code )?(.+)/.exec(stderr)?.[1] ?? message.split('\n')[0] ?? message).slice(0, 200);
}
