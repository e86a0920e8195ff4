import type { Report } from '../kernel/report.ts';

/** What the person allowed a look at this browser to ask besides. Each needs its own word. */
export interface ExamWishes {
  /** Claude's status page. */
  readonly statusPage: boolean;
  /** The other extensions (permission `management`). */
  readonly extensions: boolean;
  /** The browser's settings for claude.ai (permission `contentSettings`, Chromium). */
  readonly siteSettings: boolean;
  /** The tab is loaded anew first, so that all of its requests are seen. */
  readonly reload: boolean;
}

/** The look at this browser, one at a time, as screens see it. */
export interface ExamState {
  readonly id: string;
  /** `needs-permission`: Claude's hosts are not allowed yet; it begins as soon as they are. */
  readonly phase: 'needs-permission' | 'looking' | 'done' | 'failed';
  /** The tab with Claude's page; null where none is open. */
  readonly tabId: number | null;
  readonly wishes: ExamWishes;
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Why it came to nothing, as a sentence. */
  readonly problem: string | null;
  /** Subject `browser`. */
  readonly report: Report | null;
  /** What was found before the fix after which this look was made; null when there was none. */
  readonly before: ExamBefore | null;
}

export interface ExamBefore {
  readonly verdict: Report['verdict'];
  /** Titles of the faults, as they were shown. */
  readonly faults: readonly string[];
  /** What was done in between, as a sentence such as “Claude’s cache was cleared”. */
  readonly fix: string;
}

/** Something that we do at a click. */
export type BrowserFix =
  | 'reload'
  /** Claude's cached files alone; cookies, and with them the sign-in, stay. */
  | 'clear-cache'
  /** Open Claude in a private window, where most extensions do not run. */
  | 'private-window'
  /** Open the browser's page of settings for claude.ai. */
  | 'site-settings'
  /** Open the browser's page of an extension's details. */
  | 'extension-details';

/** What a screen asks for. */
export interface FixRequest {
  readonly fix: BrowserFix;
  readonly tabId: number | null;
  /** For `extension-details`. */
  readonly extensionId: string | null;
}

/** What became of a fix. `undo` says how to take it back, or that nothing has to be. */
export interface FixDone {
  readonly done: string;
  readonly undo: string;
}
