import type { EvidenceKey } from '../kernel/evidence.ts';

type ProbeEvent = { readonly kind: 'probe-started' | 'probe-settled'; readonly key: EvidenceKey };

/**
 * Turns a run's events into a passing line: since all probes run at once, what the earliest unsettled one of them asks, in Claude's order.
 * `show` is called only when the line changes.
 */
export function progressLine(show: (line: string) => void): (event: ProbeEvent) => void {
  const pending = new Set<EvidenceKey>();
  let shown = '';
  return ({ kind, key }) => {
    if (kind === 'probe-started') pending.add(key);
    else pending.delete(key);
    const [earliest] = pending;
    const line = earliest === undefined ? shown : `${progressWords[earliest]}…`;
    if (line === shown) return;
    shown = line;
    show(line);
  };
}

// What is being asked, in the reader's words.
const progressWords: Readonly<Record<EvidenceKey, string>> = {
  typed: 'Reading what was typed',
  surroundings: 'Looking at this machine’s network',
  'local-resolution': 'Asking this machine for the server’s address',
  'public-resolution': 'Asking the public resolver for the server’s address',
  certificate: 'Looking at the server’s certificate',
  initialize: 'Asking the server to begin, as Claude does',
  discover: 'Asking the server what it speaks',
  'slash-form': 'Trying the URL with its trailing slash',
  'legacy-sse': 'Trying the older transport',
  initialized: 'Telling the server that the session has begun',
  listing: 'Asking for the list of tools',
  closing: 'Closing our session',
  'resource-metadata': 'Asking the server whom it trusts for sign-in',
  'authorization-server': 'Asking the sign-in service what it offers',
  'default-endpoints': 'Looking for the usual sign-in addresses',
  'open-metadata': 'Looking for sign-in metadata that should not be there',
  'made-up-call': 'Asking for a tool that does not exist',
  'made-up-bearer': 'Asking with a token that nobody issued',
  'call-sign-in': 'Asking where the sign-in for calls leads',
  'sign-in-endpoints': 'Looking at the addresses of the sign-in service',
  registration: 'Registering a client, as Claude does',
  'authorization-page': 'Opening the sign-in page, as Claude does',
  'token-request': 'Asking for a token with a made-up code',
  'registration-removal': 'Removing the clients that were registered',
  'sign-in': 'Signing in',
  'signed-in-initialize': 'Asking the server to begin, signed in',
  'signed-in-discover': 'Asking the server what it speaks, signed in',
  'signed-in-legacy-sse': 'Trying the older transport, signed in',
  'signed-in-initialized': 'Telling the server that the session has begun, signed in',
  'signed-in-listing': 'Asking for the list of tools, signed in',
  'signed-in-call': 'Asking for a tool that does not exist, signed in',
  'step-up': 'Signing in again for more scope',
  refresh: 'Renewing the token',
  leaving: 'Giving the token back',
  'listen-stream': 'Opening the server’s event stream',
  offers: 'Asking for resources and prompts',
  'app-reads': 'Reading the tools’ interactive parts',
  'stale-session': 'Asking with a session that does not exist',
  'odd-version': 'Asking with a version that does not exist',
  ping: 'Sending a ping',
  'browser-origin': 'Asking as a web page would',
  'user-agents': 'Asking under Claude’s names',
  'header-mismatch': 'Asking with a header that contradicts the request',
  'site-icons': 'Looking for the icon',
  'parent-icons': 'Looking for the icon on the parent domain',
  'favicon-service': 'Asking Google’s favicon service for the icon',
  'server-icons': 'Loading the icons that the server names',
  'nearby-paths': 'Looking for the endpoint nearby',
  'older-version': 'Asking with an older version',
  'without-version-header': 'Asking again without the version header',
  'misplaced-resource-metadata': 'Looking for sign-in metadata where clients do not look',
  'misplaced-server-metadata': 'Looking for the sign-in service’s metadata where clients do not look',
  'later-servers': 'Asking the other sign-in services',
  'metadata-without-challenge': 'Looking whether the refusal means a sign-in',
};
