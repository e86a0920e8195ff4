import { sources } from '../../knowledge/sources.ts';

/** Addresses that the checks of bundles rest on. */
export const bundleSources = {
  manifest: 'https://github.com/anthropics/mcpb/blob/main/MANIFEST.md',
  tool: 'https://github.com/anthropics/mcpb/blob/main/README.md',
  zip: 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT',
  pathTricks: 'https://owasp.org/www-community/attacks/Path_Traversal',
  bombs: 'https://www.bamsoftware.com/hacks/zipbomb/',
  submission: sources['docs-submission'].url,
  directoryQuestions: sources['directory-faq'].url,
  policy: sources['support-directory-policy'].url,
} as const;
