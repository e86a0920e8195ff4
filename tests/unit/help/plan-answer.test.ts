import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PlanTable } from '../../../components/help/PlanTable.tsx';
import { factPages } from '../../../lib/help/fact-pages.ts';
import {
  answered,
  planAnswer,
  planRow,
  planTable,
  possibleWords,
  questionsFor,
} from '../../../lib/help/plan-answer.ts';
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
} from '../../../lib/kernel/account.ts';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import { facts } from '../../../lib/knowledge/facts.ts';
import type { PlanRule } from '../../../lib/knowledge/plan.ts';
import { planRules } from '../../../lib/knowledge/plans.ts';
import { sources } from '../../../lib/knowledge/sources.ts';

/** Everything that can be answered. */
const everything: readonly AccountAnswers[] = plans.flatMap((plan) =>
  rolesOfPlan[plan].flatMap((role) =>
    goals.flatMap((goal) => [null, true, false].map((hasCustom) => ({ ...noAnswers, plan, role, goal, hasCustom }))),
  ),
);

function ask(plan: Plan, role: Role | null, goal: Goal, hasCustom: boolean | null = null): PlanRule | null {
  return planAnswer({ ...noAnswers, plan, role, goal, hasCustom });
}

describe('the table of plans', () => {
  it('answers every combination of plan, role and wish', () => {
    expect(everything.length).toBe(8 * goals.length * 3);
    expect(everything.filter((answers) => planAnswer(answers) === null)).toEqual([]);
  });

  it('has no rule that nobody reaches, and none for roles that a plan lacks', () => {
    const reached = new Set(everything.map(planAnswer));
    expect(planRules.filter((rule) => !reached.has(rule))).toEqual([]);
    for (const { plans: of, roles, goals: wishes } of planRules) {
      for (const plan of of)
        expect(roles.some((role) => (rolesOfPlan[plan] as readonly Role[]).includes(role))).toBe(true);
      expect(wishes.length).toBeGreaterThan(0);
    }
  });

  it('rests every answer on facts with a source and a day', () => {
    for (const { facts: ids } of planRules)
      for (const id of ids)
        expect([facts[id].sources.length > 0, facts[id].checkedOn]).toEqual([true, expect.stringMatching(/^\d{4}-/)]);
  });

  it('says where nothing is in the way nothing of a code, and says how sure a code is', () => {
    for (const { possible, code, confidence } of planRules) {
      expect(code === null).toBe(confidence === null);
      if (possible === 'yes' && code !== null) expect(confidence).toBe('possible');
    }
  });

  it.each<[Plan, Role, Goal, boolean | null, PlanRule['possible'], PlanRule['who'], FindingCode | null, string]>([
    ['free', 'alone', 'add-custom', true, 'no', 'you', 'account.free-custom-limit', 'custom-connectors-per-plan'],
    ['free', 'alone', 'add-custom', false, 'yes', 'you', null, 'custom-connectors-per-plan'],
    ['free', 'alone', 'add-custom', null, 'limited', 'you', 'account.free-custom-limit', 'custom-connectors-per-plan'],
    ['max', 'alone', 'add-custom', true, 'yes', 'you', null, 'custom-connectors-per-plan'],
    ['free', 'alone', 'connect-directory', null, 'yes', 'you', null, 'directory-connectors-all-plans'],
    [
      'team',
      'member',
      'add-custom',
      null,
      'with-help',
      'owner',
      'account.owner-must-enable',
      'owner-adds-for-organization',
    ],
    [
      'team',
      'member',
      'connect-directory',
      null,
      'with-help',
      'owner',
      'account.owner-must-enable',
      'member-requests-connector',
    ],
    ['enterprise', 'library-manager', 'add-custom', null, 'yes', 'you', null, 'library-role-adds'],
    ['team', 'owner', 'add-custom', null, 'yes', 'you', null, 'organization-connectors-place'],
    ['team', 'owner', 'use-in-chat', null, 'yes', 'you', 'account.not-authenticated', 'each-member-signs-in'],
    [
      'enterprise',
      'member',
      'allow-tool',
      null,
      'limited',
      'owner',
      'account.action-restricted',
      'organization-tool-limits',
    ],
    ['team', 'owner', 'share-project', null, 'limited', 'you', 'account.private-project-only', 'private-projects-only'],
    ['pro', 'alone', 'add-on-mobile', null, 'limited', 'you', 'account.mobile-cannot-add', 'mobile-connectors'],
    ['pro', 'alone', 'use-in-chat', null, 'yes', 'you', 'account.not-enabled-in-chat', 'enable-per-chat'],
    ['pro', 'alone', 'use-in-claude-code', null, 'yes', 'you', null, 'claude-code-shows-connectors'],
    ['free', 'alone', 'submit-to-directory', null, 'no', 'you', null, 'submission-needs-paid-plan'],
    ['team', 'member', 'submit-to-directory', null, 'with-help', 'owner', null, 'submission-needs-paid-plan'],
  ])('%s, %s, %s (%s): %s, %s must act', (plan, role, goal, hasCustom, possible, who, code, fact) => {
    const rule = ask(plan, role, goal, hasCustom);
    expect(rule).toMatchObject({ possible, who, code });
    expect(rule?.facts).toContain(fact);
  });

  it('tells of an API key that brings no connectors to Claude Code', () => {
    expect(ask('pro', null, 'use-in-claude-code')?.answer).toMatch(/not when it works with an API key/);
  });

  it('is shown whole: each cell is the answer that its columns would get, and each column has one', () => {
    const rows = planTable();
    expect(rows.map(({ goal }) => goal)).toEqual(goals);
    const labels = new Set(
      rows.flatMap(({ cells }) => cells.flatMap(({ columns }) => columns.map(({ label }) => label))),
    );
    for (const { goal, cells } of rows) {
      const all = cells.flatMap(({ columns }) => columns);
      expect([all.length, new Set(all.map(({ label }) => label))]).toEqual([labels.size, labels]);
      for (const { columns, rule } of cells)
        for (const { answers } of columns) expect(planAnswer({ ...noAnswers, ...answers, goal })).toBe(rule);
      // Plans that share a column have the same answers.
      expect(ask('max', 'alone', goal)).toBe(ask('pro', 'alone', goal));
      for (const role of ['member', 'owner'] as const)
        expect(ask('enterprise', role, goal)).toBe(ask('team', role, goal));
    }
  });

  it('can be shown for one plan: each of its roles, and no other', () => {
    for (const plan of plans)
      for (const { goal, cells } of planTable(plan)) {
        const all = cells.flatMap(({ columns, rule }) => columns.map(({ answers }) => ({ role: answers.role, rule })));
        expect(all.map(({ role }) => role).sort()).toEqual([...rolesOfPlan[plan]].sort());
        for (const { role, rule } of all) expect(ask(plan, role, goal)).toBe(rule);
      }
  });

  it('says so where no page says anything, and is then no finding', () => {
    expect(ask('pro', 'alone', 'share-project')).toMatchObject({ possible: 'not-stated', code: null });
  });

  it('shows every answer as text, with its sources, and hides none in a tooltip', () => {
    const html = renderToStaticMarkup(createElement(PlanTable));
    expect(html).not.toMatch(/ title=/);
    const cells = planTable().flatMap((row) => row.cells);
    const shown = html.split('<td').slice(1);
    expect(shown.length).toBe(cells.length);
    for (const [index, { rule }] of cells.entries()) {
      const words = (shown[index] ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll('&gt;', '>');
      expect(words).toContain(possibleWords[rule.possible]);
      expect(words).toContain(rule.answer);
      for (const { id } of factPages(rule.facts)) expect(shown[index]).toContain(`href="${sources[id].url}"`);
    }
  });
});

describe('the questions', () => {
  it('are three at most, and end in an answer', () => {
    for (const answers of everything) {
      const questions = questionsFor(answers);
      expect(questions.length).toBeLessThanOrEqual(3);
      expect(questions.map(({ id }) => id)).toContain('goal');
    }
    expect(questionsFor(noAnswers).map(({ id }) => id)).toEqual(['plan']);
    expect(questionsFor({ ...noAnswers, plan: 'team' }).map(({ id }) => id)).toEqual(['plan', 'role']);
  });

  it('leave the answer alone until all are answered: on Free a custom connector is the first or another', () => {
    const open = { ...noAnswers, plan: 'free', goal: 'add-custom' } as const;
    const [plan, goal, ...others] = questionsFor(open);
    expect([plan?.chosen?.key, goal?.chosen, others]).toEqual(['free', null, []]);
    const given = goal?.choices.filter(({ gives }) => gives.goal === 'add-custom').map(({ gives }) => gives) ?? [];
    expect(given.map((gives) => planAnswer(answered(open, gives))?.possible)).toEqual(['yes', 'no']);
    for (const gives of given)
      expect(questionsFor(answered(open, gives)).map(({ chosen }) => chosen?.gives)).toEqual([{ plan: 'free' }, gives]);
    expect(questionsFor({ ...open, plan: 'pro' }).at(-1)?.chosen?.key).toBe('add-custom');
  });

  it('are answered by what was told, and by nothing else', () => {
    for (const answers of everything) {
      const { plan, role, goal, hasCustom } = answers;
      const needs = plan === 'free' && goal === 'add-custom' && hasCustom === null;
      expect(questionsFor(answers).filter(({ chosen }) => chosen === null).length).toBe(needs ? 1 : 0);
      for (const { chosen } of questionsFor(answers))
        expect({ plan, role, goal, hasCustom }).toMatchObject(chosen?.gives ?? {});
    }
  });

  it('go on where somebody does not know the plan or the role, and end in an answer for each that it may be', () => {
    const unsure = questionsFor({ ...noAnswers, goal: 'add-custom' }, new Set(['plan']));
    expect(unsure.map(({ id, chosen }) => [id, chosen?.key])).toEqual([
      ['plan', 'unknown'],
      ['goal', 'add-custom'],
    ]);
    expect(planRow({ ...noAnswers, goal: 'add-custom' })).toEqual(
      planTable().find(({ goal }) => goal === 'add-custom'),
    );
    const member = { ...noAnswers, plan: 'team', goal: 'add-custom' } as const;
    expect(questionsFor(member, new Set(['role'])).map(({ chosen }) => chosen?.key)).toEqual([
      'team',
      'unknown',
      'add-custom',
    ]);
    expect(planRow(member)?.cells.map(({ rule }) => rule.possible)).toEqual(['with-help', 'yes']);
    expect(planRow({ ...member, plan: 'enterprise' })?.cells.flatMap(({ columns }) => columns).length).toBe(3);
    expect(planRow(noAnswers)).toBeNull();
    expect(questionsFor({ ...noAnswers, plan: 'team' }, new Set(['role'])).map(({ id }) => id)).toContain('goal');
  });

  it('ask nobody for a role that the plan does not have', () => {
    for (const plan of plans) {
      const role = questionsFor({ ...noAnswers, plan }).find(({ id }) => id === 'role');
      expect(role?.choices.map(({ gives }) => gives.role) ?? ['alone', null]).toEqual([...rolesOfPlan[plan], null]);
    }
  });

  it('drop answers that another answer makes meaningless', () => {
    const member = answered({ ...noAnswers, plan: 'team' }, { role: 'member' });
    expect(answered(member, { plan: 'pro' })).toEqual({ ...noAnswers, plan: 'pro' });
    const first = answered({ ...noAnswers, plan: 'free', goal: 'add-custom' }, { hasCustom: true });
    expect(first.hasCustom).toBe(true);
    expect(answered(first, { goal: 'use-in-chat' }).hasCustom).toBeNull();
    expect(answered({ ...noAnswers, serverLog: 'nothing' }, { plan: 'free' }).serverLog).toBe('nothing');
  });

  it('leave no answer while one is open that decides', () => {
    expect(planAnswer({ ...noAnswers, plan: 'team', goal: 'add-custom' })).toBeNull();
    expect(fits({ plans: ['free'], roles: ['alone'], goals: ['add-custom'], hasCustom: null }, noAnswers)).toBe(false);
  });
});
