/** Ends a switch over a union: a new member becomes a compile error at the call. Throws only for a programmer's mistake. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
