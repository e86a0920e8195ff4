import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { dialectOf } from '../../standards/json-schema.ts';

/** A reference that leads to nothing in the schema itself. */
export interface BadReference {
  readonly reference: string;
  readonly why: 'missing' | 'remote';
}

/** What a reference leads to. */
export interface Target {
  readonly schema: Json;
  readonly at: string;
  readonly base: string;
}

export interface References {
  /** Notes the names and references of a schema; gives the base address of what stands inside it. */
  enter(schema: JsonObject, base: string): string;
  /** Looks up all references noted since the last time; only what lies within the schema is looked at. */
  resolve(): readonly Target[];
  /** The first reference that led nowhere, else null. */
  bad(): BadReference | null;
}

interface Resource {
  readonly root: Json;
  readonly anchors: Set<string>;
}

/** Stands in for the address of a schema that has none; never asked. */
const nowhere = 'schema://unnamed/';
const pointing = ['$ref', '$dynamicRef'] as const;

/**
 * Keeps the addresses (`$id`), anchors and references of one schema.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function createReferences(root: JsonObject): References {
  const resources = new Map<string, Resource>([['', { root, anchors: new Set() }]]);
  const noted: { readonly reference: string; readonly base: string }[] = [];
  const known = new Set<string>();
  let next = 0;
  let bad: BadReference | null = null;

  return {
    enter(schema, outer) {
      const base = baseOf(schema, outer, resources);
      const anchors = resources.get(base)?.anchors;
      for (const anchor of anchorsOf(schema)) anchors?.add(anchor);
      for (const keyword of pointing) {
        const reference = stringMember(schema, keyword);
        if (reference === undefined || known.has(`${base} ${reference}`)) continue;
        known.add(`${base} ${reference}`);
        noted.push({ reference, base });
      }
      return base;
    },
    resolve() {
      const targets: Target[] = [];
      for (; next < noted.length; next += 1) {
        const { reference, base } = noted[next] as (typeof noted)[number];
        const target = lookUp(reference, base, resources);
        if (target === undefined) continue;
        if ('why' in target) bad ??= target;
        else targets.push(target);
      }
      return targets;
    },
    bad: () => bad,
  };
}

function baseOf(schema: JsonObject, outer: string, resources: Map<string, Resource>): string {
  const id = stringMember(schema, '$id') ?? '';
  // Before 2019-09 an `$id` that is a fragment names a place, as an anchor does since.
  if (id === '' || id.startsWith('#')) return outer;
  const base = absolute(id.replace(/#$/, ''), outer);
  if (base === undefined) return outer;
  if (!resources.has(base)) resources.set(base, { root: schema, anchors: new Set() });
  return base;
}

function anchorsOf(schema: JsonObject): readonly string[] {
  const id = stringMember(schema, '$id');
  return [
    stringMember(schema, '$anchor'),
    stringMember(schema, '$dynamicAnchor'),
    id?.startsWith('#') === true ? id.slice(1) : undefined,
  ].filter((anchor) => anchor !== undefined);
}

/** Undefined for what needs no looking into: a place that was walked through already, or a metaschema, which everybody has. */
function lookUp(reference: string, base: string, resources: Map<string, Resource>): Target | BadReference | undefined {
  const hash = reference.indexOf('#');
  const address = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? '' : decoded(reference.slice(hash + 1));
  const found = address === '' ? base : absolute(address, base);
  const resource = found === undefined ? undefined : resources.get(found);
  if (!resource || found === undefined) {
    if (found !== undefined && dialectOf(found)) return undefined;
    return { reference, why: /^(?:https?:)?\/\//i.test(found ?? address) ? 'remote' : 'missing' };
  }
  if (fragment === '' || resource.anchors.has(fragment)) return undefined;
  const schema = fragment.startsWith('/') ? pointed(resource.root, fragment) : undefined;
  if (!isJsonObject(schema) && typeof schema !== 'boolean') return { reference, why: 'missing' };
  return { schema, at: fragment.slice(1).replaceAll('/', '.'), base: found };
}

/** The value that a JSON Pointer leads to. */
function pointed(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const part of pointer.slice(1).split('/')) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as { readonly [member: string]: Json })[name];
  }
  return value;
}

function absolute(address: string, base: string): string | undefined {
  try {
    return new URL(address, base === '' ? nowhere : base).href;
  } catch {
    return undefined;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
