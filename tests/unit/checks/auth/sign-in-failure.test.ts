import { describe, expect, it } from 'vitest';
import { signedIn } from '../../../../lib/checks/auth/signed-in.ts';
import { wordsOf } from '../../../../lib/i18n/words.ts';
import { attempted, registration } from './active-evidence.ts';
import { answer, judge, type Evidence } from './sign-in-evidence.ts';
import { behind, endedBy } from './signed-in-evidence.ts';

const refused = endedBy({ stage: 'registration' }, { registration: answer(400, { error: 'invalid_redirect_uri' }) });

function fixOf(more: Evidence): string {
  const { found } = judge(signedIn, behind({ 'sign-in': refused, ...more }));
  return wordsOf(signedIn.codes['auth.sign-in-failed'], found[0]?.values ?? {}, 'cli').fix;
}

describe('the advice after a refused registration of this check', () => {
  it('names --active only where it was not given', () => {
    expect(fixOf({})).toContain('--active');
    const seen = fixOf({ registration: registration(attempted('claude', 201)) });
    expect(seen).not.toContain('--active');
    expect(seen).toMatch(/^If this check is to sign in as well/);
  });
});
