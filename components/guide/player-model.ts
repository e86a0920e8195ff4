import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { Guide, GuideStep, Reader } from '../../lib/guides/guide.ts';
import type { GuideConnector, GuideEvent, GuideProgress } from '../../lib/help/guide-life.ts';
import type { SkipReason } from '../../lib/kernel/finding.ts';
import type { PlaceId } from '../../lib/knowledge/places.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import type { RunActions } from '../run/run-model.ts';

/** Everything that the player shows of a guide. */
export interface PlayerModel {
  readonly id: GuideId;
  readonly guide: Guide;
  /** Null when it was not begun. */
  readonly progress: GuideProgress | null;
  /** Those of the reader, or of the first one before the guide was begun. */
  readonly steps: readonly GuideStep[];
  /** For whom it is followed, or would be. */
  readonly connector: GuideConnector;
  /** What can be seen of the step that stands large. */
  readonly watch: Watch;
  /** What the report of the last check says to the people who run the server; null where it has no message for them. */
  readonly message: string | null;
  /** The tab beside shows Claude, as far as it may be known. */
  readonly isClaudeBeside: boolean;
  /** The person has just said no to a run’s hosts. */
  readonly declined: boolean;
  readonly online: boolean;
  /** Why the last click came to nothing, as a sentence. */
  readonly problem: string | null;
  /** The last change could not be kept. */
  readonly isUnkept: boolean;
}

/** How it stands with seeing for ourselves that a step worked. */
export type Watch =
  /** Only the person can see it, or has taken our word back. */
  | { readonly kind: 'person' }
  /** The tab beside is watched until it shows this. */
  | { readonly kind: 'watching'; readonly place: PlaceId }
  /** Claude’s page may not be looked at yet. */
  | { readonly kind: 'not-allowed'; readonly declined: boolean }
  /** It takes a click. */
  | { readonly kind: 'ready'; readonly look: Look }
  /** A check needs the connector’s address. */
  | { readonly kind: 'no-address' }
  /** A run or a look is under way. */
  | { readonly kind: 'under-way'; readonly look: Look; readonly run: RunState | null }
  /** It did not work, or not yet: titles of what is found. */
  | { readonly kind: 'found'; readonly look: Look; readonly titles: readonly string[] }
  /** Claude’s page shows an error; the sentence is the page’s. */
  | { readonly kind: 'error-on-page'; readonly sentence: string | null }
  /** The tab beside is none of Claude’s, or could not be read. */
  | { readonly kind: 'no-page' }
  /** The tab beside shows another page of Claude’s than the one on which an error would stand. */
  | { readonly kind: 'elsewhere'; readonly place: PlaceId }
  /** What was looked at does not tell. */
  | {
      readonly kind: 'unseen';
      readonly look: Look;
      readonly because: SkipReason | null;
      readonly runId: string | null;
    };

/** What a click looks at. */
export type Look = 'check' | 'browser' | 'status-page' | 'page';

/** Everything that can be done in a guide. Each is called in the click itself. */
export interface PlayerActions extends RunActions {
  begin(reader: Reader): void;
  act(event: GuideEvent): void;
  /** Opens a page beside the panel. */
  openPlace(place: PlaceId): void;
  /** Asks the browser for Claude’s page. */
  allowClaude(): void;
  look(what: Look): void;
  /** Checks the guide’s connector once more, where the panel shows what is found. */
  checkConnector(): void;
  /** Leads away from a guide that is done. */
  finish(): void;
  /** Opens the doctor page on this run. */
  openRun(runId: string): void;
}
