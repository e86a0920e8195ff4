import type { Report } from '../kernel/report.ts';

/**
 * What the person is told who has to sign in: how long there is, and where the address can be opened. A browser on another machine
 * comes back to that machine, so over SSH the way back has to be led here first.
 */
export function signInWords(url: string, patienceMs: number, env: NodeJS.ProcessEnv): string {
  const within = `within ${durationWords(patienceMs)}`;
  const isRemote = (env['SSH_CONNECTION'] ?? env['SSH_TTY'] ?? '') !== '';
  const port = portOf(url);
  if (!isRemote || port === null) {
    return `Sign in in your browser ${within}. If none opens, open this address on this machine:\n${url}`;
  }
  return `Sign in ${within}. To use your own computer’s browser, run there first: ssh -L ${port}:127.0.0.1:${port} … (to this machine). Then open:\n${url}`;
}

/** A client metadata document that was given and not used would be missed in silence. */
export const unusedDocumentWords =
  'The document of --client-metadata-url was not used: this sign-in service does not take client ID metadata documents.';

/** True where the sign-in service was seen, and takes no client metadata documents. */
export function isDocumentUnused({ facts: { auth } }: Pick<Report, 'facts'>): boolean {
  return auth.mode === 'oauth' && auth.metadataUrl !== null && !auth.registration.includes('cimd');
}

function durationWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}

function portOf(url: string): string | null {
  const back = URL.canParse(url) ? new URL(url).searchParams.get('redirect_uri') : null;
  const port = back !== null && URL.canParse(back) ? new URL(back).port : '';
  return port === '' ? null : port;
}
