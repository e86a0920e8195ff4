import type { FindingCode } from '../kernel/finding-code.ts';

/** What the first word of a code stands for, in the order in which Claude meets it. */
export const codeFamilies: Readonly<Record<string, string>> = {
  url: 'What was typed',
  dns: 'The public name',
  net: 'Reaching the address',
  tls: 'The certificate',
  client: 'This machine',
  http: 'Getting an answer',
  transport: 'Is it MCP, and does it speak what Claude speaks',
  auth: 'Sign-in',
  tools: 'What Claude would see',
  apps: 'Interactive parts (MCP Apps)',
  server: 'What the server says of itself',
  icon: 'The icon',
};

export interface CodeFamily<T> {
  readonly title: string;
  readonly items: readonly T[];
}

/** Items under the families of their codes, without empty families; unknown ones stand last, under “Other”. */
export function byFamily<T>(items: readonly T[], codeOf: (item: T) => FindingCode): readonly CodeFamily<T>[] {
  const familyOf = (item: T): string => codeOf(item).split('.', 1)[0] ?? '';
  const known = Object.entries(codeFamilies).map(([family, title]) => ({
    title,
    items: items.filter((item) => familyOf(item) === family),
  }));
  const other = { title: 'Other', items: items.filter((item) => !Object.hasOwn(codeFamilies, familyOf(item))) };
  return [...known, other].filter((family) => family.items.length > 0);
}
