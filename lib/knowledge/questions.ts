import type { Question } from './question.ts';
import { aboutConnectorsQuestions } from './questions/about-connectors.ts';
import { claudeCodeQuestions } from './questions/claude-code.ts';
import { customQuestions } from './questions/custom.ts';
import { dataQuestions } from './questions/data.ts';
import { directoryQuestions } from './questions/directory.ts';
import { limitsQuestions } from './questions/limits.ts';
import { organizationQuestions } from './questions/organization.ts';
import { signInQuestions } from './questions/sign-in.ts';
import { troubleQuestions } from './questions/trouble.ts';

const byTopic = {
  ...aboutConnectorsQuestions,
  ...organizationQuestions,
  ...signInQuestions,
  ...dataQuestions,
  ...limitsQuestions,
  ...troubleQuestions,
  ...customQuestions,
  ...directoryQuestions,
  ...claudeCodeQuestions,
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionId = keyof typeof byTopic;

/** Every question of the inventory, with its answer. */
export const questions: Readonly<Record<QuestionId, Question>> = byTopic;
