import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** What a probe brought back, as the report holds it; undefined where there is nothing, or where it is no object. */
export function observedValue(evidence: Json, key: string): JsonObject | undefined {
  const observation = isJsonObject(evidence) ? evidence[key] : undefined;
  const value = isJsonObject(observation) ? observation['value'] : undefined;
  return isJsonObject(value) ? value : undefined;
}

/** A member that is a list of objects; anything else in it is left out. */
export function objectsIn(value: Json | undefined, member: string): readonly JsonObject[] {
  const list = isJsonObject(value) ? value[member] : undefined;
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : [];
}
