import { isJsonObject, stringMember, stringsMember, type Json, type JsonObject } from '../../lib/kernel/json.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { objectsIn, observedValue } from '../../lib/report/data/evidence-value.ts';

/** What a bundle says of itself, as far as its report holds it. Foreign text, not yet made harmless. */
export interface BundleFacts {
  readonly file: string;
  /** Of the archive; null where that is not known. */
  readonly bytes: number | null;
  readonly name: string;
  readonly version: string | null;
  readonly signed: boolean;
  /** Null where there is none that can be read. */
  readonly manifest: JsonObject | null;
  readonly manifestVersion: string | null;
  readonly icon: { readonly path: string; readonly state: string } | null;
  readonly readme: { readonly name: string; readonly heading: string | null; readonly url: string | null } | null;
}

/** Reads them; a report from a file may hold anything. */
export function bundleFacts({ evidence, target }: Pick<Report, 'evidence' | 'target'>): BundleFacts {
  const seen = observedValue(evidence, 'bundle');
  const file = target !== null && 'file' in target ? target.file : (stringMember(seen, 'file') ?? '');
  const read = objectAt(seen, 'manifest');
  const manifest = objectAt(read, 'value') ?? null;
  const bytes = seen?.['bytes'];
  return {
    file,
    bytes: typeof bytes === 'number' ? bytes : null,
    name: filled(manifest, 'display_name') ?? filled(manifest, 'name') ?? file,
    version: filled(manifest, 'version'),
    signed: seen?.['signed'] === true,
    manifest,
    manifestVersion: filled(read, 'version'),
    icon: iconOf(seen),
    readme: readmeOf(seen),
  };
}

/** Something that a manifest lists by name: a tool, a prompt, or a setting. */
export interface Named {
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  /** In a few words of the format, such as `string, required`. */
  readonly about: string;
}

/** Tools or prompts that the manifest declares. */
export function declared(manifest: JsonObject, member: 'tools' | 'prompts'): readonly Named[] {
  return objectsIn(manifest, member).map((item) => ({
    name: stringMember(item, 'name') ?? '',
    title: null,
    description: filled(item, 'description'),
    about: (stringsMember(item, 'arguments') ?? []).join(', '),
  }));
}

/** What the person is asked to set before the bundle works. */
export function userSettings(manifest: JsonObject): readonly Named[] {
  const settings = manifest['user_config'];
  if (!isJsonObject(settings)) return [];
  return Object.entries(settings).map(([name, setting]) => ({
    name,
    title: filled(setting, 'title'),
    description: filled(setting, 'description'),
    about: [
      stringMember(setting, 'type'),
      ...['required', 'sensitive', 'multiple'].filter((flag) => isJsonObject(setting) && setting[flag] === true),
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  }));
}

/** A member of a member, as one line of text; null where it is neither a text nor a list of texts. */
export function textAt(manifest: JsonObject, ...path: readonly string[]): string | null {
  let value: Json | undefined = manifest;
  for (const member of path) value = isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (!Array.isArray(value)) return null;
  const texts = value.filter((item): item is string => typeof item === 'string');
  return texts.length === 0 ? null : texts.join(', ');
}

/** The members of a member with their texts, as “name: text”; null where there are none. */
export function pairsAt(manifest: JsonObject, ...path: readonly string[]): string | null {
  let value: Json | undefined = manifest;
  for (const member of path) value = isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
  if (!isJsonObject(value)) return null;
  const pairs = Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [`${name} ${text}`] : []));
  return pairs.length === 0 ? null : pairs.join(', ');
}

function objectAt(value: Json | undefined, member: string): JsonObject | undefined {
  const found = isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
  return isJsonObject(found) ? found : undefined;
}

function filled(value: Json | undefined, member: string): string | null {
  const text = isJsonObject(value) && Object.hasOwn(value, member) ? stringMember(value, member) : undefined;
  return text === undefined || text.trim() === '' ? null : text;
}

function iconOf(seen: JsonObject | undefined): BundleFacts['icon'] {
  const icon = objectAt(seen, 'icon');
  const [path, state] = [stringMember(icon, 'path'), stringMember(icon, 'state')];
  return path === undefined || state === undefined ? null : { path, state };
}

function readmeOf(seen: JsonObject | undefined): BundleFacts['readme'] {
  const readme = objectAt(seen, 'readme');
  const name = stringMember(readme, 'name');
  if (name === undefined) return null;
  return { name, heading: filled(readme, 'privacyHeading'), url: filled(readme, 'privacyUrl') };
}
