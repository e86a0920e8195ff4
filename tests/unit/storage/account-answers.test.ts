import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noAnswers, type AccountAnswers } from '../../../lib/kernel/account.ts';

vi.stubGlobal('browser', fakeBrowser);
const {
  accountMember,
  answersOf,
  dropAccountAnswers,
  lastingAnswers,
  readAccountAnswers,
  watchAccountAnswers,
  writeAccountAnswers,
} = await import('../../../lib/storage/account-answers.ts');

beforeEach(() => fakeBrowser.reset());

const member: AccountAnswers = { ...noAnswers, plan: 'team', role: 'member', goal: 'add-custom' };

describe('what the person told of their account', () => {
  it('is nothing until it is told, and comes back as it was told', async () => {
    expect(await readAccountAnswers()).toEqual(noAnswers);
    await writeAccountAnswers(member);
    expect(await readAccountAnswers()).toEqual(member);
    await dropAccountAnswers();
    expect(await readAccountAnswers()).toEqual(noAnswers);
  });

  it('is told to whoever watches, until they stop', async () => {
    const seen: (string | null)[] = [];
    const stop = watchAccountAnswers(({ plan }) => seen.push(plan));
    await writeAccountAnswers(member);
    await dropAccountAnswers();
    await fakeBrowser.storage.local.set({ other: 1 });
    await vi.waitFor(() => expect(seen).toEqual(['team', null]));
    stop();
    await writeAccountAnswers(member);
    expect(seen).toEqual(['team', null]);
  });

  it('holds nothing that is none of our answers, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Object.keys(answersOf(stored)).sort()).toEqual(Object.keys(noAnswers).sort());
      }),
    );
    expect(answersOf({ ...member, role: 'king', hasCustom: 'yes', more: 1 })).toEqual({ ...member, role: null });
  });

  it('goes into later reports without the wish', () => {
    expect(lastingAnswers({ ...member, hasCustom: true, serverLog: 'nothing' })).toEqual({
      ...noAnswers,
      plan: 'team',
      role: 'member',
    });
    expect(accountMember(lastingAnswers({ ...noAnswers, goal: 'add-custom', hasCustom: true }))).toBeNull();
  });

  it('stands in a report only where something was told', () => {
    expect(accountMember(noAnswers)).toBeNull();
    expect(accountMember({ ...noAnswers, hasCustom: false })).toEqual({ ...noAnswers, hasCustom: false });
  });
});
