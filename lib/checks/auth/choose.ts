/** A part of an ICU message that depends on a value, on one line. */
export function choose(value: string, branches: Readonly<Record<string, string>>): string {
  const cases = Object.entries(branches).map(([name, words]) => `${name} {${words}}`);
  return `{${value}, select, ${cases.join(' ')}}`;
}
