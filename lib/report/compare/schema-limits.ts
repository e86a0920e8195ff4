import type { Json, JsonObject } from '../../kernel/json.ts';

/** From the least to the most, both taken where they are not open. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  readonly isLeastOpen: boolean;
  readonly isMostOpen: boolean;
}

/** All numbers. */
export const openNumbers: Limits = { least: -Infinity, most: Infinity, isLeastOpen: false, isMostOpen: false };

/** The numbers that a schema takes. Limits that no number of JSON goes beyond safely are none: libraries write them for every integer. */
export function numbersOf(schema: JsonObject): Limits {
  const least = numberIn(schema, 'minimum', -Infinity);
  const above = numberIn(schema, 'exclusiveMinimum', -Infinity);
  const most = numberIn(schema, 'maximum', Infinity);
  const below = numberIn(schema, 'exclusiveMaximum', Infinity);
  const from = Math.max(least, above);
  const to = Math.min(most, below);
  return {
    least: from <= Number.MIN_SAFE_INTEGER ? -Infinity : from,
    most: to >= Number.MAX_SAFE_INTEGER ? Infinity : to,
    isLeastOpen: above >= least && above > -Infinity,
    isMostOpen: below <= most && below < Infinity,
  };
}

/** How long texts and lists may be, and how many members an object may have. */
export function sizesOf(schema: JsonObject): Readonly<Record<'string' | 'array' | 'object', Limits>> {
  const sizes = (least: string, most: string): Limits => ({
    ...openNumbers,
    least: Math.max(0, numberIn(schema, least, 0)),
    most: numberIn(schema, most, Infinity),
  });
  return {
    string: sizes('minLength', 'maxLength'),
    array: sizes('minItems', 'maxItems'),
    object: sizes('minProperties', 'maxProperties'),
  };
}

/** What is within both. */
export function withinBoth(one: Limits, other: Limits): Limits {
  const [least, most] = [Math.max(one.least, other.least), Math.min(one.most, other.most)];
  return {
    least,
    most,
    isLeastOpen: [one, other].some((each) => each.isLeastOpen && each.least === least),
    isMostOpen: [one, other].some((each) => each.isMostOpen && each.most === most),
  };
}

/** The same for integers alone, both ends taken. */
export function wholeLimits({ least, most, isLeastOpen, isMostOpen }: Limits): Limits {
  const [from, to] = [Math.ceil(least), Math.floor(most)];
  return {
    ...openNumbers,
    least: isLeastOpen && from === least ? from + 1 : from,
    most: isMostOpen && to === most ? to - 1 : to,
  };
}

/** Whether the lower end takes less than before. */
export function isLeastRaised(before: Limits, after: Limits): boolean {
  return after.least > before.least || (after.least === before.least && after.isLeastOpen && !before.isLeastOpen);
}

/** Whether the upper end takes less than before. */
export function isMostLowered(before: Limits, after: Limits): boolean {
  return after.most < before.most || (after.most === before.most && after.isMostOpen && !before.isMostOpen);
}

/** Whether nothing is within. */
export function isEmpty({ least, most, isLeastOpen, isMostOpen }: Limits): boolean {
  return least > most || (least === most && (isLeastOpen || isMostOpen));
}

function numberIn(schema: JsonObject, name: string, otherwise: number): number {
  const value: Json | undefined = schema[name];
  return typeof value === 'number' ? value : otherwise;
}
