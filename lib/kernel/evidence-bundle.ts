import type { IconImage } from './evidence-icons.ts';
import type { Json } from './json.ts';

/** Why the archive was not opened, or not to its end. */
export type BundleFault =
  | 'empty'
  | 'not-a-zip'
  /** It begins like a zip archive, and its directory, which stands at the end, is not there. */
  | 'cut-short'
  /** Its directory cannot be read, or tells of something else than the file holds. */
  | 'damaged'
  /** Its parts, unpacked, would be larger than the limit, or they are more than anybody packs. */
  | 'too-large'
  /** A member is encrypted, packed in a way that nobody expects, or its packed bytes are damaged. */
  | 'unreadable-member';

/** A member that a careful program does not unpack. */
export interface UnsafeMember {
  /** Its name as it stands in the archive, in one line, at most 200 characters. */
  readonly name: string;
  readonly why: UnsafeBecause;
}

export type UnsafeBecause =
  | 'absolute'
  | 'parent'
  | 'link'
  | 'backslash'
  | 'control-character'
  /** “.” or nothing between two slashes, which some programs drop. */
  | 'detour'
  /** Windows has no such names, or drops a part of them. */
  | 'windows-name'
  /** Packed more than 200 times smaller. */
  | 'ratio'
  /** Larger alone than a whole bundle may be. */
  | 'size'
  /** A second one of the same name. */
  | 'duplicate'
  /** A second one of a name that macOS or Windows take for the same. */
  | 'case-clash'
  /** A file where other members want a folder. */
  | 'file-and-folder'
  /** Its attributes say folder and its name file, or it is a folder with content. */
  | 'kind-lie'
  /** Shares its bytes with another member. */
  | 'overlap'
  /** Not as many bytes come out as the directory states. */
  | 'size-lie'
  /** The directory and the member itself state different names. */
  | 'name-lie';

/** What a fault of a manifest is, for the words that are said of it. */
export type ManifestFaultKind =
  /** `expected`: what the parser stumbled over is never repeated, since it may be a secret. */
  | 'json'
  | 'byte-order-mark'
  | 'too-large'
  | 'nested'
  /** `expected`: the versions that are known. */
  | 'version'
  /** `expected`: the type. */
  | 'missing'
  /** `expected` and `given`: types. */
  | 'type'
  /** `given`: the member that no schema knows. */
  | 'unknown-member'
  /** `expected`: the words that are allowed. */
  | 'choice'
  | 'url'
  | 'email'
  /** `expected`: in words of the schema. */
  | 'form'
  | 'other';

/** A fault of the manifest, as the published schema of its version or the JSON reader states it. */
export interface ManifestFault {
  /** The member's path with dots, such as `server.mcp_config.command`; empty for the whole. */
  readonly path: string;
  readonly kind: ManifestFaultKind;
  /** Types, words or versions; empty where the kind says all. At most 200 characters. */
  readonly expected: string;
  /** A type or a member's name; empty where the kind says all. At most 100 characters. */
  readonly given: string;
  /** All of it in English, at most 400 characters. */
  readonly problem: string;
  /** Counted from 1; null where the member is missing altogether and nothing above it stands anywhere. */
  readonly line: number | null;
}

/** What was read of a bundle (.mcpb); plain JSON, free of the bundle's code. */
export interface BundleEvidence {
  readonly file: string;
  /** Bytes of the archive. */
  readonly bytes: number;
  readonly fault: BundleFault | null;
  /** The member that cannot be read, in one line; null where it is the archive itself. */
  readonly faultMember: string | null;
  /** Members, and their bytes when unpacked, as the archive's directory states them. */
  readonly members: number;
  readonly unpackedBytes: number;
  /** The first of each kind, and 20 in all. */
  readonly unsafe: readonly UnsafeMember[];
  readonly unsafeCount: number;
  /** A signature block follows the archive. */
  readonly signed: boolean;
  readonly manifest: BundleManifest | null;
  /** Where a manifest stands that is not at the root, or is not called manifest.json exactly; null where none does. */
  readonly manifestElsewhere: string | null;
  readonly icon: BundleIcon;
  readonly readme: BundleReadme | null;
  /** Whether the bundle's source names tool hints; null where no tools are declared or no source could be read. */
  readonly hintsInSource: boolean | null;
}

export interface BundleManifest {
  /** As the manifest says (`manifest_version`, or the older `dxt_version`); null when it says nothing that is known. */
  readonly version: string | null;
  /** Null where it is no JSON at all. */
  readonly value: Json;
  /** The first 20; none when it is valid. */
  readonly faults: readonly ManifestFault[];
  readonly faultCount: number;
}

/** The icon that the manifest names (`named`: in its member `icon`, else the first of `icons`), or `icon.png` where it names none. */
export interface BundleIcon {
  readonly path: string;
  readonly named: boolean;
  readonly state: 'loaded' | 'missing' | 'remote' | 'absolute' | 'variable' | 'too-large';
  /** It begins as every PNG does, which is all that the official tool looks at. */
  readonly isPng: boolean;
  /** Null where nothing was loaded, or what was loaded is no image that is known here. */
  readonly image: IconImage | null;
}

export interface BundleReadme {
  /** The member that was read. */
  readonly name: string;
  /** The section's heading; null where there is none about privacy. */
  readonly privacyHeading: string | null;
  readonly privacyUrl: string | null;
  /** Of the section's text, without its heading. */
  readonly privacyTextLength: number;
}
