/** Tells whether a value of unknown origin is a `T`. Further members are let pass. */
export type Shape<T> = (value: unknown) => value is T;

/** What a shape lets pass. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

export const text: Shape<string> = (value) => typeof value === 'string';
export const flag: Shape<boolean> = (value) => typeof value === 'boolean';
/** Finite, as JSON has it. */
export const number: Shape<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

/** One of these words. */
export function oneOf<const W extends string>(...words: readonly W[]): Shape<W> {
  return (value): value is W => (words as readonly unknown[]).includes(value);
}

/** Null or the other. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

/** At most `most` of them. */
export function list<T>(shape: Shape<T>, most = mostItems): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length <= most && value.every(shape);
}

/** An object with these members. */
export function object<M extends Readonly<Record<string, Shape<unknown>>>>(members: M): Shape<ObjectOf<M>> {
  const entries = Object.entries(members);
  return (value): value is ObjectOf<M> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return entries.every(([name, shape]) => shape(Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined));
  };
}

/** One of several. */
export function either<S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Shaped<S[number]>> {
  return (value): value is Shaped<S[number]> => shapes.some((shape) => shape(value));
}

type ObjectOf<M> = { readonly [K in keyof M]: Shaped<M[K]> };

/** No list that we write is longer. */
const mostItems = 2_000;
