import { say } from '../../i18n/say.ts';
import type { DescriptionFault, LinkSight, ListingCounts } from '../../kernel/evidence-listing.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import type { Report } from '../../kernel/report.ts';
import { facts } from '../../knowledge/facts.ts';
import type { Fact } from '../../knowledge/fact.ts';
import { sources } from '../../knowledge/sources.ts';
import { listingCounts } from '../../parsing/listing-counts.ts';
import { listingRowRules } from './listing-row-rules.ts';
import {
  readinessSchema,
  requirementIds,
  type Readiness,
  type ReadinessRow,
  type ReadinessSource,
  type RequirementId,
} from './readiness-shape.ts';
import { requirements } from './requirements.ts';
import type { Rule, Scene } from './scene.ts';
import { serverRules } from './server-rules.ts';
import { submissionRules } from './submission-rules.ts';
import { toolRules } from './tool-rules.ts';

export type { Readiness, ReadinessRow } from './readiness-shape.ts';

/** What an author tells, and what was seen of it. */
export interface ToldListing {
  readonly draft: ListingDraft;
  /** Left out where the draft stands as it was typed. */
  readonly counts?: ListingCounts;
  /** Those pages that somebody looked at. */
  readonly links: readonly LinkSight[];
  /** Of `readDescription`; left out where the description was not read. */
  readonly descriptionFaults?: readonly DescriptionFault[];
}

/**
 * The directory’s checklist, filled in as far as a report and a listing show: pure, in the reader’s language, and never green where
 * nobody looked.
 */
export function readiness(report: Report, told: ToldListing): Readiness {
  const { draft, links, counts = listingCounts(draft), descriptionFaults = null } = told;
  const scene: Scene = { report, draft, counts, links, descriptionFaults };
  const rows = requirementIds.flatMap((id) => rowOf(id, scene));
  const count = (state: ReadinessRow['state']): number => rows.filter((row) => row.state === state).length;
  return {
    schema: readinessSchema,
    url: report.target && 'url' in report.target ? report.target.url : null,
    checkedAt: report.createdAt,
    counts: {
      met: count('met'),
      unmet: count('unmet'),
      confirm: count('confirm'),
      confirmed: rows.filter(({ confirmed }) => confirmed).length,
    },
    rows,
  };
}

const rules: Readonly<Record<RequirementId, Rule>> = {
  ...serverRules,
  ...toolRules,
  ...listingRowRules,
  ...submissionRules,
};

function rowOf(id: RequirementId, scene: Scene): readonly ReadinessRow[] {
  const seen = rules[id](scene);
  if (seen === null) return [];
  const { group, title } = requirements[id];
  const { state, why, codes = [], unlooked } = seen;
  const confirmed = state === 'confirm' && scene.draft.confirmed.includes(id);
  const row = { id, group, title: say(title), state, why, confirmed, codes, sources: sourcesOf(id) };
  return [unlooked === undefined ? row : { ...row, unlooked }];
}

/** The pages behind a requirement, each once; where several facts rest on one, with the newest day on which it was read. */
function sourcesOf(id: RequirementId): readonly ReadinessSource[] {
  const pages = new Map<string, ReadinessSource>();
  for (const fact of requirements[id].facts) {
    const { sources: ids, checkedOn }: Fact = facts[fact];
    for (const source of ids) {
      const { title, url, retired } = sources[source];
      const known = pages.get(url);
      if (!retired && (known === undefined || known.checkedOn < checkedOn)) pages.set(url, { title, url, checkedOn });
    }
  }
  return [...pages.values()];
}
