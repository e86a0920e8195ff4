import { observedIn } from '../../lib/interference/observed-in-report.ts';
import type { BrowserEvidenceMap } from '../../lib/kernel/evidence-browser.ts';
import { isJsonObject } from '../../lib/kernel/json.ts';
import type { Report } from '../../lib/kernel/report.ts';

/** What one part of our own look at this browser brought back; null where it was not looked at. */
export function seenIn<K extends keyof BrowserEvidenceMap>(report: Report, key: K): BrowserEvidenceMap[K] | null {
  return observedIn(report)[key] ?? null;
}

/** Why one part of the look was left out: `consent`, `permission` …; null where it was not, or where nobody knows. */
export function whyUnseen({ evidence }: Report, key: keyof BrowserEvidenceMap): string | null {
  const observation = isJsonObject(evidence) ? evidence[key] : undefined;
  const because = isJsonObject(observation) ? observation['because'] : undefined;
  return typeof because === 'string' ? because : null;
}
