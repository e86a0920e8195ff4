import { say } from '../i18n/say.ts';
import type { ProbedKey } from '../kernel/evidence.ts';
import { askingWords } from '../report/words/asking-words.ts';

type ProbeEvent = { readonly kind: 'probe-started' | 'probe-settled'; readonly key: ProbedKey };

/**
 * Turns a run's events into a passing line: since all probes run at once, what the earliest unsettled one of them asks, in Claude's order.
 * `show` is called only when the line changes.
 */
export function progressLine(show: (line: string) => void): (event: ProbeEvent) => void {
  const pending = new Set<ProbedKey>();
  let shown = '';
  return ({ kind, key }) => {
    if (kind === 'probe-started') pending.add(key);
    else pending.delete(key);
    const [earliest] = pending;
    const line = earliest === undefined ? shown : `${say(askingWords[earliest])}…`;
    if (line === shown) return;
    shown = line;
    show(line);
  };
}
