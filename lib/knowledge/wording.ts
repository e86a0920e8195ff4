/** How people put a question in their own words; searched, and never shown. */
export interface Wordings {
  readonly en: readonly string[];
  /** In every language of the screens: who reads German often searches in English, and the other way round. */
  readonly de: readonly string[];
}
