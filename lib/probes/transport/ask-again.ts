import type { Answer } from '../../kernel/probe.ts';

/**
 * Asks, and once more when no answer came in time and our other requests, which `others` waits for, are through: a server that
 * takes one request at a time is held up by our own burst, and would look as if it never answered.
 */
export async function askAgainAlone(ask: () => Promise<Answer>, others: () => Promise<unknown>): Promise<Answer> {
  const first = await ask();
  const isLate = first.kind === 'failure' ? first.received.reason === 'timeout' : first.end === 'timeout';
  if (!isLate) return first;
  await others();
  return ask();
}
