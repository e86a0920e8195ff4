import type { Values } from '../../kernel/finding.ts';
import type { ScreenshotFacts } from '../../kernel/listing.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { categoryCount, screenshotLimits } from '../../standards/directory-limits.ts';
import { linkState, type JudgedListing, type LinkDoubt, type LinkState } from './link-rules.ts';

/** The rows of the checklist that are judged from the listing itself, and that have no code of their own. */
export const listingRows = ['categories', 'documentation', 'privacy', 'support', 'screenshots'] as const;
export type ListingRow = (typeof listingRows)[number];

/** What can be said of one row; the values fill the words of `listing.requirement-unmet`. */
export type RowState =
  | Extract<LinkState, { readonly state: 'met' }>
  | { readonly state: 'met'; readonly seen: 'choice' | 'pictures' }
  | {
      readonly state: 'confirm';
      readonly because: LinkDoubt | ScreenshotDoubt;
      /** For the words that say so. */
      readonly values: Values;
    }
  | { readonly state: 'unmet'; readonly values: Values };

/** Judges one row: the check states it as a finding, the checklist shows it. */
export function listingRowState(row: ListingRow, listing: JudgedListing): RowState {
  if (row === 'categories') return categoriesState(listing.draft.categories);
  if (row === 'screenshots') return screenshotsState(listing.draft.screenshots);
  const link = linkState(listing, row);
  if (link.state !== 'unmet') return link;
  const { fault, said, status, reason } = link;
  return { state: 'unmet', values: valuesOf(row, fault, { said, status, reason }) };
}

function categoriesState(told: readonly string[]): RowState {
  const count = new Set(told.map((each) => each.trim().toLowerCase()).filter((each) => each !== '')).size;
  if (count < categoryCount.least) return untold;
  return count > categoryCount.most
    ? { state: 'unmet', values: valuesOf('categories', 'many', { count }) }
    : { state: 'met', seen: 'choice' };
}

const untold: RowState = { state: 'confirm', because: 'untold', values: {} };

function screenshotsState(told: readonly ScreenshotFacts[]): RowState {
  const count = told.length;
  if (count === 0) return untold;
  const wrong = told.flatMap((shot, index) => {
    const isCopy = shot.digest !== undefined && told.findIndex(({ digest }) => digest === shot.digest) < index;
    const fault = screenshotFault(shot) ?? (isCopy ? 'copy' : null);
    return fault === null ? [] : [{ shot, fault }];
  });
  const [first] = wrong;
  if (first !== undefined) {
    const { name, width } = first.shot;
    const values = { said: inOneLine(name, 100), width, limit: screenshotLimits.narrowest, more: wrong.length - 1 };
    return { state: 'unmet', values: valuesOf('screenshots', first.fault, values) };
  }
  if (count < screenshotLimits.least || count > screenshotLimits.most) {
    return { state: 'unmet', values: valuesOf('screenshots', 'number', { count }) };
  }
  const doubtful = told.find((shot) => screenshotDoubt(shot) !== null);
  const because = doubtful ? screenshotDoubt(doubtful) : null;
  if (!doubtful || because === null) return { state: 'met', seen: 'pictures' };
  const { name, width, height } = doubtful;
  return { state: 'confirm', because, values: { name: inOneLine(name, 100), width, height } };
}

/** What is wrong with one picture by itself: it is no PNG, or not wide enough; null when nothing is. */
export function screenshotFault({ type, width }: ScreenshotFacts): 'picture' | 'narrow' | null {
  if (type !== screenshotLimits.type) return 'picture';
  return width < screenshotLimits.narrowest ? 'narrow' : null;
}

/** Why one cannot tell of a picture whether it is as asked for. */
export type ScreenshotDoubt =
  /** Nobody looked at its bytes: a file tells of it. */
  | 'only-told'
  /** It is too flat to show anything. */
  | 'flat';

/** What makes a picture doubtful that is a PNG and wide enough; null when nothing does. */
export function screenshotDoubt({ digest, width, height }: ScreenshotFacts): ScreenshotDoubt | null {
  if (digest === undefined) return 'only-told';
  return height * flattest < width ? 'flat' : null;
}

/** No screen is as many times as wide as it is high; the directory itself names no height. */
const flattest = 8;

const noValues = { said: '', count: 0, status: 0, reason: '', width: 0, limit: 0, more: 0 };

function valuesOf(row: ListingRow, fault: string, values: Values): Values {
  return { ...noValues, row, fault, ...values };
}
