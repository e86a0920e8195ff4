import type { FindingCode } from '../kernel/finding-code.ts';
import type { Who } from '../kernel/finding.ts';
import type { FactId } from '../knowledge/facts.ts';
import type { PlaceId } from '../knowledge/places.ts';

/** A step-by-step help. All texts are English and translated in the catalogue. */
export interface Guide {
  /** An imperative, such as “Disconnect and reconnect a connector”. */
  readonly title: string;
  /** When this is the right guide, in one sentence. */
  readonly when: string;
  /** Whose guide it is; a guide for several readers marks its steps. */
  readonly readers: readonly [Reader, ...Reader[]];
  /** Codes whose fix this is. */
  readonly codes: readonly FindingCode[];
  readonly steps: readonly [GuideStep, ...GuideStep[]];
  /** What follows from it being done, and what it does not do. */
  readonly afterwards: string;
  /** Everything that the guide states rests on these. */
  readonly facts: readonly [FactId, ...FactId[]];
  /** How others ask for it; searched, not shown. */
  readonly alsoAsked: readonly string[];
}

/** Who follows a guide: somebody using Claude, an Owner of an organization, or who runs the connector’s server. */
export type Reader = 'user' | 'owner' | 'author';

export interface GuideStep {
  /** Kebab-case, unique within the guide; progress is kept by it. */
  readonly id: string;
  /** What to do, one sentence. */
  readonly do: string;
  /** Why, or what to mind: at most two sentences; null when there is nothing. */
  readonly note: string | null;
  /** Opens beside the panel. */
  readonly place: PlaceId | null;
  /** How to see that it worked, one sentence. */
  readonly seen: string;
  /** How we can see it ourselves; null when only the person can. */
  readonly verify: Verification | null;
  /** Only for these readers; null is for all of the guide’s. */
  readonly readers: readonly Reader[] | null;
  /** Text that is ready to be copied, such as a rule for a firewall or a message; {name}, {url} and {host} of the connector are filled in. */
  readonly copy: string | null;
  /** The text is for the person alone, such as an address to be typed in: secrets are not taken out of it. */
  readonly copyIsYours?: true;
}

/** What can be seen without the person’s word. */
export type Verification =
  /** The tab beside the panel shows this page of Claude’s. */
  | { readonly kind: 'page'; readonly place: PlaceId }
  /** The tab beside the panel shows no connector error any more. */
  | { readonly kind: 'no-error-on-page' }
  /** A check of the connector finds none of these codes; no codes: it is not broken. */
  | { readonly kind: 'check'; readonly gone: readonly FindingCode[] }
  /** A look at this browser finds none of these. */
  | { readonly kind: 'browser'; readonly gone: readonly FindingCode[] }
  /** Claude’s status page, asked with the person’s word, tells of no incident. */
  | { readonly kind: 'status-page' };

/** Who has to act on a finding when it is not the reader. */
export type NotYours = Exclude<Who, 'you'>;
