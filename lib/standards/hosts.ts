/** Where Claude's web pages live: the Origin that a browser would send from there. */
export const claudeOrigin = 'https://claude.ai';
