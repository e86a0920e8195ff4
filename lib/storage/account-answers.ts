import { browser, type Browser } from 'wxt/browser';
import { goals, noAnswers, plans, roles, type AccountAnswers } from '../kernel/account.ts';

const key = 'account-answers';

/** What the person told of their account; nothing told where what is stored is none of ours. */
export async function readAccountAnswers(): Promise<AccountAnswers> {
  return answersOf((await browser.storage.local.get(key))[key]);
}

/** Keeps the answers in place of earlier ones. */
export async function writeAccountAnswers(answers: AccountAnswers): Promise<void> {
  await browser.storage.local.set({ [key]: answers });
}

/** Forgets them. */
export async function dropAccountAnswers(): Promise<void> {
  await browser.storage.local.remove(key);
}

/** Calls back with each later change and what was told before it, until the function that it returns is called. */
export function watchAccountAnswers(onChange: (answers: AccountAnswers, before: AccountAnswers) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    const change = changes[key];
    if (area === 'local' && change) onChange(answersOf(change.newValue), answersOf(change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The member `account` of a report; null where nothing was told. */
export function accountMember(answers: AccountAnswers): AccountAnswers | null {
  return Object.values(answers).every((answer) => answer === null) ? null : answers;
}

/** What goes into every report: a wish belongs to the moment in which it was asked for. */
export function lastingAnswers({ plan, role }: AccountAnswers): AccountAnswers {
  return { ...noAnswers, plan, role };
}

/** Stored answers as they may have been written by any version. What a server’s log shows is told of one report, and not kept here. */
export function answersOf(stored: unknown): AccountAnswers {
  if (typeof stored !== 'object' || stored === null) return noAnswers;
  const { plan, role, goal, hasCustom } = stored as Partial<Record<keyof AccountAnswers, unknown>>;
  return {
    plan: plans.find((each) => each === plan) ?? null,
    role: roles.find((each) => each === role) ?? null,
    goal: goals.find((each) => each === goal) ?? null,
    hasCustom: typeof hasCustom === 'boolean' ? hasCustom : null,
    serverLog: null,
  };
}
