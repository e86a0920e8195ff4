import type { FailureReason } from './exchange.ts';

/**
 * What a look at this browser brings back: whether something on this machine keeps Claude's own pages from working. Plain JSON without
 * secrets: addresses come without query and fragment.
 */
export interface BrowserEvidenceMap {
  /** The browser, and where we stand in it. */
  readonly browser: BrowserSelf;
  /** The same small requests as Claude's page makes them and from outside the page, where no other extension can touch them. */
  readonly reach: { readonly looks: readonly ReachLook[] };
  /** What became of the requests that the open Claude tab made by itself. */
  readonly 'page-traffic': PageTraffic;
  /** What stands between Claude's own code and the browser within the page. */
  readonly 'page-integrity': PageIntegrity;
  /** This tab's copy of Claude's code beside a fresh one. */
  readonly 'page-copy': PageCopy;
  /** The browser's settings for claude.ai (Chromium alone). */
  readonly 'site-settings': SiteSettings;
  /** What Claude's status page says, by the person's word. */
  readonly 'claude-status': ClaudeStatus;
  /** Other extensions that may touch claude.ai, by the person's word. */
  readonly extensions: ExtensionsSeen;
  /** What switching extensions off and on has shown. */
  readonly bisect: BisectFindings;
}

export interface BrowserSelf {
  readonly online: boolean;
  readonly family: 'chromium' | 'firefox';
  /** Whether a tab with Claude's page is open, so that its side could be seen. */
  readonly hasPage: boolean;
  /** The addresses that this browser dials say something (no proxy, no test set-up). */
  readonly addressesAreEvidence: boolean;
}

/** What Claude's page uses a request for. */
export type NeedPurpose = 'page' | 'directory' | 'connectors' | 'sign-in' | 'files';

export interface ReachLook {
  /** Id of a row in `standards/claude-page-needs.ts`. */
  readonly need: string;
  readonly purpose: NeedPurpose;
  readonly url: string;
  /** From our background. */
  readonly outside: ReachOutcome;
  /** From the page; null when no page was open. */
  readonly page: ReachOutcome | null;
}

export type ReachOutcome =
  /** Any HTTP answer, also a refusal: the host is reached. */
  | {
      readonly kind: 'answered';
      /** 0 where the browser does not tell (an opaque answer). */
      readonly status: number;
      readonly ip: string | null;
      /** Where a redirect of the server leads, when that is another host than Claude's; null else. */
      readonly leadsTo: string | null;
      /** Date header against this machine's clock; null when unknown. Seconds, positive when this machine is ahead. */
      readonly clockAheadS: number | null;
    }
  /** Something in this browser sent it elsewhere before it left. */
  | { readonly kind: 'diverted'; readonly to: string }
  | {
      readonly kind: 'failed';
      readonly reason: FailureReason;
      /** The browser's own words, such as `net::ERR_BLOCKED_BY_CLIENT`. */
      readonly said: string;
      /** False when it never left the browser. */
      readonly wasSent: boolean;
    }
  | { readonly kind: 'not-allowed' }
  /** It could not be seen what became of it. */
  | { readonly kind: 'unseen' };

export interface PageTraffic {
  /** The tab was watched since its document began to load; otherwise earlier requests are unknown. */
  readonly isWhole: boolean;
  /** Requests of the page that were seen. */
  readonly requests: number;
  /** Noteworthy ones, at most 60; alike ones count as one. */
  readonly notes: readonly TrafficNote[];
}

export interface TrafficNote {
  /** Without fragment, and with `?…` for a query, at most some 300 characters; ids of organizations and conversations as `…`. */
  readonly url: string;
  /** Id of the row in the table of needs; null: Claude does not need it for connectors. */
  readonly need: string | null;
  readonly purpose: NeedPurpose | null;
  /** What a request that Claude does not need is for; null where nothing is known of it. */
  readonly extra: ExtraPurpose | null;
  /** As `webRequest` calls it: `main_frame`, `script`, `xmlhttprequest` … */
  readonly type: string;
  readonly what: TrafficTrouble;
  readonly times: number;
}

/** Requests of Claude's page without which connectors work. */
export type ExtraPurpose = 'telemetry' | 'payment' | 'support' | 'advertising';

export type TrafficTrouble =
  /** Stopped within the browser. */
  | { readonly kind: 'blocked'; readonly said: string }
  /** Sent elsewhere by something in this browser. */
  | { readonly kind: 'diverted'; readonly to: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly said: string }
  /** The page received other headers than the server sent, or the server other ones than the page sent. */
  | {
      readonly kind: 'headers';
      readonly direction: 'request' | 'response';
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly changed: readonly string[];
    }
  /** The server answered that it is not (or no longer) there: 404 or 410 for a file of the page's own code. */
  | { readonly kind: 'gone'; readonly status: number }
  /** The server failed. */
  | { readonly kind: 'server-error'; readonly status: number };

export interface PageIntegrity {
  /** JavaScript runs on the page; null when that could not be told. */
  readonly runsScripts: boolean | null;
  /** The page may keep cookies; null when that could not be told. */
  readonly keepsCookies: boolean | null;
  /** Functions of the page's world that are not the browser's own. */
  readonly replaced: readonly ReplacedFunction[];
  /** Parts of Claude's page that stand in the document and are not shown. */
  readonly hidden: readonly HiddenElement[];
  /** Requests that a content security policy refused while we looked: the directive, and the host refused. */
  readonly refusedByPolicy: readonly { readonly directive: string; readonly host: string }[];
}

export interface ReplacedFunction {
  /** Such as `fetch`, `XMLHttpRequest.prototype.open`, `WebSocket`, `Response.prototype.json`, `open`. */
  readonly name: string;
  readonly by:
    | { readonly kind: 'extension'; readonly id: string }
    /** A script of Claude's own page: many pages do that themselves, and it is no fault. */
    | { readonly kind: 'page'; readonly url: string }
    /** A script without an address, as user-script managers put it in. */
    | { readonly kind: 'unknown' };
}

export interface HiddenElement {
  /** Id of the selector in `standards/claude-page-elements.ts`. */
  readonly what: string;
  readonly how: 'display' | 'visibility' | 'opacity';
  /** `injected`: no style of the page explains it, and a copy out of reach of styles is shown. */
  readonly by: 'injected' | 'unknown';
}

export interface PageCopy {
  /** Files of the page's own code that were compared. */
  readonly compared: number;
  /** Names of those of which the tab has another copy than the server gives out now. */
  readonly differing: readonly string[];
  /** Names of those that the server has no more. */
  readonly gone: readonly string[];
}

/** `allow`, `block`, `session_only` …, as the browser names them; null where it does not tell. */
export interface SiteSettings {
  readonly cookies: string | null;
  readonly javascript: string | null;
  /** For claude.ai, and for a site of which nobody has heard: browsers block pop-ups that nobody clicked for everywhere. */
  readonly popups: { readonly here: string; readonly elsewhere: string } | null;
  readonly thirdPartyCookies: string | null;
}

export interface ClaudeStatus {
  /** RFC 3339; null where the page does not say. */
  readonly updatedAt: string | null;
  readonly notices: readonly StatusNotice[];
}

export interface StatusNotice {
  readonly kind: 'incident' | 'maintenance';
  readonly title: string;
  /** As the page says: `investigating`, `identified`, `monitoring`, `in_progress` … */
  readonly state: string;
  readonly impact: string;
  /** Names of components as the page has them. */
  readonly components: readonly string[];
  /** RFC 3339. */
  readonly since: string | null;
  readonly url: string | null;
}

export interface ExtensionsSeen {
  /** All other extensions that are enabled. */
  readonly enabled: number;
  /** Those that may touch claude.ai, the likeliest first. */
  readonly suspects: readonly Suspect[];
}

/** What an extension can do to Claude's page. */
export type Power =
  | 'block-requests'
  | 'alter-requests'
  | 'user-scripts'
  | 'proxy'
  | 'read-and-change-page'
  | 'every-site'
  | 'debugger'
  | 'clear-data';

export interface Suspect {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly powers: readonly Power[];
  /** Id of the row in `standards/blocking-extensions.ts`; null for others. */
  readonly known: string | null;
  /** False for extensions that an organization's policy holds, which nobody may switch. */
  readonly canSwitch: boolean;
}

export interface BisectFindings {
  /** What was looked at in each round, such as “the request to api.anthropic.com”. */
  readonly symptom: string;
  /** Who said whether it worked; `both`: probes, and the person where those could not tell. */
  readonly seenBy: 'probe' | 'person' | 'both';
  /** Looks with something switched off. Those with everything on, before and after, come besides. */
  readonly rounds: number;
  readonly suspects: number;
  readonly outcome:
    | { readonly kind: 'not-an-extension' }
    /** Each group is enough; those within one only together. */
    | {
        readonly kind: 'culprits';
        readonly groups: readonly (readonly { readonly id: string; readonly name: string }[])[];
      }
    /** It came and went whatever was switched. */
    | { readonly kind: 'inconsistent' }
    | { readonly kind: 'gone' };
}
