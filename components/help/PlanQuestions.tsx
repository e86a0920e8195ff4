import { useEffect, useRef, useState } from 'react';
import {
  answered,
  notKnown,
  planAnswer,
  planRow,
  questionsFor,
  type PlanChoice,
  type PlanQuestion,
  type PlanQuestionId,
} from '../../lib/help/plan-answer.ts';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { noAnswers, type AccountAnswers } from '../../lib/kernel/account.ts';
import type { PlaceId } from '../../lib/knowledge/places.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceCards } from './ChoiceCards.tsx';
import { PlanAnswered } from './PlanAnswered.tsx';
import { PlanResult } from './PlanResult.tsx';
import { PlanTable } from './PlanTable.tsx';
import { PlanUnsure } from './PlanUnsure.tsx';

export interface PlanQuestionsProps {
  readonly answers: AccountAnswers;
  /** The connector that this is about, as far as it is known. */
  readonly connector: GuideConnector;
  readonly onAnswers: (answers: AccountAnswers) => void;
  readonly onGuide: (id: GuideId) => void;
  readonly onPlace: (id: PlaceId) => void;
}

/** Three questions at most about plan, role and wish, one at a time; what they come to; and the table that it comes from. */
export function PlanQuestions({ answers, onAnswers, ...rest }: PlanQuestionsProps) {
  const [unknown, setUnknown] = useState<ReadonlySet<PlanQuestionId>>(new Set());
  const [reopened, setReopened] = useState<PlanQuestionId | null>(null);
  const questions = questionsFor(answers, unknown);
  const open = questions.find(({ id, chosen }) => chosen === null || id === reopened) ?? null;
  const isBegun = questions.some(({ chosen }) => chosen !== null);
  const [heading, moveOn] = useMovedFocus();
  const choose = (question: PlanQuestion, choice: PlanChoice): void => {
    setUnknown(unknownAfter(unknown, question.id, choice));
    setReopened(null);
    onAnswers(answered(answers, choice.gives));
    moveOn();
  };
  return (
    <div className="grid min-w-0 gap-4">
      {!isBegun && <WhyAsked />}
      {questions.map((question) =>
        question.id === open?.id ? (
          <OpenQuestion key={question.id} question={question} heading={heading} onChoose={choose} />
        ) : (
          question.chosen !== null && (
            <PlanAnswered
              key={question.id}
              question={question}
              chosen={question.chosen}
              onChange={() => {
                setReopened(question.id);
                moveOn();
              }}
            />
          )
        ),
      )}
      {open === null && <Outcome answers={answers} heading={heading} {...rest} />}
      {isBegun && (
        <Button
          variant="quiet"
          className="-ms-3 justify-self-start"
          onClick={() => {
            setUnknown(new Set());
            setReopened(null);
            onAnswers(noAnswers);
            moveOn();
          }}
        >
          {say('Forget these answers')}
        </Button>
      )}
      <PlanTable plan={answers.plan} />
    </div>
  );
}

/** What follows takes the focus and stands at the top, since the button that led there is gone. */
function useMovedFocus(): readonly [(element: HTMLElement | null) => void, () => void] {
  const heading = useRef<HTMLElement>(null);
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (moves === 0) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [moves]);
  return [
    (element) => {
      heading.current = element;
    },
    () => {
      setMoves((before) => before + 1);
    },
  ];
}

function unknownAfter(
  before: ReadonlySet<PlanQuestionId>,
  id: PlanQuestionId,
  { key }: PlanChoice,
): ReadonlySet<PlanQuestionId> {
  const others = [...before].filter((each) => each !== id && !(id === 'plan' && each === 'role'));
  return new Set(key === notKnown ? [...others, id] : others);
}

function WhyAsked() {
  return (
    <p className="max-w-prose text-soft">
      {say(
        'No check can see your plan and role, so we ask. What you answer stays in this browser; plan and role go into your reports, the wish into the newest one alone.',
      )}
    </p>
  );
}

function OpenQuestion({
  question,
  heading,
  onChoose,
}: {
  readonly question: PlanQuestion;
  readonly heading: (element: HTMLElement | null) => void;
  readonly onChoose: (question: PlanQuestion, choice: PlanChoice) => void;
}) {
  const { choices, chosen } = question;
  return (
    <ChoiceCards
      legend={say(question.question)}
      cards={choices.map(({ key, label, hint }) => ({
        key,
        label: say(label),
        hint: hint === null ? null : say(hint),
      }))}
      chosen={chosen?.key ?? null}
      heading={heading}
      onChoose={(key) => {
        const choice = choices.find((each) => each.key === key);
        if (choice) onChoose(question, choice);
      }}
    />
  );
}

function Outcome({
  answers,
  heading,
  ...rest
}: Omit<PlanQuestionsProps, 'onAnswers'> & { readonly heading: (element: HTMLElement | null) => void }) {
  const rule = planAnswer(answers);
  const row = planRow(answers);
  if (rule !== null) return <PlanResult rule={rule} heading={heading} {...rest} />;
  return row === null ? null : <PlanUnsure row={row} heading={heading} />;
}
