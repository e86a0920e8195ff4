import type { BundleIcon } from '../kernel/evidence-bundle.ts';
import { isJsonObject, stringMember, type Json } from '../kernel/json.ts';
import { mostPictureBytes, type SeenPicture } from '../kernel/picture.ts';
import { readIconImage } from '../parsing/icon-image.ts';
import { inOneLine } from '../parsing/one-line.ts';
import { pathInBundle } from './member-name.ts';

/** Which icon a bundle has, before it is looked at: a member of the archive, or why there is none to look at. */
export type NamedIcon = Pick<BundleIcon, 'path' | 'named'> &
  (
    | { readonly kind: 'member'; readonly member: string }
    | { readonly kind: 'none'; readonly state: Exclude<BundleIcon['state'], 'loaded'> }
  );

/**
 * Finds the icon as the official tool does: the manifest’s `icon`; where there is none, the first of `icons`, which the tool does not
 * look at; else `icon.png` at the root.
 */
export function namedIcon(manifest: Json, files: ReadonlySet<string>): NamedIcon {
  const given = stringMember(manifest, 'icon') || firstOfList(manifest);
  const path = given ?? 'icon.png';
  const about = { path: inOneLine(path), named: given !== undefined };
  if (path.includes('${')) return { ...about, kind: 'none', state: 'variable' };
  if (/^https?:\/\//i.test(path)) return { ...about, kind: 'none', state: 'remote' };
  if (/^(?:[/\\]|[a-z]:)/i.test(path)) return { ...about, kind: 'none', state: 'absolute' };
  const member = pathInBundle(path);
  if (member === null || !files.has(member)) return { ...about, kind: 'none', state: 'missing' };
  return { ...about, kind: 'member', member };
}

function firstOfList(manifest: Json): string | undefined {
  const icons = isJsonObject(manifest) ? manifest['icons'] : undefined;
  const sources = Array.isArray(icons) ? (icons as readonly Json[]).map((icon) => stringMember(icon, 'src')) : [];
  return sources.find((src) => src !== undefined && src !== '');
}

/** What the icon’s bytes are, and the picture itself where it is small enough to be kept. Never rejects. */
export async function lookAtIcon(
  { path, named }: NamedIcon,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly icon: BundleIcon; readonly pictures: readonly SeenPicture[] }> {
  const image = await readIconImage(bytes);
  const icon: BundleIcon = { path, named, state: 'loaded', isPng: startsAsPng(bytes), image };
  const isKept = image !== null && bytes.length <= mostPictureBytes;
  return {
    icon,
    pictures: isKept ? [{ url: path, from: 'bundle', type: image.type, base64: base64Of(bytes) }] : [],
  };
}

function startsAsPng(bytes: Uint8Array): boolean {
  return pngMark.every((byte, index) => bytes[index] === byte);
}

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += piece) pieces.push(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return btoa(pieces.join(''));
}

/** More arguments than this are too many for some engines. */
const piece = 8192;
