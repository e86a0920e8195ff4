import { guides } from '../../guides/catalog.ts';
import { guideIds, type GuideId } from '../../guides/guide-id.ts';
import { say } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';

/** A guide as a report names it, its title in the reader’s language. */
export interface NamedGuide {
  readonly id: GuideId;
  readonly title: string;
}

/** The guides to which a finding leads; those of a later version, which are not known here, are left out. */
export function guidesOf({ fix }: Pick<WordedFinding, 'fix'>): readonly NamedGuide[] {
  const ids = fix.flatMap((each) => (each.kind === 'guide' ? (guideIds.find((id) => id === each.guide) ?? []) : []));
  return [...new Set(ids)].map((id) => ({ id, title: say(guides[id].title) }));
}

/** The same as words for a document: “Title” (id), one after the other; empty where there is none. */
export function guideWords(finding: Pick<WordedFinding, 'fix'>): string {
  return guidesOf(finding)
    .map(({ id, title }) => say('“{title}” ({id})', { title, id }))
    .join(', ');
}
