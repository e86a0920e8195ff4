import type { FindingCode } from '../kernel/finding-code.ts';
import type { Rule } from './consequence-rules.ts';

/** What only shows that something on the way to Claude failed, and not why. */
const reaching: readonly FindingCode[] = [
  'client.claude-unreachable',
  'client.directory-unreachable',
  'client.request-blocked',
];

/** What an extension does to a page, as the page shows it. */
const byExtension: readonly FindingCode[] = [
  'client.request-blocked',
  'client.request-redirected',
  'client.headers-altered',
  'client.page-script-patched',
  'client.page-elements-hidden',
  'client.popups-blocked',
];

/** Which finding of a look at this browser follows from which; the first rule that fits wins. */
export const browserRules: readonly Rule[] = [
  {
    cause: 'client.offline',
    explains: [...reaching, 'client.network-filter', 'client.clock-skew', 'client.stale-cache'],
  },
  { cause: 'client.network-filter', explains: [...reaching, 'client.request-redirected', 'client.stale-cache'] },
  { cause: 'client.service-incident', explains: ['client.claude-unreachable', 'client.directory-unreachable'] },
  { cause: 'client.service-maintenance', explains: ['client.claude-unreachable', 'client.directory-unreachable'] },
  { cause: 'client.claude-unreachable', explains: ['client.directory-unreachable', 'client.request-blocked'] },
  { cause: 'client.extension-culprit', explains: byExtension },
  { cause: 'client.javascript-blocked', explains: ['client.page-elements-hidden'] },
];
