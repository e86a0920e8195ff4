import type { BundleEvidence, BundleIcon, BundleManifest } from '../kernel/evidence-bundle.ts';
import { isJsonObject, stringMember, type Json } from '../kernel/json.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import { inOneLine } from '../parsing/one-line.ts';
import { bundleLimits as limits } from '../standards/bundle-limits.ts';
import { findArchiveEnd } from './archive-end.ts';
import { auditMembers } from './audit.ts';
import { readDirectory } from './directory.ts';
import { lookAtIcon, namedIcon, type NamedIcon } from './icon.ts';
import { readManifest, tooLargeManifest } from './manifest.ts';
import { pathInBundle } from './member-name.ts';
import { createMembers, type Members, type Trouble } from './members.ts';
import { readmeAmong, readReadme } from './readme.ts';
import { createHintSearch, sourcesAmong } from './source-hints.ts';

/** A bundle as it was seen, and its icon, which stands in no report. */
export interface OpenedBundle {
  readonly evidence: BundleEvidence;
  readonly pictures: readonly SeenPicture[];
}

/**
 * Opens a bundle (.mcpb) in memory, which holds no more of it than a few members at a time: nothing is written anywhere and nothing of it
 * is run. Never rejects for what a file holds, only when it is aborted or the file itself cannot be read.
 */
export async function openBundle(file: Blob, name: string, signal?: AbortSignal): Promise<OpenedBundle> {
  const about = { ...unseen, file: nameWithoutPath(name), bytes: file.size };
  const end = await findArchiveEnd(file);
  if ('fault' in end) return { evidence: { ...about, fault: end.fault }, pictures: [] };
  const directory = await readDirectory(end);
  signal?.throwIfAborted();
  const { files, unpackedBytes, fault, faultMember, unsafe, unsafeCount } = directory;
  const told: BundleEvidence = {
    ...about,
    signed: end.signed,
    members: end.members,
    unpackedBytes: Math.min(unpackedBytes, Number.MAX_SAFE_INTEGER),
    fault,
    faultMember: faultMember === null ? null : inOneLine(faultMember),
    unsafe,
    unsafeCount,
    manifestElsewhere: manifestElsewhere([...files.keys()]),
  };
  if (fault !== null) return { evidence: told, pictures: [] };
  const { entries, isOverlapping } = directory;
  const audited = isOverlapping ? [] : await auditMembers(end.archive, entries, signal);
  const members = createMembers(end.archive, files, signal);
  const { pictures, ...parts } = await readParts(members);
  signal?.throwIfAborted();
  return { evidence: withTroubles({ ...told, ...parts }, allTroubles(audited, members.troubles)), pictures };
}

const unseen: Omit<BundleEvidence, 'file' | 'bytes'> = {
  fault: null,
  faultMember: null,
  members: 0,
  unpackedBytes: 0,
  unsafe: [],
  unsafeCount: 0,
  signed: false,
  manifest: null,
  manifestElsewhere: null,
  icon: { path: 'icon.png', named: false, state: 'missing', isPng: false, image: null },
  readme: null,
  hintsInSource: null,
};

const manifestName = 'manifest.json';

function nameWithoutPath(name: string): string {
  return inOneLine(name.split(/[/\\]/).at(-1) ?? '') || 'bundle.mcpb';
}

function manifestElsewhere(files: readonly string[]): string | null {
  if (files.includes(manifestName)) return null;
  const others = files.filter((name) => /(?:^|\/)manifest\.json$/i.test(name) && !/node_modules\//.test(name));
  const [nearest] = others.sort((one, other) => one.split('/').length - other.split('/').length);
  return nearest === undefined ? null : inOneLine(nearest);
}

type Parts = Pick<BundleEvidence, 'manifest' | 'icon' | 'readme' | 'hintsInSource'>;

async function readParts(members: Members): Promise<Parts & Pick<OpenedBundle, 'pictures'>> {
  const manifest = await readManifestOf(members);
  const value = manifest?.value ?? null;
  const named = namedIcon(value, members.names);
  const readme = readmeAmong(members.names);
  const sources = toolsIn(value) ? sourcesAmong(members.names, entryPointOf(value)).slice(0, limits.sourceFiles) : [];
  const readmeText = readme === null ? null : await members.beginning(readme, limits.readme);
  return {
    manifest,
    ...(await readIcon(members, named)),
    readme: readme === null ? null : readReadme(inOneLine(readme), readmeText ?? ''),
    hintsInSource: await hintsIn(members, sources),
  };
}

async function readManifestOf(members: Members): Promise<BundleManifest | null> {
  if (!members.names.has(manifestName)) return null;
  const bytes = await members.whole(manifestName, limits.manifest);
  if (bytes === 'too-large') return tooLargeManifest;
  return bytes === null ? null : readManifest(bytes);
}

async function readIcon(
  members: Members,
  named: NamedIcon,
): Promise<{ readonly icon: BundleIcon; readonly pictures: readonly SeenPicture[] }> {
  const { path } = named;
  const without = (state: BundleIcon['state']): BundleIcon => ({
    path,
    named: named.named,
    state,
    isPng: false,
    image: null,
  });
  if (named.kind === 'none') return { icon: without(named.state), pictures: [] };
  const bytes = await members.whole(named.member, limits.icon);
  if (bytes === 'too-large') return { icon: without('too-large'), pictures: [] };
  return bytes === null ? { icon: without('missing'), pictures: [] } : lookAtIcon(named, bytes);
}

function toolsIn(manifest: Json): boolean {
  const tools = isJsonObject(manifest) ? manifest['tools'] : undefined;
  return Array.isArray(tools) && tools.length > 0;
}

function entryPointOf(manifest: Json): string | undefined {
  const path = isJsonObject(manifest) ? stringMember(manifest['server'], 'entry_point') : undefined;
  return path === undefined ? undefined : (pathInBundle(path) ?? undefined);
}

/** Null where there is no source to look through, or too much of it for all of it to be. */
async function hintsIn(members: Members, sources: readonly string[]): Promise<boolean | null> {
  const search = createHintSearch();
  let left: number = limits.source;
  let isWhole = sources.length > 0 && sources.length < limits.sourceFiles;
  for (const source of sources) {
    search.nextFile();
    const size = members.sizeOf(source);
    if (size > left) {
      isWhole = false;
      continue;
    }
    left -= size;
    await members.pieces(source, size, (piece) => {
      search.add(piece);
    });
    if (search.found()) return true;
  }
  return isWhole ? false : null;
}

/** Each once, though a member was unpacked twice. */
function allTroubles(audited: readonly Trouble[], read: readonly Trouble[]): readonly Trouble[] {
  const known = new Set(audited.map(({ name }) => pathInBundle(name)));
  return [...audited, ...read.filter(({ name }) => !known.has(name))];
}

/** What showed only when members were unpacked. Whoever unpacks the whole bundle fails at these. */
function withTroubles(evidence: BundleEvidence, troubles: readonly Trouble[]): BundleEvidence {
  const unsafe = troubles.flatMap(({ name, failure }) =>
    failure === 'size-lie' || failure === 'name-lie' ? [{ name: inOneLine(name), why: failure }] : [],
  );
  const broken = troubles.find(({ failure }) => failure === 'unreadable');
  const all = [...unsafe, ...evidence.unsafe];
  return {
    ...evidence,
    unsafe: all.slice(0, mostUnsafe),
    unsafeCount: evidence.unsafeCount + unsafe.length,
    ...(broken && { fault: 'unreadable-member' as const, faultMember: inOneLine(broken.name) }),
    ...(broken === undefined && unsafe[0] && { fault: 'unreadable-member' as const, faultMember: unsafe[0].name }),
  };
}

const mostUnsafe = 20;
