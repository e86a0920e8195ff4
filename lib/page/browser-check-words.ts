import type { BrowserCheck, HostCheck } from './browser-check.ts';

/** One or two sentences about what the look at this browser brought. */
export function browserCheckWords({ online, hosts }: Pick<BrowserCheck, 'online' | 'hosts'>): string {
  const failed = hosts.filter(({ outcome }) => outcome.kind === 'failed');
  const reached = hosts.filter(({ outcome }) => outcome.kind === 'reached');
  const unknown = hosts.filter(({ outcome }) => outcome.kind === 'not-allowed');
  if (!online && reached.length === 0) {
    return 'This browser says that it is offline. Connect to the internet first; nothing about the connector can be told before.';
  }
  if (failed.length > 0) return failedWords(failed, reached);
  const rest = unknown.length === 0 ? '' : ` ${listOf(unknown)} could not be asked, since that is not allowed yet.`;
  if (reached.length === 0)
    return `Nothing could be asked from this browser: ${listOf(unknown)} would have to be allowed first.`;
  return `This browser reaches ${listOf(reached)}.${rest}`;
}

function failedWords(failed: readonly HostCheck[], reached: readonly HostCheck[]): string {
  const [first] = failed;
  const why = first?.outcome.kind === 'failed' ? ` (${first.outcome.detail})` : '';
  const meaning =
    reached.length === 0
      ? 'Your network, a proxy, a filter or Claude itself may be the reason, so look there before you blame the connector.'
      : `It does reach ${listOf(reached)}, so a filter on your network or in this browser is likely.`;
  return `This browser does not reach ${listOf(failed)}${why}. ${meaning}`;
}

function listOf(hosts: readonly HostCheck[]): string {
  const names = hosts.map(({ host }) => host);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
