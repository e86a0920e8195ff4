import type { FindingCode } from '../kernel/finding-code.ts';
import type { StepNumber } from '../kernel/step.ts';
import type { GuideId } from '../guides/guide-id.ts';

/** Where a text is seen. */
export type Surface =
  'web' | 'desktop' | 'mobile' | 'cowork' | 'claude-code' | 'server' | 'browser-console' | 'identity-provider';

/** How often it was the cause in reported cases: the usual one, one of several, or seldom. */
export type Likelihood = 'usual' | 'common' | 'rare';

export interface LikelyCause {
  readonly code: FindingCode;
  readonly likelihood: Likelihood;
  /** One sentence: why this text points there. English, translated. */
  readonly why: string;
}

/** A text that people meet, and what it means. */
export interface ErrorSentence {
  /** As it is shown, names as <name>; never translated by us. */
  readonly shown: string;
  /** Stable parts, lower case, straight quotes; any of them marks the text. `…` stands for a varying part of at most 80 characters. */
  readonly phrases: readonly string[];
  /** Words so common that they mean this only as a line of their own in a short text. */
  readonly alone?: readonly string[];
  /** Words that other products show too: they mean this by themselves, or anywhere in a text that speaks of MCP or Claude. */
  readonly besideMcp?: readonly string[];
  /** The same parts as other languages show them, by language tag; only what was really seen. */
  readonly otherLanguages: Readonly<Record<string, readonly string[]>>;
  readonly surfaces: readonly Surface[];
  /** Where Claude stops when it shows this; null when the text does not tell. */
  readonly step: StepNumber | null;
  /** One or two sentences, English, translated. */
  readonly meaning: string;
  /** The most likely first; empty where no check of ours would find it. */
  readonly causes: readonly LikelyCause[];
  readonly guides: readonly GuideId[];
  /** A plan, length or capacity message, an incident, or a sentence about an account: checking the connector would find nothing. */
  readonly isConnectorFault: boolean;
  /** Addresses of the pages or reports that tell of it. */
  readonly sources: readonly [string, ...string[]];
}
