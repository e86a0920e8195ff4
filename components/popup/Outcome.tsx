import { say, sayCount } from '../../lib/i18n/say.ts';
import type { RunOutcome, RunState } from '../../lib/runs/run-state.ts';
import { CauseSummary } from '../diagnosis/CauseSummary.tsx';
import type { ConsentKind } from '../diagnosis/consent-words.ts';
import { sentenceCase } from '../diagnosis/step-words.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { retypeWords } from './popup-runs.ts';
import type { RunBodyProps } from './popup-model.ts';

/** What came of a run: the cause, the ways on, and what nobody could see from here. */
export function Outcome({
  run,
  actions,
  onAgain,
  onConsent,
  outcome,
}: RunBodyProps & { readonly outcome: RunOutcome }) {
  const hasCause = outcome.cause !== null;
  const others = othersWords(outcome);
  return (
    <>
      <CauseSummary run={run} outcome={outcome} />
      {others !== null && <p className="text-soft">{others}</p>}
      {outcome.verdict === 'sign-in-needed' && onAgain && <Further run={run} onConsent={onConsent} />}
      {onAgain === null && <p className="text-soft">{say(retypeWords)}</p>}
      <div className="flex flex-wrap gap-2">
        {hasCause && (
          <Button
            variant="primary"
            onClick={() => {
              actions.showFix(run);
            }}
          >
            {say('Show me the fix')}
          </Button>
        )}
        <Button
          variant={hasCause || outcome.verdict === 'sign-in-needed' ? 'secondary' : 'primary'}
          onClick={() => {
            actions.openDetails(run);
          }}
        >
          {say('Details')}
        </Button>
        {onAgain && (
          <Button variant="quiet" onClick={onAgain}>
            {say('Check again')}
          </Button>
        )}
      </div>
      {outcome.notSeen.length > 0 && (
        <Disclosure summary={say('What could not be seen from here')}>
          <ul className="grid list-disc gap-1 ps-4 text-xs marker:text-soft">
            {outcome.notSeen.map((words) => (
              <li key={words}>{sentenceCase(words)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** A good state: what can be seen without signing in is fine, and two further looks are offered. */
function Further({ run, onConsent }: { readonly run: RunState; readonly onConsent: (kind: ConsentKind) => void }) {
  const { plans } = run.choices;
  if (plans.includes('signed-in') && plans.includes('active')) return null;
  return (
    <div className="grid gap-2 rounded-md border border-line p-3">
      {!plans.includes('signed-in') && (
        <Offer
          words={say('Does the connector take its own tokens, and what does it offer?')}
          action={say('Look behind the sign-in…')}
          isFirst
          onClick={() => {
            onConsent('signed-in');
          }}
        />
      )}
      {!plans.includes('active') && (
        <Offer
          words={say('Does the sign-in service accept Claude?')}
          action={say('Test the sign-in service…')}
          isFirst={plans.includes('signed-in')}
          onClick={() => {
            onConsent('active');
          }}
        />
      )}
    </div>
  );
}

function Offer({
  words,
  action,
  isFirst,
  onClick,
}: {
  readonly words: string;
  readonly action: string;
  readonly isFirst: boolean;
  readonly onClick: () => void;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-40 flex-1">{words}</p>
      <Button variant={isFirst ? 'primary' : 'secondary'} className="min-w-36 shrink-0" onClick={onClick}>
        {action}
      </Button>
    </div>
  );
}

function othersWords({ others, cause }: RunOutcome): string | null {
  const graver = others.blocker + others.problem;
  const parts = [
    ...(graver > 0 ? [faultWords(graver, cause !== null)] : []),
    ...(others.warning > 0 ? [sayCount(others.warning, { one: '{count} warning', other: '{count} warnings' })] : []),
    ...(others.note > 0 ? [sayCount(others.note, { one: '{count} note', other: '{count} notes' })] : []),
  ];
  return parts.length === 0 ? null : say('Besides: {list}.', { list: parts.join(', ') });
}

function faultWords(count: number, isMore: boolean): string {
  return isMore
    ? sayCount(count, { one: '{count} more fault', other: '{count} more faults' })
    : sayCount(count, { one: '{count} fault', other: '{count} faults' });
}
