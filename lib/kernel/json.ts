/** Any value that survives JSON.stringify unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Members may be absent: read them with a type guard. */
export interface JsonObject {
  readonly [member: string]: Json;
}

/** True for JSON objects; false for arrays, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member when it is a string, else undefined. */
export function stringMember(value: unknown, member: string): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const found = value[member];
  return typeof found === 'string' ? found : undefined;
}

/** The member's strings when it is an array (other elements are left out), else undefined. */
export function stringsMember(value: unknown, member: string): readonly string[] | undefined {
  if (!isJsonObject(value)) return undefined;
  const found = value[member];
  if (!Array.isArray(found)) return undefined;
  return found.filter((item): item is string => typeof item === 'string');
}
