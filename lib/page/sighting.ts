import type { HelpWithSentence } from './help-of-other.ts';

/**
 * What Claude's page shows of a connector error. The content script reads these and nothing else: never a message, never a draft.
 * Everything here came from a page: it is untrusted text.
 */
export interface PageSighting {
  /** The page's address without query and fragment. */
  readonly page: string;
  /** The error sentence on screen, at most 500 characters. */
  readonly sentence: string | null;
  /** The value of `step=` in the page's address, such as `start_error`. */
  readonly stage: string | null;
  /** The value of `oauth_error=`. */
  readonly oauthError: string | null;
  /** The reference id (`ofid_…`), from the address or the sentence. */
  readonly reference: string | null;
  /** The connector's address where the page shows it; else null. */
  readonly connectorUrl: string | null;
  readonly connectorName: string | null;
  /** Unix time in milliseconds. */
  readonly seenAt: number;
}

/** Our best explanation from the page alone, before anything was asked. */
export interface FirstGuess {
  /** What it means, in one or two sentences. */
  readonly meaning: string;
  /** Codes in the order of likelihood; empty when the sentence is not known. */
  readonly codes: readonly string[];
  /** 1 to 12 where the sentence fixes the step. */
  readonly step: number | null;
  /** A plan, length or capacity message, or an incident: no connector's fault. */
  readonly isConnectorFault: boolean;
  /** What helps besides a check of the connector. */
  readonly help: HelpWithSentence;
}

/** What the popup learns about the tab on which it was opened. */
export type TabSight =
  /** No page of Claude's. */
  | { readonly kind: 'elsewhere' }
  /** A page of Claude's that may not be watched yet; what a look at this moment could read (`activeTab`) told of no error. */
  | { readonly kind: 'not-allowed'; readonly origin: string }
  /** Read; nothing that concerns connectors was found. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'seen'; readonly sighting: PageSighting; readonly guess: FirstGuess };

/** One reading of a tab's page. */
export interface PageReading {
  /** False where it is no page of Claude's, or could not be read just then. */
  readonly isRead: boolean;
  /** Null where nothing of a connector's error is to be seen. */
  readonly sighting: PageSighting | null;
}
