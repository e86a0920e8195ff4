import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packExtension, signMcpbFile } from '@anthropic-ai/mcpb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBundle } from '../../../lib/bundles/open-bundle.ts';
import type { JsonObject } from '../../../lib/kernel/json.ts';
import { bundle, bundleWith, files, manifest, png, readme, source } from '../checks/bundle/bundle-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'packed-'));

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async (bytes: Uint8Array<ArrayBuffer>, name = 'a.mcpb') => openBundle(new Blob([bytes]), name);

/** Packs the usual files with the official tool. */
async function packed(name: string, changed: JsonObject): Promise<string> {
  const extensionPath = join(folder, name);
  const contents = { 'manifest.json': JSON.stringify(changed), 'server/index.js': source, 'README.md': readme };
  for (const [path, bytes] of Object.entries({ ...contents, 'icon.png': png(256) })) {
    mkdirSync(dirname(join(extensionPath, path)), { recursive: true });
    writeFileSync(join(extensionPath, path), bytes);
  }
  const outputPath = `${extensionPath}.mcpb`;
  expect(await packExtension({ extensionPath, outputPath, silent: true })).toBe(true);
  return outputPath;
}

const { privacy_policies: _policies, ...withoutPolicies } = manifest();
const versions: readonly (readonly [string, JsonObject])[] = [
  ['0.1', { ...withoutPolicies, manifest_version: '0.1' }],
  ['0.2', manifest({ manifest_version: '0.2' })],
  ['0.3', manifest({ icons: [{ src: 'icon.png', size: '256x256' }] })],
  ['0.4', manifest({ manifest_version: '0.4' })],
];

describe('what the official tool packs', () => {
  it.each(versions)('is read whole, version %s', async (version, changed) => {
    const file = await packed(`plain-${version}`, changed);
    const { evidence, pictures } = await opened(Uint8Array.from(readFileSync(file)), file);
    expect(evidence).toMatchObject({
      file: `plain-${version}.mcpb`,
      fault: null,
      members: 4,
      unsafe: [],
      signed: false,
      manifest: { version, faultCount: 0, value: changed },
      icon: { path: 'icon.png', named: true, state: 'loaded', isPng: true, image: { type: 'png' } },
      readme: { name: 'README.md', privacyHeading: 'Privacy Policy', privacyUrl: 'https://acme.example/privacy' },
      hintsInSource: true,
    });
    expect(pictures.map(({ url, from, type }) => ({ url, from, type }))).toEqual([
      { url: 'icon.png', from: 'bundle', type: 'png' },
    ]);
    expect(Buffer.from(pictures[0]?.base64 ?? '', 'base64').equals(png(256))).toBe(true);
  });

  it('is read with the signature that the official tool puts behind it', async () => {
    const file = await packed('signed', manifest());
    const before = await opened(Uint8Array.from(readFileSync(file)));
    const { cert, key } = await certificate();
    signMcpbFile(file, cert, key);
    const { evidence } = await opened(Uint8Array.from(readFileSync(file)));
    expect(evidence.signed).toBe(true);
    expect({ ...evidence, signed: false, bytes: 0 }).toEqual({ ...before.evidence, bytes: 0 });
  });
});

/** RSA: the official tool signs with nothing else. */
async function certificate(): Promise<{ readonly cert: string; readonly key: string }> {
  // The library wants this of its surroundings before it is loaded.
  const reflect = Reflect as { getMetadata?: unknown; getOwnMetadata?: unknown; defineMetadata?: unknown };
  for (const name of ['getMetadata', 'getOwnMetadata', 'defineMetadata'] as const) reflect[name] ??= () => undefined;
  const { PemConverter, X509CertificateGenerator } = await import('@peculiar/x509');
  const signing = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const rsa = { ...signing, publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };
  const keys = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({ name: 'CN=Acme', keys, signingAlgorithm: signing });
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(cert, made.toString('pem'));
  writeFileSync(key, PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'));
  return { cert, key };
}

describe('openBundle', () => {
  it('takes the marks of a signature within a member for what they are', async () => {
    const { evidence } = await opened(bundle({ 'notes.txt': 'MCPB_SIG_V1 … MCPB_SIG_END' }));
    expect(evidence).toMatchObject({ fault: null, signed: false, members: 5 });
  });

  it('keeps of a name only what is not its path', async () => {
    expect((await opened(bundle(), 'C:\\Users\\me\\a b.mcpb')).evidence.file).toBe('a b.mcpb');
    expect((await opened(bundle(), '/home/me/')).evidence.file).toBe('bundle.mcpb');
  });

  it('keeps no picture of an icon that cannot be shown', async () => {
    expect((await opened(bundle({ 'icon.png': 'no picture' }))).pictures).toEqual([]);
  });

  it('looks at the icons of a list where none is named alone', async () => {
    const { icon: _icon, ...rest } = manifest({ icons: [{ src: 'assets/icon.png', size: '256x256' }] });
    const text = JSON.stringify(rest);
    const { evidence } = await opened(bundle({ 'manifest.json': text, 'assets/icon.png': png(256), 'icon.png': null }));
    expect(evidence.icon).toMatchObject({ path: 'assets/icon.png', named: true, state: 'loaded' });
  });

  it('tells faults of a manifest with their places, in the order of the file', async () => {
    const { evidence } = await opened(bundleWith({ version: 1, homepage: 'x', tools: [{ name: 'a', hint: true }] }));
    expect(evidence.manifest?.faults.map(({ path, kind, line, problem }) => ({ path, kind, line, problem }))).toEqual([
      { path: 'version', kind: 'type', line: 4, problem: '“version” has to be a string, and is a number' },
      { path: 'tools.0', kind: 'unknown-member', line: 23, problem: 'the schema knows no member “hint” in “tools.0”' },
      { path: 'homepage', kind: 'url', line: 29, problem: '“homepage” has to be a whole address' },
    ]);
  });

  it('counts the faults of a manifest beyond those that it tells', async () => {
    const tools = Array.from({ length: 1000 }, () => 1);
    const { evidence } = await opened(bundleWith({ tools }));
    expect(evidence.manifest?.faults.length).toBe(20);
    expect(evidence.manifest?.faultCount).toBe(1000);
  });

  it('counts members that no schema knows beyond those that it tells, all at once', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 15_000 }, (_each, index) => [`k${String(index)}`, 1]));
    const text = JSON.stringify(manifest({ tools: [{ name: 'a', ...unknown }, 1] }));
    const { evidence } = await opened(bundle({ 'manifest.json': text }));
    expect(evidence.manifest?.faults.length).toBe(20);
    expect(evidence.manifest?.faultCount).toBe(15_001);
  });

  it('ends when it is aborted, and says so', async () => {
    const abort = AbortSignal.abort();
    await expect(openBundle(new Blob([bundle()]), 'a.mcpb', abort)).rejects.toThrow(abort.reason as Error);
  });

  it('reads the last of two members of one name, as the official tool does', async () => {
    const second = { name: 'README.md', bytes: '# Privacy\nNothing is kept.' };
    const { evidence } = await opened(bundle({}, second));
    expect(evidence.readme).toMatchObject({ privacyHeading: 'Privacy', privacyTextLength: 16 });
    expect(files().length + 1).toBe(evidence.members);
  });
});
