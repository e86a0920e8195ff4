import { defineCheck, found, skip, type Found } from '../../kernel/check.ts';
import type { BundleManifest, ManifestFault } from '../../kernel/evidence-bundle.ts';
import { selector } from './selector.ts';
import { bundleSources as sources } from './sources.ts';

/** Does the manifest stand where it belongs, and is it what its version asks for? */
export const manifestCheck = defineCheck({
  topic: 'manifest',
  needs: ['bundle'],
  codes: {
    'bundle.manifest-missing': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'author',
      title: 'The bundle has no manifest.json',
      detail:
        'At the root of the archive, where manifest.json has to be, there is none. {where, select, none {} other {One stands at “{place}”: {where, select, name {its name is not written exactly so} other {it seems that the folder was packed, and not what is in it}}. }}Without it nobody knows what to start, and Claude Desktop cannot install the bundle.',
      fix: '{where, select, none {Create it with “mcpb init”, then build the bundle with “mcpb pack”.} name {Call it manifest.json, in small letters, and build the bundle again with “mcpb pack”.} other {Build the bundle from within the folder that holds manifest.json: “mcpb pack” does.}}',
      sources: [sources.manifest, sources.tool],
    },
    'bundle.manifest-invalid': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'author',
      title:
        '{kind, select, json {The manifest is no JSON} byteOrderMark {The manifest begins with a byte order mark} tooLarge {The manifest is too large to be read} nested {The manifest is nested too deep} version {The manifest names no version that is known} missing {The manifest lacks “{path}”} unknownMember {The manifest has a member that its version does not know} other {The manifest has a member that is not what it should be}}',
      detail:
        '{kind, select, json {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: {expected, select, empty {it is empty} other {it has a syntax error, and nothing can read it}}.} byteOrderMark {Three invisible bytes stand before its first character. They say in which encoding the file is, and JSON does not allow them.} tooLarge {It has more than {expected}. Real ones have a few kilobytes.} nested {It is nested deeper than {expected} levels.} version {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: “manifest_version” has to be one of {expected}.} missing {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: the member “{path}” has to be there{expected, select, empty {} other { ({expected})}}.} type {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: “{path}” has to be {expected}, and is {given}.} unknownMember {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: “{given}”{path, select, empty {} other { in “{path}”}}. The schema of manifest version {version} lets nothing pass that it does not know.} choice {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: “{path}” has to be one of {expected}.} url {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: “{path}” has to be a whole address, such as https://example.com/.} email {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: “{path}” has to be an e-mail address.} other {{line, plural, =0 {manifest.json} other {Line {line} of manifest.json}}: {path, select, empty {} other {“{path}”: }}{expected}.}} {more, plural, =0 {} one {One more fault stands in it. } other {{more} more faults stand in it. }}The official tool refuses to pack such a manifest, and Claude Desktop to install it.',
      fix: '{kind, select, byteOrderMark {Save the file as UTF-8 without a byte order mark (BOM).} unknownMember {Take the member out, or raise “manifest_version” to the one that knows it.} version {Set “manifest_version” to one of them; “0.3” is a good choice for new bundles.} other {Correct the manifest.}} “mcpb validate manifest.json” shows at once whether it is right.',
      sources: [sources.manifest, sources.tool],
    },
    'bundle.manifest-version-old': {
      severity: 'warning',
      confidence: 'certain',
      step: null,
      who: 'author',
      title: 'The manifest is of the first version ({version})',
      detail:
        'manifest_version is {version}. The member privacy_policies, which Anthropic asked of every bundle that was to be listed, is known from version 0.2 on; in {version} it makes the manifest invalid.',
      fix: 'Set “manifest_version” to “0.2” or later, and add “privacy_policies” with the https address of your privacy policy.',
      sources: [sources.submission, sources.manifest],
    },
  },
  evaluate({ bundle: { fault, manifest, manifestElsewhere } }) {
    if (fault !== null) return [skip('prerequisite', ...all)];
    if (manifest === null) {
      return [
        missing(manifestElsewhere),
        skip('prerequisite', 'bundle.manifest-invalid', 'bundle.manifest-version-old'),
      ];
    }
    return [
      ...manifest.faults.slice(0, mostTold).map((each, index) => invalid(each, index, manifest)),
      ...(manifest.version === '0.1'
        ? [found('bundle.manifest-version-old', { values: { version: manifest.version } })]
        : []),
      ...(manifest.version === null ? [skip('prerequisite', 'bundle.manifest-version-old')] : []),
    ];
  },
});

const all = ['bundle.manifest-missing', 'bundle.manifest-invalid', 'bundle.manifest-version-old'] as const;

/** The manifest itself, and the evidence, hold the others. */
const mostTold = 10;

function missing(place: string | null): Found<'bundle.manifest-missing'> {
  const where = place === null ? 'none' : place.includes('/') ? 'folder' : 'name';
  return found('bundle.manifest-missing', { values: { where, place: place ?? '–' } });
}

/** One finding a fault; the last that is told says how many are left. */
function invalid(
  { kind, path, expected, given, line }: ManifestFault,
  index: number,
  { version, faultCount }: BundleManifest,
): Found<'bundle.manifest-invalid'> {
  return found('bundle.manifest-invalid', {
    values: {
      kind: selector(kind),
      path: path === '' ? 'empty' : path,
      expected: expected === '' ? 'empty' : expected,
      given,
      line: line ?? 0,
      version: version ?? '–',
      more: index === mostTold - 1 ? faultCount - mostTold : 0,
    },
  });
}
