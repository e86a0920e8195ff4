import type { Confidence, Severity, SkipReason, Values } from '../../kernel/finding.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Report, RunStatus, Verdict, WordedFinding } from '../../kernel/report.ts';

export const comparisonSchema = 'connector-doctor/comparison@1';

/** What two reports differ in. Members are a public contract: the schema may add, never change. Texts from outside stand in it as they were. */
export interface Comparison {
  readonly schema: typeof comparisonSchema;
  readonly tool: { readonly version: string };
  readonly before: ComparedReport;
  readonly after: ComparedReport;
  /** What to bear in mind: the two were not made alike. */
  readonly provisos: readonly Proviso[];
  readonly findings: ComparedFindings;
  /** The same blockers and problems by their causes; what follows from a cause stands under it. */
  readonly causes: ComparedCauses;
  readonly tools: ComparedTools;
  readonly facts: readonly FactChange[];
  /** Changes of tools and facts that break what people do with it today. */
  readonly breaks: number;
  /** Blockers and problems that are new, or that were less grave before. */
  readonly graver: number;
}

export interface ComparedReport {
  /** The connector’s URL, or the file’s name; null where nothing of the kind is known. */
  readonly about: string | null;
  readonly subject: Report['subject'];
  readonly vantage: Report['vantage'];
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  readonly version: string;
  readonly status: RunStatus;
  readonly verdict: Verdict;
  /** The one cause, as the report has it. */
  readonly primary: Report['primary'];
  /** The step at which Claude stops. */
  readonly stop: Report['stop'];
}

export type Proviso =
  /** A connector, a look at a browser and a bundle have little in common. */
  | 'other-subject'
  | 'other-address'
  | 'other-vantage'
  /** Another version of this program may find what the first one did not know. */
  | 'other-version'
  /** What plans ran or what was agreed to differs: more was looked at in one of them. */
  | 'other-depth'
  | 'before-cut-short'
  | 'after-cut-short';

export interface ComparedFindings {
  readonly gone: readonly LoneFinding[];
  readonly added: readonly LoneFinding[];
  readonly changed: readonly ChangedFinding[];
  /** How many are the same in both. */
  readonly same: number;
}

/** What changed, cause by cause, the gravest first; of each list the first 200. */
export interface ComparedCauses {
  readonly gone: readonly CauseChange[];
  readonly added: readonly CauseChange[];
  readonly stayed: readonly StayedCause[];
  /** The counts, also of what is not listed. */
  readonly counts: Readonly<Record<'gone' | 'added' | 'stayed', number>>;
}

/** A blocker or problem of one report alone, which no other finding there explains. */
export interface CauseChange extends LoneFinding {
  /** What followed from it and went or came with it; the first 50. */
  readonly with: readonly WordedFinding[];
  /** What followed from it and is there in both reports: something else explains it there, or it stands by itself; the first 50. */
  readonly inBoth: readonly WordedFinding[];
}

/** A cause that is there in both. */
export interface StayedCause extends Pair<WordedFinding> {
  /** What followed from it before and is gone; the first 50. */
  readonly gone: readonly WordedFinding[];
  /** What follows from it now and is new; the first 50. */
  readonly added: readonly WordedFinding[];
}

/** A finding of one report alone. */
export interface LoneFinding {
  readonly finding: WordedFinding;
  /** What the other report says of the code: it passed, it was not looked at, it was found about something else, or nothing is known. */
  readonly elsewhere: 'passed' | 'not-looked-at' | 'found-otherwise' | 'unknown';
  /** Why it was not looked at there. */
  readonly because: SkipReason | null;
}

/** The same finding in both, with what is different. */
export interface ChangedFinding {
  readonly code: FindingCode;
  readonly before: WordedFinding;
  readonly after: WordedFinding;
  readonly severity: Pair<Severity> | null;
  readonly confidence: Pair<Confidence> | null;
  /** The names of the values that differ, with both. */
  readonly values: Readonly<Record<string, Pair<Values[string] | null>>>;
}

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

export interface ComparedTools {
  /** How many were listed; null where no list was seen. */
  readonly count: Pair<number | null>;
  /** Whether each list was read to its end: of one that was not, nothing can be called removed or added for certain. */
  readonly whole: Pair<boolean>;
  /** In the order of their list, the first 500 of each. */
  readonly removed: readonly ToolName[];
  readonly added: readonly ToolName[];
  /** A guess: one went, one came, and all but the name is the same. */
  readonly renamed: readonly Pair<ToolName>[];
  readonly changed: readonly ChangedTool[];
  /** The counts, also of what is not listed. */
  readonly counts: Readonly<Record<'removed' | 'added' | 'renamed' | 'changed', number>>;
  /** The tools that stayed stand in another order. */
  readonly reordered: boolean;
}

export interface ToolName {
  readonly name: string;
  readonly title: string | null;
}

export interface ChangedTool {
  readonly name: string;
  readonly title: string | null;
  /** Those that break something first, then in the order of the definition; the first 30. */
  readonly changes: readonly ToolChange[];
  /** How many more there are, at least. */
  readonly more: number;
  /** The definition is too large to be compared to its end. */
  readonly cut: boolean;
}

/** Why a change breaks what people do today. */
export type BreakKind = 'required' | 'parameter-removed' | 'type-narrowed' | 'values-narrowed' | 'limit-narrowed';

/** One place of a tool’s definition. */
export interface ToolChange {
  /** With dots, such as `inputSchema.properties.limit.type`; names that are no words stand in brackets and quotes. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** A text as it is, anything else as JSON; cut at 2,000 characters. Null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
  readonly breaks: BreakKind | null;
  /** Calls that worked may be refused now, or not: the two schemas do not tell. */
  readonly unclear: boolean;
}

export type FactName =
  | 'server-name'
  | 'server-title'
  | 'server-version'
  | 'protocol'
  | 'transport'
  | 'sign-in'
  | 'sign-in-service'
  | 'registration'
  | 'scopes'
  | 'instructions'
  | 'tokens'
  | 'resources'
  | 'prompts';

export interface FactChange {
  readonly what: FactName;
  /** Null where there is nothing, or nothing was seen. */
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** `sign-in-added`: nobody had to sign in, and now everybody must. */
  readonly breaks: 'sign-in-added' | null;
}
