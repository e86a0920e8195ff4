import type { FindingCode } from '../kernel/finding-code.ts';
import type { Rule } from './consequence-rules.ts';

/** What only shows that something on the way to Claude failed, and not why. */
const reaching: readonly FindingCode[] = ['client.claude-unreachable', 'client.directory-unreachable'];

/** What an extension does to a page, as the page shows it. */
const byExtension: readonly FindingCode[] = [
  'client.request-blocked',
  'client.request-redirected',
  'client.headers-altered',
  'client.page-script-patched',
  'client.page-elements-hidden',
  'client.popups-blocked',
];

/**
 * Which finding of a look at this browser follows from which; the first rule that fits wins. What the browser itself stopped follows from
 * no trouble of the network.
 */
export const browserRules: readonly Rule[] = [
  {
    cause: 'client.offline',
    explains: [
      ...reaching,
      'client.network-filter',
      'client.proxy-controlled',
      'client.clock-skew',
      'client.request-blocked',
      'client.stale-cache',
    ],
  },
  { cause: 'client.extension-culprit', explains: [...byExtension, 'client.proxy-controlled'] },
  { cause: 'client.proxy-controlled', explains: [...reaching, 'client.request-blocked'] },
  { cause: 'client.network-filter', explains: [...reaching, 'client.stale-cache'] },
  { cause: 'client.service-incident', explains: reaching },
  { cause: 'client.service-maintenance', explains: reaching },
  { cause: 'client.claude-unreachable', explains: ['client.directory-unreachable'] },
  { cause: 'client.javascript-blocked', explains: ['client.page-elements-hidden'] },
];
