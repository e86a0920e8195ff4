/** Said where nothing was found. */
export const cleanWords = 'Nothing in this browser stands in Claude’s way, as far as can be seen from here.';

/** What that means for a connector that still fails. */
export const thenWords = 'If a connector still fails, check its address.';

/** Said where too little could be looked at. */
export const unknownWords = 'Too little could be looked at to tell whether something stands in Claude’s way.';
