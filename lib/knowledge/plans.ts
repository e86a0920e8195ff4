import type { PlanRule } from './plan.ts';
import { organizationRules } from './plans/organization.ts';
import { personalRules } from './plans/personal.ts';
import { widerRules } from './plans/wider.ts';

/** What every plan and role allows, for everything that people want to do: the first rule that fits is the answer. */
export const planRules: readonly PlanRule[] = [...personalRules, ...organizationRules, ...widerRules];
