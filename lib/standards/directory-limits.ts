/**
 * What the directory's form takes, in characters (code points).
 * @see https://claude.com/docs/connectors/building/submission
 */
export const listingLimits = { name: 100, tagline: 200, description: 2_000 } as const;

/** How many categories a listing has. @see https://claude.com/docs/connectors/building/submission */
export const categoryCount = { least: 1, most: 5 } as const;

/**
 * Screenshots of an MCP App: how many, and how wide the narrowest may be, in pixels.
 * @see https://claude.com/docs/connectors/building/submission
 */
export const screenshotLimits = { least: 3, most: 5, narrowest: 1_000, type: 'png' } as const;
