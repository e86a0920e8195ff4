import { deflateRawSync } from 'node:zlib';
import { makeZip } from '../../../support/make-zip.ts';
import { joined, textBytes, type BundleCases } from './bundle-case.ts';
import { bundle, files, manifest, png } from './bundle-parts.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';

const unsafe: readonly FindingCode[] = ['bundle.unsafe-path'];
const unreadable: readonly FindingCode[] = ['bundle.not-a-zip'];

/** Archives that cannot be opened. */
export const brokenArchives: BundleCases = {
  'an empty file': { file: () => new Uint8Array(), codes: unreadable, says: 'not a single byte' },
  'a text': { file: () => textBytes('{"manifest_version": "0.3"}'), codes: unreadable, says: 'begins otherwise' },
  'an archive that breaks off': { file: () => bundle().slice(0, -200), codes: unreadable, says: 'not copied' },
  'an archive with bytes before it that it does not count': {
    file: () => joined(textBytes('#!/bin/sh\nexit\n'), bundle()),
    codes: unreadable,
    says: 'tells of something else',
  },
  'a directory that states more members than there are': {
    file: () => makeZip(files(), { members: 9 }),
    codes: unreadable,
  },
  'a directory that states fewer members than there are': {
    file: () => makeZip(files(), { members: 3 }),
    codes: unreadable,
  },
  'an encrypted member': {
    file: () => bundle({}, { name: 'secret.txt', bytes: 'secret', flags: 1 }),
    codes: unreadable,
    says: 'secret.txt',
    disagreement: 'the official tool does not know encryption, and writes what it finds',
  },
  'a member packed by another method': {
    file: () => bundle({}, { name: 'other.txt', bytes: 'other', method: 12 }),
    codes: unreadable,
    says: 'other.txt',
  },
  'a manifest whose packed bytes are damaged': {
    file: () =>
      bundle({ 'manifest.json': null }, { name: 'manifest.json', bytes: '{}', raw: new Uint8Array(40).fill(7) }),
    codes: unreadable,
    says: 'manifest.json',
  },
  'a manifest with a wrong checksum': {
    file: () => bundle({ 'manifest.json': null }, { ...manifestFile(), crc: 1 }),
    codes: unreadable,
    says: 'manifest.json',
    disagreement: 'the official tool does not look at checksums',
  },
};

/** Archives that do harm to who unpacks them. */
export const harmfulArchives: BundleCases = {
  'an absolute path': {
    file: () => bundle({ '/etc/passwd': 'x' }),
    codes: unsafe,
    says: '/etc/passwd',
    disagreement: 'the official tool puts it below its own folder',
  },
  'a drive letter': {
    file: () => bundle({ 'C:\\x.dll': 'x' }),
    codes: unsafe,
    says: 'absolute',
    disagreement: 'it is one on Windows alone',
  },
  'a path that leads upwards': { file: () => bundle({ '../../evil.sh': 'x' }), codes: unsafe, says: 'leads upwards' },
  'a path that leads upwards with backslashes': {
    file: () => bundle({ 'a\\..\\..\\evil.sh': 'x' }),
    codes: unsafe,
    says: 'leads upwards',
    disagreement: 'it does on Windows alone',
  },
  backslashes: {
    file: () => bundle({ 'server\\lib.js': 'x' }),
    codes: unsafe,
    says: 'On Windows',
    disagreement: 'they are folders on Windows alone',
  },
  'a name that turns the direction of writing': {
    file: () => bundle({ 'server/\u202Etxt.exe': 'x' }),
    codes: unsafe,
    says: '\\u202e',
    disagreement: 'the official tool takes names as they are',
  },
  'a symbolic link': {
    file: () => bundle({}, { name: 'node_modules/.bin/x', bytes: '/etc/passwd', mode: 0o120777 }),
    codes: unsafe,
    says: 'Symbolic links',
    disagreement: 'the official tool writes it as a text',
  },
  'two members of one name': {
    file: () => bundle({}, { name: 'server/index.js', bytes: 'evil({ readOnlyHint: true })' }),
    codes: unsafe,
    says: 'Twice',
    disagreement: 'the official tool takes the last one',
  },
  'a second manifest behind a dot': {
    file: () => bundle({}, { ...otherManifest(), name: './manifest.json' }),
    codes: unsafe,
    says: 'Twice in it is “./manifest.json”',
    disagreement: 'the official tool takes the last one',
  },
  'a second source behind an empty part': {
    file: () => bundle({ 'server//index.js': 'evil({ readOnlyHint: true })' }),
    codes: unsafe,
    says: 'Twice in it is “server//index.js”',
    disagreement: 'the official tool takes the last one',
  },
  'a second manifest that calls itself a folder': {
    file: () => bundle({}, { ...otherManifest(), mode: 0o040755 }),
    codes: unsafe,
    says: 'contradicts itself about what is a folder',
    disagreement: 'the official tool takes it for a file, and the last one',
  },
  'a manifest in capital letters beside the right one': {
    file: () => bundle({}, { ...otherManifest(), name: 'Manifest.JSON' }),
    codes: unsafe,
    says: 'macOS and Windows take for one',
    disagreement: 'they are two on Linux',
  },
  'a manifest with a blank at its end beside the right one': {
    file: () => bundle({}, { ...otherManifest(), name: 'manifest.json ' }),
    codes: unsafe,
    says: 'macOS and Windows take for one',
    disagreement: 'they are two on macOS and Linux',
  },
  'a stream of the manifest, as Windows names it': {
    file: () => bundle({}, { ...otherManifest(), name: 'manifest.json::$DATA' }),
    codes: unsafe,
    says: 'macOS and Windows take for one',
    disagreement: 'they are two on macOS and Linux',
  },
  'accents written in two ways': {
    file: () => bundle({ 'server/\u00e9.js': 'x', 'server/e\u0301.js': 'x' }),
    codes: unsafe,
    says: 'macOS and Windows take for one',
    disagreement: 'they are two on Linux',
  },
  'a file where a folder has to be': { file: () => bundle({ server: 'x' }), codes: unsafe, says: 'stops there' },
  'a file where a folder has to be, in capital letters': {
    file: () => bundle({ Server: 'x' }),
    codes: unsafe,
    says: 'stops there',
    disagreement: 'they are two on Linux',
  },
  'a folder with content that has the name of the manifest': {
    file: () => bundle({ 'manifest.json/': 'evil' }),
    codes: unsafe,
    says: 'stops there',
  },
  'the device of a printer': {
    file: () => bundle({ 'server/lpt1.txt': 'x' }),
    codes: unsafe,
    says: 'Windows cannot write',
    disagreement: 'it is one on Windows alone',
  },
  'a second stream of a file, as Windows names it': {
    file: () => bundle({ 'server/index.js:hidden': 'x' }),
    codes: unsafe,
    says: 'Windows cannot write',
    disagreement: 'it is one on Windows alone',
  },
  'a detour to a file of its own': {
    file: () => bundle({ './server/other.js': 'x' }),
    codes: unsafe,
    says: 'empty parts or dots',
    disagreement: 'the official tool goes straight on',
  },
  'a member that is packed too well': {
    file: () => bundle({}, { name: 'zeros.bin', bytes: new Uint8Array(8_000_000) }),
    codes: unsafe,
    says: 'zip bomb',
    disagreement: 'the official tool has no limits',
  },
  'a member that states more than a bundle may have': {
    file: () => bundle({}, { name: 'huge.bin', bytes: 'x', statedSize: 3_000_000_000 }),
    codes: unsafe,
    disagreement: 'the official tool makes room for what is stated, and finds out too late',
  },
  'a manifest larger than the archive says': {
    file: () => bundle({ 'manifest.json': null }, { ...manifestFile(), statedSize: 100 }),
    codes: ['bundle.not-a-zip', 'bundle.unsafe-path'],
  },
  'members that share their bytes': {
    file: () => bundle({}, { name: 'copy.json', bytes: 'x', offset: 0 }),
    codes: unsafe,
    says: 'same place',
  },
  'an icon whose own record has another name': {
    file: () => bundle({ 'icon.png': null }, { name: 'icon.png', localName: 'evil.png', bytes: png(512) }),
    codes: ['bundle.not-a-zip', 'bundle.unsafe-path'],
    disagreement: 'the official tool reads the directory alone',
  },
  'a member that nobody reads and that unpacks to more than it says': {
    file: () =>
      bundle(
        {},
        { name: 'assets/data.bin', bytes: '', raw: deflateRawSync(new Uint8Array(50_000_000)), statedSize: 60_000 },
      ),
    codes: ['bundle.not-a-zip', 'bundle.unsafe-path'],
    says: 'assets/data.bin',
    disagreement: 'the official tool stops where the directory says, and writes half a file',
  },
  'a small member that nobody reads and that unpacks to more than it says': {
    file: () =>
      bundle({}, { name: 'assets/data.txt', bytes: '', raw: deflateRawSync(new Uint8Array(500_000)), statedSize: 500 }),
    codes: ['bundle.not-a-zip', 'bundle.unsafe-path'],
    disagreement: 'the official tool stops where the directory says, and writes half a file',
  },
  'a member that nobody reads and that is damaged': {
    file: () => bundle({}, { name: 'assets/data.txt', bytes: 'x'.repeat(40), raw: new Uint8Array(40).fill(7) }),
    codes: unreadable,
    says: 'assets/data.txt',
  },
  'a member that nobody reads and whose own record leads upwards': {
    file: () => bundle({}, { name: 'assets/x.txt', localName: '../../evil.sh', bytes: 'x' }),
    codes: ['bundle.not-a-zip', 'bundle.unsafe-path'],
    disagreement: 'the official tool reads the directory alone',
  },
  'a harmful name behind many that are only odd': {
    file: () =>
      bundle({
        ...Object.fromEntries(Array.from({ length: 30 }, (_each, index) => [`odd\\${String(index)}`, 'x'])),
        '../evil.sh': 'x',
      }),
    codes: unsafe,
    says: 'leads upwards',
  },
  'more members than anybody packs': {
    file: () => makeZip(files(), { members: 70_000, large: true }),
    codes: unsafe,
    says: 'It has 70,000 parts',
  },
};

function otherManifest() {
  return { name: 'manifest.json', bytes: JSON.stringify(manifest({ description: 'Something else.' }), null, 2) };
}

function manifestFile() {
  return { name: 'manifest.json', bytes: JSON.stringify(manifest(), null, 2) };
}
