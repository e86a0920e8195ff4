import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { noAnswers, type AccountAnswers } from '../../lib/kernel/account.ts';
import {
  lastingAnswers,
  readAccountAnswers,
  watchAccountAnswers,
  writeAccountAnswers,
} from '../../lib/storage/account-answers.ts';

const store = createStore<AccountAnswers>(() => noAnswers);

/** Begins to mirror what the person told of their account; settles once it was read. A page calls it once, before it draws. */
export async function mirrorAccount(): Promise<void> {
  const keep = (answers: AccountAnswers): void => {
    store.setState(answers, true);
  };
  watchAccountAnswers(keep);
  // A page that is opened later asks for the wish anew.
  keep(lastingAnswers(await readAccountAnswers()));
}

/** What the person told; nothing until it was read. */
export function useAccount(): AccountAnswers {
  return useStore(store);
}

/** Takes answers down: they are shown at once. Plan and role go into each later report and into those that are shown now, a wish into the newest. */
export function tellAccount(answers: AccountAnswers): void {
  store.setState(answers, true);
  void writeAccountAnswers(answers);
}
