/** A value, or a problem as a sentence for people. Commands between our own pages answer with it and never throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };
