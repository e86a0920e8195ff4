import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { isDocumentUnused, signInPages, signInWords } from '../../../lib/cli/sign-in-words.ts';
import { sampleReport } from '../report/sample-report.ts';

const url = `https://auth.acme.dev/authorize?redirect_uri=${encodeURIComponent('http://127.0.0.1:41234/callback')}`;

afterEach(() => {
  speak(null);
});

describe('isDocumentUnused', () => {
  it('is true where a service was seen that takes no documents', () => {
    const { facts } = sampleReport();
    const withAuth = (auth: Partial<Report['facts']['auth']>) =>
      isDocumentUnused({
        facts: { ...facts, auth: { ...facts.auth, mode: 'oauth', metadataUrl: 'https://auth.acme.dev/m', ...auth } },
      });
    expect(withAuth({ registration: ['dcr'] })).toBe(true);
    expect(withAuth({ registration: ['cimd', 'dcr'] })).toBe(false);
    expect(withAuth({ registration: [], metadataUrl: null })).toBe(false);
    expect(withAuth({ mode: 'none' })).toBe(false);
  });
});

describe('signInWords', () => {
  it('says how long there is, and the address on a line of its own', () => {
    const [words, address, ...more] = signInWords(url, 240_000, {}).split('\n');
    expect(words).toContain('within 4 minutes');
    expect(words).toContain('on this machine');
    expect(address).toBe(url);
    expect(more).toEqual([]);
    expect(signInWords(url, 10_000, {})).toContain('within 10 seconds');
    expect(signInWords(url, 500, {})).toContain('within a second');
  });

  it('says over SSH how the way back is led here, in two lines as well', () => {
    const lines = signInWords(url, 240_000, { SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }).split('\n');
    expect(lines[0]).toContain('ssh -L 41234:127.0.0.1:41234');
    expect(lines).toHaveLength(2);
    expect(signInWords('https://auth.acme.dev/authorize', 1_000, { SSH_TTY: '/dev/pts/0' })).not.toContain('ssh -L');
  });
});

describe('in German', () => {
  it('keep the time and the address', () => {
    speak(german);
    expect(signInWords(url, 240_000, {})).toBe(
      `Bitte melden Sie sich innerhalb von 4 Minuten in Ihrem Browser an. Öffnet sich keiner, öffnen Sie auf diesem Rechner diese Adresse:\n${url}`,
    );
    expect(signInWords(url, 500, {})).toContain('innerhalb einer Sekunde');
    expect(signInWords(url, 240_000, { SSH_TTY: '/dev/pts/0' })).toContain('ssh -L 41234:127.0.0.1:41234');
  });

  it('are the pages that the browser shows afterwards', () => {
    speak(german);
    expect(signInPages()).toMatchObject({ language: 'de', done: { title: 'Sie können dieses Fenster schließen' } });
  });
});
