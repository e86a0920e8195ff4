import { browser } from 'wxt/browser';
import type { ClaudeStatus } from '../../../lib/kernel/evidence-browser.ts';
import type { Observation } from '../../../lib/kernel/observation.ts';
import { readStatusPage } from '../../../lib/parsing/status-page.ts';
import { statusPage } from '../../../lib/standards/claude-look-hosts.ts';
import { unavailable } from './observe.ts';

/** Milliseconds. */
const timeoutMs = 2_000;
const mostBytes = 256 * 1_024;

/** What Claude's status page says, where the person wished for it and allowed its host. Never rejects. */
export async function seeClaudeStatus(isWished: boolean): Promise<Observation<ClaudeStatus>> {
  if (!isWished) return unavailable('consent');
  const isAllowed = await browser.permissions.contains({ origins: [statusPage.origin] }).catch(() => false);
  if (!isAllowed) return unavailable('permission');
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const text = await askFor(statusPage.summary, signal);
    const status = text === null ? null : readStatusPage(text);
    return status === null ? unavailable('vantage') : { status: 'observed', value: status };
  } catch {
    return unavailable(signal.aborted ? 'deadline' : 'vantage');
  }
}

/** Null for what is no answer, or too long to be one. */
async function askFor(url: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(url, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    headers: { Accept: 'application/json' },
    signal,
  });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return null;
  }
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
