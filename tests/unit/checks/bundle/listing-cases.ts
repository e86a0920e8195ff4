import { makeZip } from '../../../support/make-zip.ts';
import { bundleChanged, joined, server, textBytes, type BundleCases } from './bundle-case.ts';
import { bundle, bundleWith, files, png } from './bundle-parts.ts';

/** Bundles that can be installed, with what the directory asked of them or without. */
export const listingCases: BundleCases = {
  'nothing wrong': { file: () => bundle(), codes: [] },
  'the last version': {
    file: () => bundleWith({ manifest_version: '0.4', server: { ...server(), type: 'uv' } }),
    codes: [],
  },
  'the older name of the version': {
    file: () => bundleChanged(({ manifest_version: _version, ...rest }) => ({ dxt_version: '0.2', ...rest })),
    codes: [],
  },
  'the first version': {
    file: () => bundleChanged(({ privacy_policies: _policies, ...rest }) => ({ ...rest, manifest_version: '0.1' })),
    codes: ['bundle.privacy-policies-missing', 'bundle.manifest-version-old'],
  },
  'no privacy policies': {
    file: () => bundleChanged(({ privacy_policies: _policies, ...rest }) => rest),
    codes: ['bundle.privacy-policies-missing'],
    says: 'no member',
  },
  'an empty list of privacy policies': {
    file: () => bundleWith({ privacy_policies: [] }),
    codes: ['bundle.privacy-policies-missing'],
    says: 'an empty list',
  },
  'a privacy policy without https': {
    file: () => bundleWith({ privacy_policies: ['http://acme.example/privacy'] }),
    codes: ['bundle.privacy-policies-missing'],
    says: 'http://acme.example/privacy',
  },
  'no README': {
    file: () => bundle({ 'README.md': null }),
    codes: ['bundle.readme-privacy-missing'],
    says: 'there is no README.md',
  },
  'a README without privacy': {
    file: () => bundle({ 'README.md': '# Weather\n\nWe respect privacy.\n' }),
    codes: ['bundle.readme-privacy-missing'],
    says: 'No heading',
  },
  'an empty section on privacy': {
    file: () => bundle({ 'README.md': '## Privacy\n\n<!-- to be written -->\n\n## License\n\nMIT\n' }),
    codes: ['bundle.readme-privacy-missing'],
    says: 'neither an address nor a text',
  },
  'a README in small letters, with a German heading': {
    file: () => bundle({ 'README.md': null, 'readme.md': '# Datenschutz\nWir speichern nichts.' }),
    codes: [],
  },
  'no icon at all': {
    file: () => bundleChanged(({ icon: _icon, ...rest }) => rest, { 'icon.png': null }),
    codes: ['bundle.icon-missing'],
  },
  'an icon that is not there': {
    file: () => bundle({ 'icon.png': null }),
    codes: ['bundle.icon-missing'],
    says: 'refuses to pack',
  },
  'an icon that leads out of the bundle': {
    file: () => bundleWith({ icon: '../icon.png' }),
    codes: ['bundle.icon-missing'],
  },
  'an icon of which one letter is small': {
    file: () => bundleWith({ icon: 'Icon.png' }),
    codes: ['bundle.icon-missing'],
  },
  'an icon with a dot before it': { file: () => bundleWith({ icon: './icon.png' }), codes: [] },
  'an icon on the web': {
    file: () => bundleWith({ icon: 'https://acme.example/icon.png' }),
    codes: ['bundle.icon-invalid'],
    says: 'only files',
  },
  'an icon with an absolute path': {
    file: () => bundleWith({ icon: '/icon.png' }),
    codes: ['bundle.icon-invalid'],
    says: 'no other computer',
  },
  'an icon with a variable': {
    file: () => bundleWith({ icon: '${__dirname}/icon.png' }),
    codes: ['bundle.icon-invalid'],
    says: 'variables',
  },
  'an icon that is an SVG': {
    file: () => bundle({ 'icon.png': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' }),
    codes: ['bundle.icon-invalid'],
    says: 'svg by its bytes',
  },
  'an icon that breaks off': {
    file: () => bundle({ 'icon.png': png(512).slice(0, 12) }),
    codes: ['bundle.icon-invalid'],
    says: 'breaks off',
  },
  'an icon that is not square': {
    file: () => bundle({ 'icon.png': png(512, 300) }),
    codes: ['bundle.icon-invalid'],
    says: '512 × 300',
  },
  'a small icon': { file: () => bundle({ 'icon.png': png(64) }), codes: ['bundle.icon-invalid'], says: '64 × 64' },
  'tools without hints': {
    file: () => bundle({ 'server/index.js': 'server.tool("get_forecast", forecast);' }),
    codes: ['bundle.tool-annotations-missing'],
    says: 'get_forecast',
  },
  'hints that only the bundled SDK speaks of': {
    file: () =>
      bundle({
        'server/index.js': 'const a=z.object({readOnlyHint:z.boolean().optional(),destructiveHint:z.boolean()})',
      }),
    codes: ['bundle.tool-annotations-missing'],
  },
  'a binary, in which no hints can be seen': {
    file: () => bundle({ 'server/index.js': null, 'server/run.exe': 'MZ' }),
    codes: [],
  },
  'no tools': { file: () => bundleWith({ tools: [], tools_generated: true }, { 'server/index.js': 'x' }), codes: [] },
  'sizes behind the bytes, as streams have them': {
    file: () => makeZip(files().map((file) => ({ ...file, descriptor: true }))),
    codes: [],
  },
  'stored members': { file: () => makeZip(files().map((file) => ({ ...file, stored: true }))), codes: [] },
  'records for large numbers that are not needed': {
    file: () => makeZip(files(), { large: true }),
    codes: [],
    disagreement: 'the official tool then looks for large numbers in every member',
  },
  'a comment': { file: () => makeZip(files(), { comment: 'made by hand' }), codes: [] },
  'bytes after the end': { file: () => joined(bundle(), textBytes('\n')), codes: [] },
};
