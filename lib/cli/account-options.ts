import type { Command } from 'commander';
import { msg, say } from '../i18n/say.ts';
import {
  goals,
  logAnswers,
  noAnswers,
  plans,
  roles,
  rolesOfPlan,
  type AccountAnswers,
  type Plan,
  type Role,
} from '../kernel/account.ts';
import { plainLine } from '../report/formats/plain.ts';
import { ok, problem, type Read } from './read.ts';

/** What the person tells, as it was typed. */
export interface RawToldOptions {
  readonly plan?: string;
  readonly role?: string;
  readonly goal?: string;
  readonly customConnectors?: string;
  readonly serverLog?: string;
  readonly claudeSays?: string;
}

/** What was told; null where nothing was. */
export interface Told {
  readonly account: AccountAnswers | null;
  /** What Claude shows, in one line. */
  readonly claudeSays: string | null;
  /** They run the connector’s server: what has to change there is theirs to change. */
  readonly isAuthor: boolean;
}

/** The options by which somebody tells what no request can see. */
export function addToldOptions(check: Command): Command {
  return check
    .optionsGroup(msg('What no request can see:'))
    .option(say('--plan <plan>'), say('the plan of the Claude account: {values}', { values: plans.join(', ') }))
    .option(
      say('--role <role>'),
      say('the role in the organization: {values}; or author: you run the connector’s server', {
        values: roles.join(', '),
      }),
    )
    .option(say('--goal <goal>'), say('what is wanted: {values}', { values: goals.join(', ') }))
    .option('--custom-connectors <none|some>', say('whether the account has a custom connector already'))
    .option('--server-log <nothing|requests>', say('what the server’s log shows of Claude’s requests'))
    .option(say('--claude-says <text>'), say('the error that Claude shows'));
}

/** Makes sense of them, or says in one sentence what makes none. */
export function readTold(raw: RawToldOptions): Read<Told> {
  const plan = oneOf('--plan', raw.plan, plans);
  if (!plan.ok) return plan;
  // Nobody’s account says who runs a server: that takes no plan.
  const isAuthor = raw.role?.trim().toLowerCase() === 'author';
  const role = isAuthor ? ok(null) : readRole(raw.role, plan.value);
  if (!role.ok) return role;
  const goal = oneOf('--goal', raw.goal, goals);
  if (!goal.ok) return goal;
  if (goal.value !== null && plan.value === null) return problem(say('--goal needs --plan.'));
  const custom = oneOf('--custom-connectors', raw.customConnectors, ['none', 'some'] as const);
  if (!custom.ok) return custom;
  const serverLog = oneOf('--server-log', raw.serverLog, logAnswers);
  if (!serverLog.ok) return serverLog;
  const account: AccountAnswers = {
    plan: plan.value,
    role: role.value,
    goal: goal.value,
    hasCustom: custom.value && custom.value === 'some',
    serverLog: serverLog.value,
  };
  const isTold = Object.keys(noAnswers).some((name) => account[name as keyof AccountAnswers] !== null);
  const claudeSays = plainLine(raw.claudeSays ?? '', longestSaying).trim();
  return ok({ account: isTold ? account : null, claudeSays: claudeSays === '' ? null : claudeSays, isAuthor });
}

const longestSaying = 500;

/** The answers with the newer ones in their place. */
export function withAnswers(
  before: Partial<AccountAnswers> | null,
  told: AccountAnswers | null,
): Partial<AccountAnswers> | null {
  if (told === null) return before;
  const given = Object.entries(told).filter(([, answer]) => answer !== null);
  return { ...noAnswers, ...before, ...Object.fromEntries(given) };
}

function readRole(typed: string | undefined, plan: Plan | null): Read<Role | null> {
  const role = oneOf('--role', typed, [...roles, 'author'] as const);
  if (!role.ok) return role;
  if (role.value === null) return ok(null);
  if (plan === null) return problem(say('--role needs --plan.'));
  const known: readonly Role[] = rolesOfPlan[plan];
  const told = known.find((each) => each === role.value);
  return told === undefined
    ? problem(say('On the plan {plan}, --role takes {values}.', { plan, values: [...known, 'author'].join(', ') }))
    : ok(told);
}

function oneOf<T extends string>(option: string, typed: string | undefined, values: readonly T[]): Read<T | null> {
  if (typed === undefined) return ok(null);
  const value = values.find((each) => each === typed.trim().toLowerCase());
  return value === undefined
    ? problem(say('{option} takes one of: {values}.', { option, values: values.join(', ') }))
    : ok(value);
}
