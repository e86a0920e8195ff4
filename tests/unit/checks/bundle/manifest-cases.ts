import { bundleChanged, server, type BundleCases } from './bundle-case.ts';
import { bundle, bundleWith, manifest, readme } from './bundle-parts.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';

const invalid: readonly FindingCode[] = ['bundle.manifest-invalid'];

/** Manifests that are not what they should be. */
export const manifestCases: BundleCases = {
  'no manifest': {
    file: () => bundle({ 'manifest.json': null }),
    codes: ['bundle.manifest-missing'],
    says: 'there is none',
  },
  'a manifest in a folder': {
    file: () => bundle({ 'manifest.json': null, 'weather/manifest.json': '{}' }),
    codes: ['bundle.manifest-missing'],
    says: 'weather/manifest.json',
  },
  'a manifest in capital letters': {
    file: () => bundle({ 'manifest.json': null, 'Manifest.JSON': '{}' }),
    codes: ['bundle.manifest-missing'],
    says: 'not written exactly so',
  },
  'a manifest that is no JSON': { file: () => raw('{\n  "name": "x",\n}\n'), codes: invalid, says: 'Line 3' },
  'a manifest with a comment': { file: () => raw('{\n  // name\n  "name": "x"\n}\n'), codes: invalid, says: 'Line 2' },
  'an empty manifest': { file: () => raw(''), codes: invalid, says: 'it is empty' },
  'a manifest with a byte order mark': {
    file: () => raw(`\uFEFF${JSON.stringify(manifest())}`),
    codes: invalid,
    says: 'invisible bytes',
  },
  'a manifest in UTF-16': {
    file: () => bundle({ 'manifest.json': new Uint8Array(Buffer.from(JSON.stringify(manifest()), 'utf16le')) }),
    codes: invalid,
  },
  'a list for a manifest': { file: () => raw('[]'), codes: invalid, says: 'one of 0.1, 0.2, 0.3, 0.4' },
  'an unknown version': { file: () => bundleWith({ manifest_version: '1.0' }), codes: invalid, says: 'Line 2' },
  'a version that is a number': { file: () => bundleWith({ manifest_version: 0.3 }), codes: invalid },
  'a missing member': {
    file: () => bundleChanged(({ name: _name, ...rest }) => rest),
    codes: invalid,
    says: '“name” has to be there (a string)',
  },
  'an unknown member': {
    file: () => bundleWith({ annotations: {} }),
    codes: invalid,
    says: 'Line 29 of manifest.json: “annotations”',
  },
  'a tool with annotations, which manifests have no place for': {
    file: () => bundleWith({ tools: [{ name: 'a', annotations: { readOnlyHint: true } }] }),
    codes: invalid,
    says: '“annotations” in “tools.0”',
  },
  'an unknown kind of server': {
    file: () => bundleWith({ server: { ...server(), type: 'uv' } }),
    codes: invalid,
    says: 'one of python, node, binary',
  },
  'an address that is none': {
    file: () => bundleWith({ homepage: 'acme.example' }),
    codes: invalid,
    says: '“homepage” has to be a whole address',
  },
  'an e-mail address that is none': {
    file: () => bundleWith({ author: { name: 'A', email: 'nobody' } }),
    codes: invalid,
  },
  'a default of the wrong type': {
    file: () => bundleWith({ user_config: { key: { type: 'string', title: 'Key', description: 'Key', default: {} } } }),
    codes: invalid,
    says: 'and is an object',
  },
  'a size of an icon that is none': {
    file: () => bundleWith({ icons: [{ src: 'icon.png', size: 'big' }] }),
    codes: invalid,
  },
  'two versions that disagree': { file: () => bundleWith({ dxt_version: '0.1' }), codes: invalid, says: 'one of 0.3' },
  'privacy policies in the first version': {
    file: () => bundleWith({ manifest_version: '0.1' }),
    codes: ['bundle.manifest-invalid', 'bundle.manifest-version-old'],
    says: '“privacy_policies”',
  },
  'a manifest nested beyond all measure': {
    file: () => bundleWith({ _meta: { a: { b: nested(600) } } }),
    codes: invalid,
    disagreement: 'the official tool reads any depth in _meta',
  },
  'a manifest of a quarter of a megabyte and more': {
    file: () =>
      bundleWith({ long_description: 'x'.repeat(600_000).replace(/.{60}/g, (line) => `${line}${Math.random()}`) }),
    codes: invalid,
    says: '256 KiB',
    disagreement: 'the official tool has no limits',
  },
};

function raw(text: string): Uint8Array<ArrayBuffer> {
  return bundle({ 'manifest.json': text, 'README.md': readme });
}

function nested(depth: number): JsonObject {
  return depth === 0 ? {} : { a: nested(depth - 1) };
}
