import { PlanQuestions } from '../../../components/help/PlanQuestions.tsx';
import type { GuideConnector } from '../../../lib/help/guide-life.ts';
import { planRow } from '../../../lib/help/plan-answer.ts';
import { noAnswers, type AccountAnswers } from '../../../lib/kernel/account.ts';
import { PlanUnsure } from '../../../components/help/PlanUnsure.tsx';
import type { GalleryState } from './gallery-state.ts';

const unnamed: GuideConnector = { name: null, url: null };
const acme: GuideConnector = { name: 'Acme', url: 'https://mcp.acme.dev/mcp' };
const nothing = (): void => undefined;

function plans(name: string, answers: Partial<AccountAnswers>, connector: GuideConnector = unnamed): GalleryState {
  return {
    name: `plans/${name}`,
    width: 360,
    show: () => (
      <main className="p-4">
        <h1 className="sr-only">Plans</h1>
        <PlanQuestions
          answers={{ ...noAnswers, ...answers }}
          connector={connector}
          onAnswers={nothing}
          onGuide={nothing}
          onPlace={nothing}
        />
      </main>
    ),
  };
}

function unsure(name: string, answers: Partial<AccountAnswers>): GalleryState {
  const row = planRow({ ...noAnswers, ...answers });
  return {
    name: `plans/${name}`,
    width: 360,
    show: () => (
      <main className="p-4">
        <h1 className="sr-only">Plans</h1>
        {row && <PlanUnsure row={row} heading={null} />}
      </main>
    ),
  };
}

/** The questions about plan and role, from the first to each kind of answer. */
export const plansStates: readonly GalleryState[] = [
  plans('first', {}),
  plans('role', { plan: 'enterprise' }),
  plans('goal', { plan: 'team', role: 'member' }),
  plans('yes', { plan: 'enterprise', role: 'library-manager', goal: 'add-custom' }),
  plans('with-help', { plan: 'team', role: 'member', goal: 'add-custom' }, acme),
  plans('with-help-of-whom', { plan: 'team', role: 'member', goal: 'add-custom' }),
  plans('goal-on-free', { plan: 'free', goal: 'add-custom' }),
  plans('first-on-free', { plan: 'free', goal: 'add-custom', hasCustom: false }, acme),
  plans('limited', { plan: 'team', role: 'owner', goal: 'share-project' }),
  plans('no', { plan: 'free', goal: 'add-custom', hasCustom: true }),
  unsure('plan-not-known', { goal: 'add-custom' }),
  unsure('role-not-known', { plan: 'team', goal: 'allow-tool' }),
];
