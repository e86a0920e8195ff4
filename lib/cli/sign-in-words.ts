import type { NodeSignInOptions } from '../adapters/node/sign-in.ts';
import { say, sayCount, spokenLanguage } from '../i18n/say.ts';
import type { Report } from '../kernel/report.ts';

/**
 * What the person is told who has to sign in: how long there is, and where the address can be opened. A browser on another machine
 * comes back to that machine, so over SSH the way back has to be led here first.
 */
export function signInWords(url: string, patienceMs: number, env: NodeJS.ProcessEnv): string {
  const within = withinWords(patienceMs);
  const isRemote = (env['SSH_CONNECTION'] ?? env['SSH_TTY'] ?? '') !== '';
  const port = portOf(url);
  if (!isRemote || port === null) {
    const words = say('Sign in in your browser {within}. If none opens, open this address on this machine:', {
      within,
    });
    return `${words}\n${url}`;
  }
  const words = say(
    'Sign in {within}. To use your own computer’s browser, run there first: {command} … (to this machine). Then open:',
    { within, command: `ssh -L ${port}:127.0.0.1:${port}` },
  );
  return `${words}\n${url}`;
}

/** What the browser shows when it comes back here. */
export function signInPages(): NodeSignInOptions['pages'] {
  return {
    language: spokenLanguage(),
    done: {
      title: say('You can close this window'),
      words: say('Connector Doctor goes on in the terminal.'),
    },
    stray: {
      title: say('This answer belongs to another sign-in'),
      words: say(
        'It does not carry the mark of the sign-in that Connector Doctor waits for, as an old tab would. Close this window and go on in the one that opened last.',
      ),
    },
    other: {
      title: say('Nothing is here'),
      words: say('This address is only for the way back from a sign-in.'),
    },
  };
}

/** A client metadata document that was given and not used would be missed in silence. */
export function unusedDocumentWords(): string {
  return say(
    'The document of --client-metadata-url was not used: this sign-in service does not take client ID metadata documents.',
  );
}

/** True where the sign-in service was seen, and takes no client metadata documents. */
export function isDocumentUnused({ facts: { auth } }: Pick<Report, 'facts'>): boolean {
  return auth.mode === 'oauth' && auth.metadataUrl !== null && !auth.registration.includes('cimd');
}

function withinWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 120
    ? sayCount(seconds, { one: 'within a second', other: 'within {count} seconds' })
    : sayCount(Math.round(seconds / 60), { other: 'within {count} minutes' });
}

function portOf(url: string): string | null {
  const back = URL.canParse(url) ? new URL(url).searchParams.get('redirect_uri') : null;
  const port = back !== null && URL.canParse(back) ? new URL(back).port : '';
  return port === '' ? null : port;
}
