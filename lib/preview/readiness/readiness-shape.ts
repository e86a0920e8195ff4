import type { FindingCode } from '../../kernel/finding-code.ts';
import type { SkipReason } from '../../kernel/finding.ts';

export const readinessSchema = 'connector-doctor/readiness@1';

/** Everything that the directory asks of a connector, in the order in which an author goes through it. */
export const requirementIds = [
  'https-address',
  'works-in-claude',
  'transport',
  'sign-in-type',
  'callback-urls',
  'tool-list',
  'tool-names',
  'tool-titles',
  'tool-hints',
  'read-write-split',
  'no-catch-all',
  'api-references',
  'tool-descriptions',
  'name',
  'tagline',
  'description',
  'categories',
  'documentation',
  'privacy',
  'support',
  'icon',
  'slug',
  'examples',
  'screenshots',
  'screenshot-prompts',
  'test-account',
  'no-money-transfer',
  'no-media-generation',
  'no-advertising',
  'terms',
  'acknowledgments',
  'plan',
] as const;
export type RequirementId = (typeof requirementIds)[number];

export const requirementGroups = ['server', 'tools', 'listing', 'review', 'policy'] as const;
export type RequirementGroup = (typeof requirementGroups)[number];

/** `met` and `unmet` were seen; `confirm` is left to the author, and `why` says for what reason. */
export type ReadinessState = 'met' | 'unmet' | 'confirm';

/** A page that a requirement rests on. */
export interface ReadinessSource {
  /** As the page calls itself. */
  readonly title: string;
  readonly url: string;
  /** Day on which it was read, RFC 3339 full-date. */
  readonly checkedOn: string;
}

export interface ReadinessRow {
  readonly id: RequirementId;
  readonly group: RequirementGroup;
  /** What is asked for, in the reader’s language. */
  readonly title: string;
  readonly state: ReadinessState;
  /** How it was seen, or why the author has to look; one to three sentences in the reader’s language. May quote foreign text. */
  readonly why: string;
  /** There where `why` says nothing but why this check did not look: rows with the same reason can be told together. */
  readonly unlooked?: SkipReason;
  /** The author has ticked it: of a row that is left to confirm. */
  readonly confirmed: boolean;
  /** The findings that show it. */
  readonly codes: readonly FindingCode[];
  readonly sources: readonly ReadinessSource[];
}

/** `connector-doctor/readiness@1`: how far a connector is ready for the directory. */
export interface Readiness {
  readonly schema: typeof readinessSchema;
  /** Redacted; null where what was typed is no address. */
  readonly url: string | null;
  /** When the check was made: RFC 3339, UTC. */
  readonly checkedAt: string;
  /** `confirmed`: how many of those to confirm are ticked. */
  readonly counts: {
    readonly met: number;
    readonly unmet: number;
    readonly confirm: number;
    readonly confirmed: number;
  };
  /** Those that do not concern this connector are left out. */
  readonly rows: readonly ReadinessRow[];
}
