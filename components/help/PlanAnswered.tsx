import type { PlanChoice, PlanQuestion } from '../../lib/help/plan-answer.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';

/** A question that was answered, as one line from which the answer can be changed. */
export function PlanAnswered({
  question,
  chosen,
  onChange,
}: {
  readonly question: PlanQuestion;
  readonly chosen: PlanChoice;
  readonly onChange: () => void;
}) {
  return (
    <div className="-my-1 flex min-w-0 items-center justify-between gap-2 border-b border-line pb-1">
      <p className="m-0 min-w-0">
        <span className="text-soft">{say('{question}:', { question: say(question.name) })}</span>{' '}
        <span className="font-medium">{say(chosen.label)}</span>
      </p>
      <Button variant="quiet" size="small" className="-me-2 shrink-0" onClick={onChange}>
        {say('Change')}
        <span className="sr-only"> {say(question.name)}</span>
      </Button>
    </div>
  );
}
