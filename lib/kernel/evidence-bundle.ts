import type { IconImage } from './evidence-icons.ts';
import type { Json } from './json.ts';

/** Why the archive was not opened, or not to its end. */
export type BundleFault =
  /** No zip archive, or one that breaks off. */
  | 'not-a-zip'
  /** Its parts, unpacked, would be larger than the limit. */
  | 'too-large'
  /** Members are encrypted, or packed in a way that nobody expects. */
  | 'unreadable-member';

/** A member that a careful program does not unpack. */
export interface UnsafeMember {
  /** Its name as it stands in the archive, in one line, at most 200 characters. */
  readonly name: string;
  readonly why:
    'absolute' | 'parent' | 'link' | 'backslash' | 'control-character' | 'ratio' | 'size' | 'duplicate' | 'size-lie';
}

/** A fault of the manifest, as the published schema of its version or the JSON reader states it. */
export interface ManifestFault {
  /** The member's path with dots, such as `server.mcp_config.command`; empty for the whole. */
  readonly path: string;
  /** What is expected, in English, at most 300 characters. */
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
  /** Members, and their bytes when unpacked, as the archive's directory states them. */
  readonly members: number;
  readonly unpackedBytes: number;
  /** The first 20. */
  readonly unsafe: readonly UnsafeMember[];
  readonly unsafeCount: number;
  /** A signature block follows the archive. */
  readonly signed: boolean;
  readonly manifest: BundleManifest | null;
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

/** The icon that the manifest names, or `icon.png` where it names none. */
export interface BundleIcon {
  readonly path: string;
  readonly named: boolean;
  readonly state: 'loaded' | 'missing' | 'remote' | 'absolute' | 'variable' | 'too-large';
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
