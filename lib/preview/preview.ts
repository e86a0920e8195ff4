import type { DescriptionFault, NameHazard } from '../kernel/evidence-listing.ts';
import type { IconSource } from '../kernel/evidence-icons.ts';
import type { FindingCode } from '../kernel/finding-code.ts';

export const previewSchema = 'connector-doctor/preview@1';

/** `connector-doctor/preview@1`: what Claude will show of a connector, as far as it can be told from a check and from what the author means to write. */
export interface ConnectorPreview {
  readonly schema: typeof previewSchema;
  /** Redacted. */
  readonly url: string;
  readonly host: string;
  readonly name: PreviewText & {
    readonly from: 'draft' | 'server-title' | 'server-name' | 'host';
    readonly hazards: readonly NameHazard[];
  };
  /** The one-liner; nothing but the author tells it. */
  readonly tagline: (PreviewText & { readonly from: 'draft' }) | null;
  /** Markdown. */
  readonly description:
    | (PreviewText & {
        readonly from: 'draft' | 'server';
        readonly faults: readonly DescriptionFault[];
        readonly advice: readonly DescriptionAdvice[];
      })
    | null;
  /** Those that the author told, in this order: documentation, privacy policy, support. */
  readonly links: readonly PreviewLink[];
  /** Custom: added by its address, not from the directory. */
  readonly badges: { readonly custom: boolean; readonly interactive: boolean };
  readonly icon: IconPreview;
  /** Null where the tools were not seen; `toolsUnseen` says why. */
  readonly tools: ToolsPreview | null;
  readonly toolsUnseen: 'needs-sign-in' | 'not-reached' | null;
}

export interface PreviewText {
  readonly text: string;
  /** Characters (code points), and the most that the directory takes. */
  readonly length: number;
  readonly limit: number;
}

/** A page of the listing, or how to reach its support. */
export interface PreviewLink {
  readonly which: 'documentation' | 'privacy' | 'support';
  /** As it was told, in one line. */
  readonly text: string;
  /** An https or a mail address; null where the text is neither, and no link is made of it. */
  readonly href: string | null;
  /** Of an https address. */
  readonly host: string | null;
}

/** What a good description also says. */
export type DescriptionAdvice = 'account-needed' | 'sign-up-link';

/** Which picture stands beside the name, and why. */
export interface IconPreview {
  /** Of a custom connector. `picture` is an index into the pictures that were handed in; null where none was kept, or a letter or a globe is shown. */
  readonly custom: {
    readonly shown: IconShown;
    readonly because: IconBecause;
    /** The name that Claude asks Google’s favicon service for. */
    readonly domain: string | null;
    readonly picture: number | null;
  };
  /** Of a directory listing: the picture that the author uploads; the best one seen stands in for it. */
  readonly directory: { readonly picture: number | null };
  readonly google: readonly GoogleIcon[];
  readonly site: readonly SiteIcon[];
  readonly server: readonly SiteIcon[];
  /** What to change, the most useful first. */
  readonly advice: readonly IconAdvice[];
}

export type IconShown =
  /** What Google's favicon service answered for the domain. */
  | 'google'
  /** Google knows none: a globe or a letter. */
  | 'globe'
  /** Google was not asked: a guess from the site's own icon, or none at all. */
  | 'guessed'
  | 'unknown';

/** Why it is that one. */
export type IconBecause =
  /** Google’s favicon service answered so, for the last two labels of the host’s name. */
  | 'google-answered'
  /** The same, and they belong to a registry (co.za) or to a hosting platform (vercel.app), whose icon it is. */
  | 'registry'
  | 'platform'
  | 'google-not-asked'
  | 'google-unreachable'
  /** An address, or a name that nobody outside knows: no service keeps an icon for it. */
  | 'no-public-name'
  /** The connector was not reached, so nothing was looked for. */
  | 'not-seen';

export interface GoogleIcon {
  readonly domain: string;
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  /** Pixels that were asked for, and that came. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly isGlobe: boolean;
  /** It came smaller than it was asked for. */
  readonly isSmaller: boolean;
  readonly picture: number | null;
}

export interface SiteIcon {
  /** Redacted; of a `data:` URL the head alone. */
  readonly url: string;
  readonly from: IconSource;
  /** The host whose site names it; null where the server does. */
  readonly site: string | null;
  readonly type: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** HTTP status; null where nothing was asked or nothing came. */
  readonly status: number | null;
  /** Why it was not asked (`RefusedAddress`); null where it was. */
  readonly refused: string | null;
  /** False: Google serves another picture. Null: they could not be compared. */
  readonly sameAsGoogle: boolean | null;
  readonly picture: number | null;
}

export interface IconAdvice {
  readonly code: FindingCode;
  /** The finding’s id in the report; null where the preview alone shows it. */
  readonly finding: string | null;
  /** Good to know, and nothing to mend. */
  readonly isAside: boolean;
  /** What was seen that makes it so; null where the finding’s own words say all. */
  readonly reason: IconReason | null;
  /** What to add, in this order. */
  readonly adds: readonly IconAddition[];
}

/** A file to make at an address, or a tag for the page of which Google takes the icon. */
export type IconAddition =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'tag'; readonly text: string; readonly page: string };

/** Why an icon is not shown, or not well. `domain`: the site that Google is asked for, or else the connector’s own; `host`: where an icon stands. */
export type IconReason =
  | {
      readonly kind: 'elsewhere' | 'elsewhere-and-silent' | 'other-at-google';
      readonly domain: string;
      readonly host: string;
    }
  | { readonly kind: 'host-unknown'; readonly domain: string; readonly host: string }
  | { readonly kind: 'none' | 'silent'; readonly domain: string }
  | {
      readonly kind: 'named-missing';
      readonly domain: string;
      readonly url: string;
      /** HTTP status; null where no answer came. */
      readonly status: number | null;
      /** One that is there. */
      readonly instead: string | null;
    }
  | { readonly kind: 'not-named' | 'is-there' | 'large-is-there'; readonly domain: string; readonly url: string }
  | { readonly kind: 'too-small'; readonly domain: string; readonly url: string; readonly side: number };

/** Tools as Claude's permission screen groups them. */
export interface ToolsPreview {
  readonly count: number;
  /** By a rule of thumb over what a model is given. */
  readonly estimatedTokens: number;
  /** False where the server has more tools than could be read. */
  readonly isWhole: boolean;
  /** Read-only first; a group without tools is left out. The first 2,000 tools. */
  readonly groups: readonly { readonly kind: ToolGroup; readonly tools: readonly PreviewTool[] }[];
}

/** `write`: also every tool that does not say that it only reads. */
export type ToolGroup = 'read-only' | 'write';

export interface PreviewTool {
  readonly name: string;
  /** As shown, on one line: its title, else its name; its place in the list where it has neither. */
  readonly shownAs: string;
  readonly title: string | null;
  readonly description: string | null;
  /** The hints, null where they are not stated. */
  readonly readOnly: boolean | null;
  readonly destructive: boolean | null;
  readonly idempotent: boolean | null;
  readonly openWorld: boolean | null;
  readonly estimatedTokens: number;
  readonly missing: readonly ('title' | 'hint')[];
}
