import type { HeldPermission } from '../../lib/permissions/held.ts';
import type { Settings } from '../../lib/storage/settings.ts';

/** Everything that the options show. */
export interface OptionsModel {
  readonly settings: Settings;
  readonly version: string;
  /** How many reports are kept, and how large they are together; null until that was read. */
  readonly kept: { readonly count: number; readonly bytes: number } | null;
  readonly held: readonly HeldPermission[];
  /** Extensions are switched for the search, or could not be switched back: what puts them back cannot be given back now. */
  readonly isSwitching: boolean;
  /** The person has just said no to Claude's pages. */
  readonly claudeDeclined: boolean;
  /** What has just been done, or what did not work, as a sentence. */
  readonly notice: { readonly isProblem: boolean; readonly words: string } | null;
}

/** Everything that can be done there. Each is called in the click itself. */
export interface OptionsActions {
  set(patch: Partial<Settings>): void;
  watchClaude(on: boolean): void;
  askStatusPage(on: boolean): void;
  giveBack(held: HeldPermission): void;
  forgetEverything(): void;
}
