import type { LinkSight } from '../../kernel/evidence-listing.ts';
import type { Values } from '../../kernel/finding.ts';
import type { ListingDraft, ScreenshotFacts } from '../../kernel/listing.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { categoryCount, screenshotLimits } from '../../standards/directory-limits.ts';
import { linkState, type LinkDoubt } from './link-rules.ts';

/** The rows of the checklist that are judged from the listing itself, and that have no code of their own. */
export const listingRows = ['categories', 'documentation', 'privacy', 'support', 'screenshots'] as const;
export type ListingRow = (typeof listingRows)[number];

/** What can be said of one row; the values fill the words of `listing.requirement-unmet`. */
export type RowState =
  | { readonly state: 'met' }
  | { readonly state: 'confirm'; readonly because: LinkDoubt }
  | { readonly state: 'unmet'; readonly values: Values };

/** Judges one row: the check states it as a finding, the checklist shows it. */
export function listingRowState(row: ListingRow, draft: ListingDraft, links: readonly LinkSight[]): RowState {
  if (row === 'categories') return categoriesState(draft.categories);
  if (row === 'screenshots') return screenshotsState(draft.screenshots);
  const link = linkState(draft, links, row);
  if (link.state !== 'unmet') return link;
  const { fault, said, status, reason } = link;
  return { state: 'unmet', values: valuesOf(row, fault, { said, status, reason }) };
}

function categoriesState(told: readonly string[]): RowState {
  const count = new Set(told.map((each) => each.trim().toLowerCase()).filter((each) => each !== '')).size;
  if (count < categoryCount.least) return { state: 'confirm', because: 'untold' };
  return count > categoryCount.most
    ? { state: 'unmet', values: valuesOf('categories', 'many', { count }) }
    : { state: 'met' };
}

function screenshotsState(told: readonly ScreenshotFacts[]): RowState {
  const count = told.length;
  if (count === 0) return { state: 'confirm', because: 'untold' };
  const wrong = told.flatMap((shot) => {
    const fault = screenshotFault(shot);
    return fault === null ? [] : [{ shot, fault }];
  });
  const [first] = wrong;
  if (first !== undefined) {
    const { name, width } = first.shot;
    const values = { said: inOneLine(name, 100), width, limit: screenshotLimits.narrowest, more: wrong.length - 1 };
    return { state: 'unmet', values: valuesOf('screenshots', first.fault, values) };
  }
  return count < screenshotLimits.least || count > screenshotLimits.most
    ? { state: 'unmet', values: valuesOf('screenshots', 'number', { count }) }
    : { state: 'met' };
}

/** What is wrong with one picture by itself: it is no PNG, or not wide enough; null when nothing is. */
export function screenshotFault({ type, width }: ScreenshotFacts): 'picture' | 'narrow' | null {
  if (type !== screenshotLimits.type) return 'picture';
  return width < screenshotLimits.narrowest ? 'narrow' : null;
}

const noValues = { said: '', count: 0, status: 0, reason: '', width: 0, limit: 0, more: 0 };

function valuesOf(row: ListingRow, fault: string, values: Values): Values {
  return { ...noValues, row, fault, ...values };
}
