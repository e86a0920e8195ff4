import { msg, say } from '../../i18n/say.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';

/** What the first word of a code stands for, in the order in which Claude meets it. */
export const codeFamilies: Readonly<Record<string, string>> = {
  url: msg('What was typed'),
  dns: msg('The public name'),
  net: msg('Reaching the address'),
  tls: msg('The certificate'),
  client: msg('This machine'),
  http: msg('Getting an answer'),
  transport: msg('Is it MCP, and does it speak what Claude speaks'),
  auth: msg('Sign-in'),
  tools: msg('What Claude would see'),
  apps: msg('Interactive parts (MCP Apps)'),
  server: msg('What the server says of itself'),
  icon: msg('The icon'),
  bundle: msg('The bundle (.mcpb)'),
  listing: msg('The directory’s listing'),
  account: msg('The account: plan, role and sign-in'),
  limits: msg('Limits'),
  claude: msg('Claude itself'),
};

export interface CodeFamily<T> {
  readonly title: string;
  readonly items: readonly T[];
}

/** Items under the families of their codes, without empty families; unknown ones stand last, under “Other”. */
export function byFamily<T>(items: readonly T[], codeOf: (item: T) => FindingCode): readonly CodeFamily<T>[] {
  const familyOf = (item: T): string => codeOf(item).split('.', 1)[0] ?? '';
  const known = Object.entries(codeFamilies).map(([family, title]) => ({
    title: say(title),
    items: items.filter((item) => familyOf(item) === family),
  }));
  const other = { title: say('Other'), items: items.filter((item) => !Object.hasOwn(codeFamilies, familyOf(item))) };
  return [...known, other].filter((family) => family.items.length > 0);
}
