import type { BrowserEvidenceMap } from '../kernel/evidence-browser.ts';
import { isJsonObject } from '../kernel/json.ts';
import type { Report } from '../kernel/report.ts';

/** What a look at this browser observed, out of the report that was just made of it here. */
export function observedIn({ evidence }: Pick<Report, 'evidence'>): Partial<BrowserEvidenceMap> {
  if (!isJsonObject(evidence)) return {};
  const values = Object.entries(evidence).flatMap(([key, observation]) =>
    isJsonObject(observation) && observation['status'] === 'observed' ? [[key, observation['value']]] : [],
  );
  return Object.fromEntries(values) as Partial<BrowserEvidenceMap>;
}
