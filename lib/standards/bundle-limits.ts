/** What a bundle (.mcpb) may be before it counts as a bomb, and what is read of one. Bytes, where nothing else is said. */
export const bundleLimits = {
  /** Of all members together, unpacked. */
  unpacked: 512 * 1024 * 1024,
  /** Unpacked to packed, of the whole and of each member that is larger than `ratioFrom`. */
  ratio: 200,
  /** Small files of one character pack better than any ratio, and fill no disk. */
  ratioFrom: 1024 * 1024,
  members: 50_000,
  /** Of the archive’s directory. */
  directory: 8 * 1024 * 1024,
  manifest: 256 * 1024,
  /** Levels. */
  nesting: 512,
  icon: 8 * 1024 * 1024,
  readme: 2 * 1024 * 1024,
  /** Of all source files together that are looked through. */
  source: 32 * 1024 * 1024,
  sourceFiles: 1000,
} as const;
