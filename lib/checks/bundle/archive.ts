import { defineCheck, found, skip, type Found } from '../../kernel/check.ts';
import type { BundleEvidence, BundleFault, UnsafeBecause, UnsafeMember } from '../../kernel/evidence-bundle.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { selector } from './selector.ts';
import { bundleSources as sources } from './sources.ts';

/** Can the archive be opened, and by anybody without harm? */
export const archiveCheck = defineCheck({
  topic: 'archive',
  needs: ['bundle'],
  codes: {
    'bundle.not-a-zip': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'author',
      title:
        '{fault, select, empty {The file is empty} cutShort {The archive breaks off} damaged {The archive contradicts itself} member {A part of the archive cannot be unpacked} other {The file is no bundle: it is no zip archive}}',
      detail:
        '{fault, select, empty {It holds not a single byte: it was not copied or not downloaded to its end.} cutShort {It begins like a zip archive, but its directory, which stands at the end, is not there: it was not copied or not downloaded to its end.} damaged {It is a zip archive, and its directory tells of something else than the file holds.} member {“{member}” is encrypted, packed by an unusual method, or damaged.} other {A bundle (.mcpb) is a zip archive with manifest.json in it; this file ({bytes, plural, one {1 byte} other {{bytes, number} bytes}}) begins otherwise.}} Nothing can install it.',
      fix: '{fault, select, empty {Copy or download it again, or build it anew.} cutShort {Copy or download it again, or build it anew.} other {Build the bundle with the official tool, “mcpb pack”, from the folder that holds manifest.json.}}',
      sources: [sources.tool, sources.zip],
    },
    'bundle.unsafe-path': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'author',
      title:
        '{why, select, bundle {The bundle unpacks to far more than it may} many {The bundle has far more parts than anybody packs} ratio {A part of the bundle unpacks to far more than it should} size {A part of the bundle is larger than a whole bundle may be} sizeLie {A part of the bundle is not as large as the archive says} overlap {Parts of the archive share the same bytes} link {The bundle holds links instead of files} duplicate {The archive holds two parts of the same name} backslash {Names in the archive have backslashes} controlCharacter {Names in the archive have control characters} detour {Names in the archive have empty parts or dots for parts} windowsName {Windows cannot write names of the archive} caseClash {Parts of the archive have names that macOS and Windows take for one} fileAndFolder {The archive holds a file where a folder has to be} kindLie {The archive contradicts itself about what is a folder} nameLie {Parts of the archive have two different names} other {Parts of the bundle would be written outside of its folder}}',
      detail:
        '{why, select, bundle {The archive of {bytes, number} bytes states {unpacked, number} bytes unpacked. More than 512 MiB, or more than 200 times the archive’s size, is what a zip bomb looks like, and careful programs refuse it.} many {It has {count, plural, one {1 part} other {{count, number} parts}}. Where there are more than 50,000, or their names fill more than 8 MiB, none of them is looked at.} ratio {It is packed more than 200 times smaller: {names}{more, plural, =0 {} other { and {more} more}}. That is what a zip bomb looks like, and careful programs refuse it.} size {Unpacked it has more than 512 MiB: {names}{more, plural, =0 {} other { and {more} more}}.} sizeLie {What comes out is not as long as the directory of the archive states: {names}{more, plural, =0 {} other { and {more} more}}. Careful programs stop there.} overlap {Two names stand for the same place in the file: {names}{more, plural, =0 {} other { and {more} more}}. That is how zip bombs are made, and careful programs refuse it.} link {Symbolic links are {names}{more, plural, =0 {} other { and {more} more}}. A link may lead anywhere on the computer that unpacks it; the official tool writes it as a small text file, and what should be there is missing.} duplicate {Twice in it {count, plural, one {is} other {are}} {names}{more, plural, =0 {} other { and {more} more}}. Programs differ in which of the two they take, so what was looked at need not be what is run.} backslash {On Windows they are folders, elsewhere a part of the name: {names}{more, plural, =0 {} other { and {more} more}}.} controlCharacter {They cannot be seen, and hide what a file is called: {names}{more, plural, =0 {} other { and {more} more}}.} detour {Some programs drop such parts, and others do not find the file: {names}{more, plural, =0 {} other { and {more} more}}.} windowsName {Windows has no such names, or drops their end, so that the file is missing or overwrites another one: {names}{more, plural, =0 {} other { and {more} more}}.} caseClash {Where capital letters, the way accents are written or an end that is dropped make no other file, one overwrites another: {names}{more, plural, =0 {} other { and {more} more}}. What was looked at need not be what is run.} fileAndFolder {A file has the name of a folder that other parts lie in: {names}{more, plural, =0 {} other { and {more} more}}. Whoever unpacks the bundle stops there.} kindLie {By the name it is a file and by its attributes a folder, or it is a folder with content: {names}{more, plural, =0 {} other { and {more} more}}. Programs differ in which of the two they believe, so what was looked at need not be what is run.} nameLie {The directory of the archive and the part itself differ in {names}{more, plural, =0 {} other { and {more} more}}. Programs differ in which of the two they take.} other {{why, select, absolute {The name is an absolute path} other {The name leads upwards (“..”)}}: {names}{more, plural, =0 {} other { and {more} more}}. Programs that follow it overwrite files of the computer, and careful ones refuse the whole bundle.}}',
      fix: '{why, select, link {Pack the files themselves: “mcpb pack” follows links.} other {Build the bundle with the official tool, “mcpb pack”, from the folder that holds manifest.json, and leave out what the server does not need.}}{why, select, bundle {} many {} ratio {} size {} other { If you did not make this bundle yourself, do not install it.}}',
      sources: [sources.pathTricks, sources.bombs, sources.zip],
    },
  },
  evaluate({ bundle }) {
    const { fault, unsafe } = bundle;
    const unsafeFound = groupsOf(unsafe).map(([why, members]) => unsafeFinding(why, members, bundle));
    if (fault === 'too-large') return [tooLarge(bundle), ...unsafeFound, skip('prerequisite', 'bundle.not-a-zip')];
    if (fault === null) return unsafeFound;
    return [unopened(fault, bundle), ...unsafeFound, skip('prerequisite', 'bundle.unsafe-path')];
  },
});

function unopened(
  fault: Exclude<BundleFault, 'too-large'>,
  { bytes, faultMember }: BundleEvidence,
): Found<'bundle.not-a-zip'> {
  return found('bundle.not-a-zip', {
    values: {
      fault: fault === 'unreadable-member' ? 'member' : selector(fault),
      bytes,
      member: shortName(faultMember ?? '–'),
    },
  });
}

function tooLarge({ bytes, unpackedBytes, members }: BundleEvidence): Found<'bundle.unsafe-path'> {
  return found('bundle.unsafe-path', {
    values: {
      // The sizes are added up only where the parts are not too many.
      why: unpackedBytes === 0 ? 'many' : 'bundle',
      bytes,
      unpacked: unpackedBytes,
      count: members,
      names: '–',
      more: 0,
    },
  });
}

function unsafeFinding(
  why: UnsafeBecause,
  members: readonly UnsafeMember[],
  { bytes, unpackedBytes, unsafeCount, unsafe }: BundleEvidence,
): Found<'bundle.unsafe-path'> {
  const shown = members.slice(0, mostNames).map(({ name }) => `“${shortName(name)}”`);
  // Of more than were kept nobody knows of which kind they are, unless all that were kept are of one.
  const count = members.length === unsafe.length ? unsafeCount : members.length;
  return found('bundle.unsafe-path', {
    values: {
      why: selector(why),
      bytes,
      unpacked: unpackedBytes,
      count,
      names: shown.join(', '),
      more: count - shown.length,
    },
    ...(!isHarmful(why) && { severity: 'problem' as const }),
  });
}

/** What writes where it must not, fills a disk, or lets one file be looked at and another be run. */
function isHarmful(why: UnsafeBecause): boolean {
  return !['backslash', 'control-character', 'detour', 'windows-name'].includes(why);
}

function groupsOf(unsafe: readonly UnsafeMember[]): readonly (readonly [UnsafeBecause, readonly UnsafeMember[]])[] {
  const kinds = [...new Set(unsafe.map(({ why }) => why))];
  return kinds.map((kind) => [kind, unsafe.filter(({ why }) => why === kind)]);
}

function shortName(name: string): string {
  return inOneLine(name, 80);
}

const mostNames = 5;
