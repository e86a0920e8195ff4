import type { SmallExtension } from './small-extension.ts';

/** Which requests an extension is after. */
export interface RequestTarget {
  /** As `declarativeNetRequest` writes it, such as `||api.anthropic.com/mcp-registry`. */
  readonly urlFilter: string;
  /** As `declarativeNetRequest` names them; default: all. */
  readonly resourceTypes?: readonly string[];
  /** Sites on whose pages it does nothing. */
  readonly excludedInitiatorDomains?: readonly string[];
}

/** The directory of connectors. */
export const registryRequests: RequestTarget = { urlFilter: '||api.anthropic.com/mcp-registry' };

/** The person's list of connectors. */
export const listRequests: RequestTarget = { urlFilter: '||claude.ai/api/organizations/*/mcp' };

/** What Claude’s page sends home, which it does not need. */
export const telemetryRequests: readonly RequestTarget[] = [
  { urlFilter: '||statsig.anthropic.com^' },
  { urlFilter: '||a-cdn.anthropic.com^' },
  { urlFilter: '||claude.ai/sentry' },
  { urlFilter: '||claude.ai/api/event_logging' },
];

/** Every kind of request, the page itself included, which rules leave out unless they name it. */
export const everyType: readonly string[] = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'xmlhttprequest',
  'ping',
  'media',
  'websocket',
  'other',
];

/** What a rule does, as `declarativeNetRequest` writes it. */
export type RuleAction = Readonly<Record<string, unknown>> & { readonly type: string };

/** Blocks by rules in its package, as most blockers do. */
export function blockByRules(name: string, targets: readonly RequestTarget[]): SmallExtension {
  return withRules(name, targets, { type: 'block' });
}

/**
 * Blocks by rules that its worker sets some time after it is switched on, as blockers do that fetch or unpack their lists. The browser
 * keeps such rules while it is switched off (`session`: until the browser ends), so it drops them first.
 */
export function blockAfterDelay(
  name: string,
  targets: readonly RequestTarget[],
  { delayMs, keeps }: { readonly delayMs: number; readonly keeps: 'session' | 'dynamic' },
): SmallExtension {
  const rules = rulesFor(targets, { type: 'block' });
  const update = `chrome.declarativeNetRequest.${keeps === 'session' ? 'updateSessionRules' : 'updateDynamicRules'}`;
  const worker = `
const addRules = ${JSON.stringify(rules)};
const removeRuleIds = addRules.map(({ id }) => id);
${update}({ removeRuleIds });
setTimeout(() => ${update}({ removeRuleIds, addRules }), ${String(delayMs)});`;
  return withWorker(name, worker);
}

/** Blocks as long as the extension with the other name is switched on as well: neither does anything alone. */
export function blockTogetherWith(name: string, partner: string, targets: readonly RequestTarget[]): SmallExtension {
  const rules = rulesFor(targets, { type: 'block' });
  const worker = `
const rules = ${JSON.stringify(rules)};
async function look() {
  const isThere = (await chrome.management.getAll()).some(({ name, enabled }) => enabled && name === ${JSON.stringify(partner)});
  await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id), addRules: isThere ? rules : [] });
}
chrome.management.onEnabled.addListener(look);
chrome.management.onDisabled.addListener(look);
look();`;
  return withWorker(name, worker, ['management']);
}

/** Sends requests to another address, or (null) to an empty file of its own. */
export function redirectByRules(name: string, targets: readonly RequestTarget[], to: string | null): SmallExtension {
  const file = 'empty.json';
  const redirect = to === null ? { extensionPath: `/${file}` } : { url: to };
  const { manifest, files } = withRules(name, targets, { type: 'redirect', redirect });
  const open = [{ resources: [file], matches: ['<all_urls>'] }];
  return { name, manifest: { ...manifest, web_accessible_resources: open }, files: { ...files, [file]: '{}' } };
}

/** Makes the policy of Claude’s pages stricter: it adds these words to the header. */
export function appendPolicy(name: string, policy: string): SmallExtension {
  const header = { header: 'content-security-policy', operation: 'append', value: policy };
  const target = { urlFilter: '||claude.ai/', resourceTypes: ['main_frame'] };
  return withRules(name, [target], { type: 'modifyHeaders', responseHeaders: [header] });
}

/** Takes headers out of requests and answers. */
export function removeHeaders(
  name: string,
  targets: readonly RequestTarget[],
  { request = [], response = [] }: { readonly request?: readonly string[]; readonly response?: readonly string[] },
): SmallExtension {
  const removal = (header: string) => ({ header, operation: 'remove' });
  return withRules(name, targets, {
    type: 'modifyHeaders',
    ...(request.length > 0 && { requestHeaders: request.map(removal) }),
    ...(response.length > 0 && { responseHeaders: response.map(removal) }),
  });
}

/** An extension with rules in its package that may touch every site. */
export function withRules(name: string, targets: readonly RequestTarget[], action: RuleAction): SmallExtension {
  return {
    name,
    manifest: {
      permissions: ['declarativeNetRequest'],
      host_permissions: ['<all_urls>'],
      declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
    },
    files: { 'rules.json': JSON.stringify(rulesFor(targets, action)) },
  };
}

function withWorker(name: string, worker: string, more: readonly string[] = []): SmallExtension {
  return {
    name,
    manifest: {
      permissions: ['declarativeNetRequest', ...more],
      host_permissions: ['<all_urls>'],
      background: { service_worker: 'worker.js' },
    },
    files: { 'worker.js': worker },
  };
}

function rulesFor(targets: readonly RequestTarget[], action: RuleAction) {
  return targets.map((target, place) => ({
    id: place + 1,
    priority: 1,
    action,
    condition: { resourceTypes: everyType, ...target },
  }));
}
