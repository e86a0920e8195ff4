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
export interface PlanChoice {
  readonly key: string;
  readonly label: string;
  readonly hint: string | null;
  /** What is told by choosing it. */
  readonly gives: Partial<AccountAnswers>;
}

/** What is asked about the account. */
export type PlanQuestionId = 'plan' | 'role' | 'goal';

/** One question about the account; `question` and `name`, its short form, are English and said where they are shown. */
export interface PlanQuestion {
  readonly id: PlanQuestionId;
  readonly question: string;
  readonly name: string;
  readonly choices: readonly PlanChoice[];
  /** The choice that was made; null as long as it is open. */
  readonly chosen: PlanChoice | null;
}

/**
 * The questions that these answers leave or answer, in order: three at most, and each once the ones before are answered. What
 * somebody does not know counts as answered; it is told nobody.
 */
export function questionsFor(
  answers: AccountAnswers,
  unknown: ReadonlySet<PlanQuestionId> = new Set(),
): readonly PlanQuestion[] {
  const { plan } = answers;
  const planQuestion = asked('plan', planChoices, answers, unknown);
  if (planQuestion.chosen === null) return [planQuestion];
  const goalQuestion = asked('goal', plan === 'free' ? goalsOnFree : goalChoices, answers, unknown);
  const rolesToAsk = plan === null ? [] : rolesOfPlan[plan];
  if (rolesToAsk.length < 2) return [planQuestion, goalQuestion];
  const roleQuestion = asked('role', roleChoices(rolesToAsk), answers, unknown);
  return roleQuestion.chosen === null ? [planQuestion, roleQuestion] : [planQuestion, roleQuestion, goalQuestion];
}

function asked(
  id: PlanQuestionId,
  choices: readonly PlanChoice[],
  answers: AccountAnswers,
  unknown: ReadonlySet<PlanQuestionId>,
): PlanQuestion {
  const told = choices.find(({ key, gives }) => key !== notKnown && agrees(gives, answers));
  const unsure = unknown.has(id) ? choices.find(({ key }) => key === notKnown) : undefined;
  return { id, ...questionWords[id], choices, chosen: told ?? unsure ?? null };
}

function agrees(gives: Partial<AccountAnswers>, answers: AccountAnswers): boolean {
  return (Object.keys(gives) as (keyof AccountAnswers)[]).every((each) => gives[each] === answers[each]);
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
  readonly ofPlans: readonly Plan[];
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

/** What a wish comes to where plan or role is not known: an answer for each that it may be; null without a wish. */
export function planRow({ plan, goal }: AccountAnswers): PlanRow | null {
  if (goal === null) return null;
  return rowOf(goal, plan);
}

/** What every plan and role allows, or every role of one plan, from the same rules as the answers: a row for each wish. */
export function planTable(plan: Plan | null = null): readonly PlanRow[] {
  return goals.map((goal) => rowOf(goal, plan));
}

function rowOf(goal: Goal, plan: Plan | null): PlanRow {
  const among = columns.filter(({ ofPlans }) => plan === null || ofPlans.includes(plan));
  return { goal, label: goalLabels[goal].label, cells: cellsOf(goal, among) };
}

function cellsOf(goal: Goal, among: readonly PlanColumn[]): readonly PlanCell[] {
  const byRule = new Map<PlanRule, PlanColumn[]>();
  for (const column of among) {
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

/** The key of the choice that tells nothing. */
export const notKnown = 'unknown';

type ChoiceWords = Pick<PlanChoice, 'label' | 'hint'>;

const planLabels: Readonly<Record<Plan, string>> = {
  free: msg('Free'),
  pro: msg('Pro'),
  max: msg('Max'),
  team: msg('Team'),
  enterprise: msg('Enterprise'),
};

const roleLabels: Readonly<Record<Role, ChoiceWords>> = {
  alone: { label: msg('I use Claude by myself'), hint: null },
  member: { label: msg('Member'), hint: msg('You see no Organization settings.') },
  owner: { label: msg('Owner'), hint: msg('You are Owner or Primary Owner: Organization settings are open to you.') },
  'library-manager': {
    label: msg('Role that may manage libraries'),
    hint: msg('Your organization gave you a role of its own with this right.'),
  },
};

const goalLabels: Readonly<Record<Goal, ChoiceWords>> = {
  'connect-directory': { label: msg('Connect something from the directory'), hint: null },
  'add-custom': { label: msg('Add a custom connector'), hint: msg('By its web address.') },
  'add-on-mobile': { label: msg('Add a connector on a phone or tablet'), hint: null },
  'use-in-chat': { label: msg('Use a connector in a chat'), hint: msg('It is connected, and Claude does not use it.') },
  'allow-tool': { label: msg('Allow what a tool may do'), hint: msg('A tool is blocked, or asks every time.') },
  'share-project': { label: msg('Share a chat or project with connectors'), hint: null },
  'use-in-claude-code': { label: msg('Use my connectors in Claude Code'), hint: null },
  'submit-to-directory': { label: msg('Bring my connector into the directory'), hint: null },
};

const questionWords: Readonly<Record<PlanQuestionId, Pick<PlanQuestion, 'question' | 'name'>>> = {
  plan: { question: msg('Which plan has the Claude account?'), name: msg('Plan') },
  role: { question: msg('What is your role in the organization?'), name: msg('Role') },
  goal: { question: msg('What do you want to do?'), name: msg('You want to') },
};

const unsureWords: ChoiceWords = { label: msg('I don’t know'), hint: null };

const planChoices: readonly PlanChoice[] = [
  ...plans.map((plan) => ({ key: plan, label: planLabels[plan], hint: null, gives: { plan } })),
  { key: notKnown, ...unsureWords, gives: { plan: null } },
];

function roleChoices(rolesToAsk: readonly Role[]): readonly PlanChoice[] {
  return [
    ...rolesToAsk.map((role) => ({ key: role, ...roleLabels[role], gives: { role } })),
    { key: notKnown, ...unsureWords, gives: { role: null } },
  ];
}

const goalChoices: readonly PlanChoice[] = goals.map((goal) => ({ key: goal, ...goalLabels[goal], gives: { goal } }));

const customOnFree: readonly PlanChoice[] = [
  {
    key: 'add-first-custom',
    label: msg('Add my first custom connector'),
    hint: msg('By its web address.'),
    gives: { goal: 'add-custom', hasCustom: false },
  },
  {
    key: 'add-another-custom',
    label: msg('Add another custom connector'),
    hint: msg('There is one in the account already.'),
    gives: { goal: 'add-custom', hasCustom: true },
  },
];

/** On the Free plan the first custom connector is one wish, and each more is another. */
const goalsOnFree: readonly PlanChoice[] = goalChoices.flatMap((choice) =>
  choice.key === 'add-custom' ? customOnFree : [choice],
);

const columns: readonly PlanColumn[] = [
  { label: msg('Free'), ofPlans: ['free'], answers: { plan: 'free', role: 'alone' } },
  { label: msg('Pro and Max'), ofPlans: ['pro', 'max'], answers: { plan: 'pro', role: 'alone' } },
  {
    label: msg('Member (Team, Enterprise)'),
    ofPlans: ['team', 'enterprise'],
    answers: { plan: 'team', role: 'member' },
  },
  { label: msg('Owner (Team, Enterprise)'), ofPlans: ['team', 'enterprise'], answers: { plan: 'team', role: 'owner' } },
  {
    label: msg('Manages libraries (Enterprise)'),
    ofPlans: ['enterprise'],
    answers: { plan: 'enterprise', role: 'library-manager' },
  },
];
