import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { schemaKeywords, type Dialect } from '../../standards/json-schema.ts';
import { createReferences, type BadReference } from './schema-references.ts';
import { shapeOf, type ShapeFault } from './schema-shape.ts';

/** A place in a schema that its metaschema does not allow. */
export interface SchemaFault {
  /** The way there, such as `properties.filter.items`. */
  readonly at: string;
  readonly keyword: string;
  readonly fault: ShapeFault;
}

/** Everything that one walk through a schema tells. */
export interface SchemaReading {
  /** The outermost fault, else null. */
  readonly fault: SchemaFault | null;
  /** The outermost reference that leads nowhere or to another host, else null. */
  readonly reference: BadReference | null;
  /** How many schemas stand inside one another, the outermost not counted. */
  readonly depth: number;
  /** How many schemas were looked at. */
  readonly count: number;
  /** False when there were more than `most`. */
  readonly isWhole: boolean;
}

/** How to read a schema. */
export interface SchemaManner {
  readonly dialect: Dialect;
  /** Keywords of the outermost schema of which others speak. */
  readonly judgedElsewhere?: ReadonlySet<string>;
  /** How many schemas are looked at. */
  readonly most: number;
}

interface Place {
  readonly schema: JsonObject;
  readonly at: string;
  readonly depth: number;
  readonly base: string;
}

/**
 * Walks through a schema once, outermost first, without recursion, and follows what its references lead to within it. Nothing is
 * fetched, and no pattern of it is ever used. The time is linear in the size of the schema.
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
export function readSchema(root: JsonObject, { dialect, judgedElsewhere, most }: SchemaManner): SchemaReading {
  const keywords = schemaKeywords[dialect];
  const references = createReferences(root);
  const places: Place[] = [{ schema: root, at: '', depth: 0, base: '' }];
  const seen = new Set<JsonObject>([root]);
  const reading: { fault: SchemaFault | null; depth: number; isWhole: boolean } = {
    fault: null,
    depth: 0,
    isWhole: true,
  };
  const add = (place: Omit<Place, 'schema'>, schema: Json): void => {
    // Nothing stands inside `true` and `false`.
    if (!isJsonObject(schema) || seen.has(schema)) return;
    if (places.length >= most) {
      reading.isWhole = false;
      return;
    }
    seen.add(schema);
    places.push({ ...place, schema });
  };
  const walk = ({ schema, at, depth, base: outer }: Place): void => {
    reading.depth = Math.max(reading.depth, depth);
    const base = references.enter(schema, outer);
    for (const [keyword, value] of Object.entries(schema)) {
      const kind = keywords.get(keyword);
      if (kind === undefined) continue;
      const way = at === '' ? keyword : `${at}.${keyword}`;
      const shape = shapeOf(kind, value);
      if (shape.fault === null)
        for (const { path, schema: inner } of shape.inner) add({ at: way + path, depth: depth + 1, base }, inner);
      // Outermost first, so that the first one is the one to mend first.
      else if (at !== '' || shape.path !== '' || judgedElsewhere?.has(keyword) !== true)
        reading.fault ??= { at: way + shape.path, keyword, fault: named(keyword, shape.fault) };
    }
  };
  for (let next = 0; next < places.length;) {
    for (; next < places.length; next += 1) walk(places[next] as Place);
    // What only a reference leads to stands where no keyword puts a schema; it is one all the same.
    for (const { schema, at, base } of references.resolve()) add({ at, depth: 1, base }, schema);
  }
  // A name that a reference means may stand where nobody looked.
  const reference = reading.isWhole ? references.bad() : null;
  return { ...reading, reference, count: places.length };
}

/** Only `items` was ever allowed to hold a list of schemas. */
function named(keyword: string, fault: ShapeFault): ShapeFault {
  return fault === 'tuple' && keyword !== 'items' ? 'kind' : fault;
}

/** True when a schema has more JSON values in it than `most`; looks at no more than that. */
export function hasMoreNodes(root: Json, most: number): boolean {
  const open: Json[] = [root];
  let count = 0;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    count += 1;
    if (count > most) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const part of Array.isArray(value) ? (value as readonly Json[]) : Object.values(value)) {
      open.push(part);
      if (open.length > most) return true;
    }
  }
  return false;
}
