import { msg } from '../i18n/say.ts';
import {
  fits,
  goals,
  noAnswers,
  plans,
  rolesOfPlan,
  type AccountAnswers,
  type Goal,
  type Plan,
  type Role,
} from '../kernel/account.ts';
import type { PlanRule } from '../knowledge/plan.ts';
import { planRules } from '../knowledge/plans.ts';

/** A choice among the answers to a question; `label` and `hint` are English and said where they are shown. */
export interface PlanChoice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly hint: string | null;
}

/** One question about the account. */
export type PlanQuestion =
  | { readonly id: 'plan'; readonly question: string; readonly choices: readonly PlanChoice<Plan>[] }
  | { readonly id: 'role'; readonly question: string; readonly choices: readonly PlanChoice<Role>[] }
  | { readonly id: 'goal'; readonly question: string; readonly choices: readonly PlanChoice<Goal>[] }
  | { readonly id: 'hasCustom'; readonly question: string; readonly choices: readonly PlanChoice<boolean>[] };

/** The questions that these answers leave or answer, in order: three at most, and each once the ones before are answered. */
export function questionsFor(answers: AccountAnswers): readonly PlanQuestion[] {
  const { plan, role, goal } = answers;
  if (plan === null) return [planQuestion];
  const rolesToAsk = rolesOfPlan[plan];
  const asksRole = rolesToAsk.length > 1;
  const first = [planQuestion, ...(asksRole ? [roleQuestion(rolesToAsk)] : [])];
  if (asksRole && !isRoleOf(plan, role)) return first;
  const asksCustom = goal !== null && planRules.some((rule) => rule.hasCustom !== null && holds(rule, plan, goal));
  return [...first, goalQuestion, ...(asksCustom ? [customQuestion] : [])];
}

/** What the answers come to; null as long as a question is open that decides it. */
export function planAnswer(answers: AccountAnswers): PlanRule | null {
  return planRules.find((rule) => fits(rule, answers)) ?? null;
}

/** An answer taken down: answers that no longer belong to it are dropped. */
export function answered(before: AccountAnswers, given: Partial<AccountAnswers>): AccountAnswers {
  const next = { ...before, ...given };
  const role = next.plan !== null && isRoleOf(next.plan, next.role) ? next.role : null;
  const hasCustom = next.plan === 'free' && next.goal === 'add-custom' ? next.hasCustom : null;
  return { ...next, role, hasCustom };
}

/** A column of the whole table: the plans and the role that share it. */
export interface PlanColumn {
  readonly label: string;
  readonly answers: Pick<AccountAnswers, 'plan' | 'role'>;
}

/** One answer of the whole table, with the columns that share it. */
export interface PlanCell {
  readonly columns: readonly PlanColumn[];
  readonly rule: PlanRule;
}

/** One wish of the whole table; its cells hold every column once. */
export interface PlanRow {
  readonly goal: Goal;
  /** English, said where it is shown. */
  readonly label: string;
  readonly cells: readonly PlanCell[];
}

/** What every plan and role allows, from the same rules as the answers: a row for each wish. */
export function planTable(): readonly PlanRow[] {
  return goals.map((goal) => ({ goal, label: goalLabels[goal].label, cells: cellsOf(goal) }));
}

function cellsOf(goal: Goal): readonly PlanCell[] {
  const byRule = new Map<PlanRule, PlanColumn[]>();
  for (const column of columns) {
    const rule = planAnswer({ ...noAnswers, ...column.answers, goal });
    if (rule !== null) byRule.set(rule, [...(byRule.get(rule) ?? []), column]);
  }
  return [...byRule].map(([rule, sharing]) => ({ columns: sharing, rule }));
}

/** The word for whether something can be done; English, said where it is shown. */
export const possibleWords: Readonly<Record<PlanRule['possible'], string>> = {
  yes: msg('Yes'),
  'with-help': msg('With an Owner’s help'),
  limited: msg('In part'),
  no: msg('No'),
  'not-stated': msg('Not stated'),
};

function isRoleOf(plan: Plan, role: Role | null): boolean {
  const known: readonly (Role | null)[] = rolesOfPlan[plan];
  return known.includes(role);
}

function holds({ plans: known, goals: wishes }: PlanRule, plan: Plan, goal: Goal): boolean {
  return known.includes(plan) && wishes.includes(goal);
}

const planLabels: Readonly<Record<Plan, string>> = {
  free: msg('Free'),
  pro: msg('Pro'),
  max: msg('Max'),
  team: msg('Team'),
  enterprise: msg('Enterprise'),
};

const roleLabels: Readonly<Record<Role, Omit<PlanChoice<Role>, 'value'>>> = {
  alone: { label: msg('I use Claude by myself'), hint: null },
  member: { label: msg('Member'), hint: msg('You see no Organization settings.') },
  owner: { label: msg('Owner'), hint: msg('You are Owner or Primary Owner: Organization settings are open to you.') },
  'library-manager': {
    label: msg('Role that may manage libraries'),
    hint: msg('Your organization gave you a role of its own with this right.'),
  },
};

const goalLabels: Readonly<Record<Goal, Omit<PlanChoice<Goal>, 'value'>>> = {
  'connect-directory': { label: msg('Connect something from the directory'), hint: null },
  'add-custom': { label: msg('Add a custom connector'), hint: msg('By its web address.') },
  'add-on-mobile': { label: msg('Add a connector on a phone or tablet'), hint: null },
  'use-in-chat': { label: msg('Use a connector in a chat'), hint: msg('It is connected, and Claude does not use it.') },
  'allow-tool': { label: msg('Allow what a tool may do'), hint: msg('A tool is blocked, or asks every time.') },
  'share-project': { label: msg('Share a chat or project with connectors'), hint: null },
  'use-in-claude-code': { label: msg('Use my connectors in Claude Code'), hint: null },
  'submit-to-directory': { label: msg('Bring my connector into the directory'), hint: null },
};

const planQuestion: PlanQuestion = {
  id: 'plan',
  question: msg('Which plan has the Claude account?'),
  choices: plans.map((value) => ({ value, label: planLabels[value], hint: null })),
};

function roleQuestion(rolesToAsk: readonly Role[]): PlanQuestion {
  return {
    id: 'role',
    question: msg('What is your role in the organization?'),
    choices: rolesToAsk.map((value) => ({ value, ...roleLabels[value] })),
  };
}

const goalQuestion: PlanQuestion = {
  id: 'goal',
  question: msg('What do you want to do?'),
  choices: goals.map((value) => ({ value, ...goalLabels[value] })),
};

const customQuestion: PlanQuestion = {
  id: 'hasCustom',
  question: msg('Does the account have a custom connector already?'),
  choices: [
    { value: false, label: msg('No, this is the first'), hint: null },
    { value: true, label: msg('Yes, there is one'), hint: null },
  ],
};

const columns: readonly PlanColumn[] = [
  { label: msg('Free'), answers: { plan: 'free', role: 'alone' } },
  { label: msg('Pro and Max'), answers: { plan: 'pro', role: 'alone' } },
  { label: msg('Member (Team, Enterprise)'), answers: { plan: 'team', role: 'member' } },
  { label: msg('Owner (Team, Enterprise)'), answers: { plan: 'team', role: 'owner' } },
  { label: msg('Manages libraries (Enterprise)'), answers: { plan: 'enterprise', role: 'library-manager' } },
];
