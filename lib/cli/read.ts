/** Something read from the command line or a file: the value, or one sentence about what is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** A value that could be read. */
export function ok<T>(value: T): Read<T> {
  return { ok: true, value };
}

/** One that could not; the sentence repeats nothing that may be secret. */
export function problem(sentence: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: sentence };
}
