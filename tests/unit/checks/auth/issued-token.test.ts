import { describe, expect, it } from 'vitest';
import { issuedToken } from '../../../../lib/checks/auth/issued-token.ts';
import type { IssuedToken } from '../../../../lib/kernel/evidence-signed-in.ts';
import { answer, judge } from './sign-in-evidence.ts';
import { behind, endedBy, issued, opened, round, signIn } from './signed-in-evidence.ts';

const unusable = 'auth.token-unusable';

function token(more: Partial<IssuedToken>) {
  return behind({ 'sign-in': signIn({ issued: { ...issued, ...more } }) });
}

describe('an issued token', () => {
  it('passes in its usual form, also in reports that say nothing of it', () => {
    expect(judge(issuedToken, behind()).passed).toEqual([unusable]);
    expect(judge(issuedToken, token({ form: 'sendable', type: 'bearer', nulls: [] })).passed).toEqual([unusable]);
  });

  it.each([
    [{ form: 'empty' }, 'empty', undefined],
    [{ form: 'unsendable' }, 'unsendable', undefined],
    [{ type: 'DPoP' }, 'type', 'warning'],
    [{ nulls: ['refresh_token', 'scope'] }, 'nulls', 'problem'],
  ] as const)('is told when clients cannot use it: %j', (more, what, severity) => {
    const { found } = judge(issuedToken, token(more));
    expect(found).toMatchObject([{ code: unusable, values: { what } }]);
    expect(found[0]?.severity).toBe(severity);
  });

  it('weighs more with another type where the server refuses it', () => {
    const refused = { ...token({ type: 'DPoP' }), 'signed-in-initialize': opened(answer(401)) };
    expect(judge(issuedToken, refused).found).toMatchObject([{ severity: 'problem', confidence: 'likely' }]);
  });

  it('is looked at after a renewal as well', () => {
    const renewed = { ...round(null), issued: { ...issued, nulls: ['refresh_token'] } };
    const evidence = behind({ refresh: { rounds: [renewed], used: null } });
    expect(judge(issuedToken, evidence).found).toMatchObject([{ values: { asked: 'refresh', count: 1 } }]);
  });

  it('is no question without one', () => {
    const none = judge(issuedToken, behind({ 'sign-in': endedBy({ why: 'page' }) }));
    expect(none.skipped).toEqual({ [unusable]: 'not-reached' });
  });
});
