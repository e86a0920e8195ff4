/** Said where nothing was found. */
export const cleanWords = 'Nothing in this browser stands in Claude’s way, as far as can be seen from here.';

/** What that means for a connector that still fails. */
export const thenWords = 'If a connector still fails, check its address.';

/** Said where too little could be looked at. */
export const unknownWords = 'Too little could be looked at to tell whether something stands in Claude’s way.';

/** Said where no tab with Claude was open. */
export const noPageWords =
  'Claude’s servers answer this browser. Whether an extension stands in the way shows only on Claude’s page. Open claude.ai in a tab, where it fails, then look again.';

/** Said where the page’s own requests were stopped before, and the same ones get through now. */
export const pastWords =
  'It was blocked before, and gets through now. Reload Claude to use it. What you typed there and did not send is lost.';

/** Said where Claude’s status page tells of trouble, and nothing else was found. */
export const incidentWords = 'Nothing in this browser stands in the way, as far as can be seen from here.';
