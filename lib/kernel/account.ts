/** Plans of Claude, as its price list names them. */
export const plans = ['free', 'pro', 'max', 'team', 'enterprise'] as const;
export type Plan = (typeof plans)[number];

/** `owner`: Owner or Primary Owner. `library-manager`: on Enterprise, a custom role that may manage libraries. */
export const roles = ['alone', 'member', 'owner', 'library-manager'] as const;
export type Role = (typeof roles)[number];

/** What somebody wants to do. */
export const goals = [
  'connect-directory',
  'add-custom',
  'add-on-mobile',
  'use-in-chat',
  'allow-tool',
  'share-project',
  'use-in-claude-code',
  'submit-to-directory',
] as const;
export type Goal = (typeof goals)[number];

/** What the server’s log shows of Claude’s requests. */
export const logAnswers = ['nothing', 'requests'] as const;
export type LogAnswer = (typeof logAnswers)[number];

/** What the person told of their account, which no request can see: the member `account` of a report. Null: not told. */
export interface AccountAnswers {
  readonly plan: Plan | null;
  readonly role: Role | null;
  readonly goal: Goal | null;
  /** A custom connector is in the account already; asked on the Free plan alone. */
  readonly hasCustom: boolean | null;
  /** Asked where the check finds nothing wrong and Claude shows an error. */
  readonly serverLog: LogAnswer | null;
}

/** What Claude showed, and whether the check found the server well. */
export interface ClaudeShown {
  /** In one line; null where Claude showed an error without one. */
  readonly sentence: string | null;
  /** Nothing wrong was seen from here, as far as a check without signing in goes. */
  readonly seemsHealthy: boolean;
}

/** What no request brings back: it is told by the person, or by Claude’s page. */
export interface ToldEvidenceMap {
  readonly account: AccountAnswers;
  readonly 'claude-shown': ClaudeShown;
}

/** Nothing told yet. */
export const noAnswers: AccountAnswers = { plan: null, role: null, goal: null, hasCustom: null, serverLog: null };

/** The roles that a plan has; the only one is not asked for. */
export const rolesOfPlan: Readonly<Record<Plan, readonly [Role, ...Role[]]>> = {
  free: ['alone'],
  pro: ['alone'],
  max: ['alone'],
  team: ['member', 'owner'],
  enterprise: ['member', 'owner', 'library-manager'],
};

/** For whom and for what something holds; `hasCustom` only where it matters. */
export interface HoldsFor {
  readonly plans: readonly Plan[];
  readonly roles: readonly Role[];
  readonly goals: readonly Goal[];
  /** Null: whether or not there is a custom connector already. */
  readonly hasCustom: boolean | null;
}

/** True when the answers say enough and something holds for them. A plan’s only role need not be told. */
export function fits(rule: HoldsFor, { plan, role, goal, hasCustom }: AccountAnswers): boolean {
  if (plan === null || goal === null) return false;
  const [only, ...others] = rolesOfPlan[plan];
  const known = others.length === 0 ? only : role;
  if (known === null || !rule.plans.includes(plan) || !rule.roles.includes(known) || !rule.goals.includes(goal))
    return false;
  return rule.hasCustom === null || rule.hasCustom === hasCustom;
}
