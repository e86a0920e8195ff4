import type { ExamWishes } from '../interference/exam-state.ts';
import type { HeldPermission } from './held.ts';
import type { PermissionNeeds } from './ask.ts';
import type { BrowserFamily } from './permission-sets.ts';
import { browserLookOrigins, statusPage } from '../standards/claude-look-hosts.ts';

/** A look at this browser that asks for nothing besides Claude's hosts. */
export const noWishes: ExamWishes = { statusPage: false, extensions: false, siteSettings: false, reload: false };

/** What the person has to allow for a look with these wishes. */
export function needsOfLook(wishes: ExamWishes, family: BrowserFamily): PermissionNeeds {
  const isChromium = family === 'chromium';
  return {
    origins: [...browserLookOrigins, ...(wishes.statusPage ? [statusPage.origin] : [])],
    permissions: [
      // Chromium has it from the start.
      ...(isChromium ? [] : ['webRequest']),
      ...(wishes.extensions ? ['management'] : []),
      ...(wishes.siteSettings && isChromium ? ['contentSettings'] : []),
    ],
  };
}

/** What the search for an extension has to be allowed besides. */
export const searchNeeds: PermissionNeeds = { origins: [], permissions: ['management'] };

/** What clearing Claude's cache has to be allowed. */
export const clearNeeds: PermissionNeeds = { origins: [], permissions: ['browsingData'] };

/** The wishes that an earlier word of the person still covers: a permission that they did not give back, or a setting. */
export function standingWishes(
  held: readonly HeldPermission[],
  { askStatusPage }: { readonly askStatusPage: boolean },
): ExamWishes {
  const holds = (wanted: string): boolean => held.some(({ kind, name }) => kind === 'permission' && name === wanted);
  return {
    statusPage: askStatusPage,
    extensions: holds('management'),
    siteSettings: holds('contentSettings'),
    reload: false,
  };
}
