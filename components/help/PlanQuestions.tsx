import { answered, planAnswer, questionsFor, type PlanQuestion } from '../../lib/help/plan-answer.ts';
import { say } from '../../lib/i18n/say.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { noAnswers, type AccountAnswers } from '../../lib/kernel/account.ts';
import type { PlaceId } from '../../lib/knowledge/places.ts';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { PlanResult, possibleSentence } from './PlanResult.tsx';
import { PlanTable } from './PlanTable.tsx';
import { RadioCards } from './RadioCards.tsx';

export interface PlanQuestionsProps {
  readonly answers: AccountAnswers;
  readonly onAnswers: (answers: AccountAnswers) => void;
  readonly onGuide: (id: GuideId) => void;
  readonly onPlace: (id: PlaceId) => void;
}

/** Three questions at most about plan, role and wish; what they come to; and the table that it comes from. */
export function PlanQuestions({ answers, onAnswers, onGuide, onPlace }: PlanQuestionsProps) {
  const rule = planAnswer(answers);
  const isBegun = answers.plan !== null || answers.goal !== null;
  return (
    <div className="grid min-w-0 gap-5">
      <p className="max-w-prose text-soft">
        {say(
          'No check can see plan, role and wish. What you answer stays in this browser; plan and role go into your reports, the wish into the newest one alone.',
        )}
      </p>
      {questionsFor(answers).map((question) => (
        <Question
          key={question.id}
          question={question}
          answers={answers}
          onAnswer={(given) => {
            onAnswers(answered(answers, given));
          }}
        />
      ))}
      {rule !== null && <PlanResult rule={rule} onGuide={onGuide} onPlace={onPlace} />}
      <LiveRegion text={rule === null ? '' : possibleSentence(rule)} />
      {isBegun && (
        <Button
          variant="quiet"
          className="justify-self-start"
          onClick={() => {
            onAnswers(noAnswers);
          }}
        >
          {say('Forget these answers')}
        </Button>
      )}
      <PlanTable />
    </div>
  );
}

function Question({
  question,
  answers,
  onAnswer,
}: {
  readonly question: PlanQuestion;
  readonly answers: AccountAnswers;
  readonly onAnswer: (given: Partial<AccountAnswers>) => void;
}) {
  const { id, choices } = question;
  const cards = choices.map(({ value, label, hint }) => ({
    key: String(value),
    label: say(label),
    hint: hint === null ? null : say(hint),
  }));
  const chosen = answers[id];
  return (
    <RadioCards
      legend={say(question.question)}
      cards={cards}
      chosen={chosen === null ? null : String(chosen)}
      onChoose={(key) => {
        const choice = choices.find(({ value }) => String(value) === key);
        if (choice) onAnswer({ [id]: choice.value });
      }}
    />
  );
}
