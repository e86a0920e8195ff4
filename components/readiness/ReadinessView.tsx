import { ArrowDown, KeyRound } from 'lucide-react';
import { useRef } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { rowsOf, stateTitles } from '../../lib/preview/readiness/readiness-words.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { toneText } from '../ui/tone.ts';
import { ListingSection } from './ListingSection.tsx';
import { ReadinessHead } from './ReadinessHead.tsx';
import type { ReadinessActions, ReadinessModel } from './readiness-model.ts';
import { GroupedRequirements, RequirementList } from './RequirementList.tsx';
import { ScreenshotSection } from './ScreenshotSection.tsx';
import { stateLooks } from './state-looks.ts';
import { TakeAway } from './TakeAway.tsx';

interface ReadinessProps {
  readonly model: ReadinessModel;
  readonly actions: ReadinessActions;
}

/** The directory's requirements as a checklist that is filled in as far as a program can, beside what the author tells of the listing. */
export function ReadinessView({ model, actions }: ReadinessProps) {
  const form = useRef<HTMLDivElement>(null);
  const { readiness, draft } = model;
  const hasScreenshots = draft.screenshots.length > 0 || readiness.rows.some(({ id }) => id === 'screenshots');
  return (
    <div className="@container grid min-w-0 gap-6">
      <ReadinessHead readiness={readiness} />
      <Unseen model={model} actions={actions} />
      <div className="@4xl:hidden">
        <Button
          size="small"
          onClick={() => {
            form.current?.scrollIntoView();
            form.current?.focus({ preventScroll: true });
          }}
        >
          <ArrowDown aria-hidden size={14} /> {say('To the form')}
        </Button>
      </div>
      <div className="grid min-w-0 gap-x-8 gap-y-6 @4xl:grid-cols-[minmax(0,1fr)_21rem] @4xl:grid-rows-[auto_1fr]">
        <Unmet model={model} actions={actions} />
        <Others model={model} actions={actions} />
        <div
          ref={form}
          tabIndex={-1}
          className="grid min-w-0 content-start gap-6 rounded-md border border-line bg-surface p-4 @4xl:col-start-2 @4xl:row-span-2 @4xl:row-start-1 @4xl:self-start"
        >
          <ListingSection model={model} actions={actions} />
          {hasScreenshots && <ScreenshotSection model={model} actions={actions} />}
          <TakeAway model={model} actions={actions} />
        </div>
      </div>
    </div>
  );
}

function Unmet({ model, actions }: ReadinessProps) {
  const unmet = rowsOf(model.readiness, 'unmet');
  if (unmet.length === 0) return null;
  return (
    <section aria-label={say(stateTitles.unmet)} className="grid min-w-0 gap-2">
      <StateTitle state="unmet" count={unmet.length} />
      <RequirementList rows={unmet} model={model} actions={actions} />
    </section>
  );
}

/** What only the author knows, and what was seen to be met. */
function Others({ model, actions }: ReadinessProps) {
  const [confirm, met] = [rowsOf(model.readiness, 'confirm'), rowsOf(model.readiness, 'met')];
  return (
    <div className="grid min-w-0 content-start gap-6">
      {confirm.length > 0 && (
        <section aria-label={say(stateTitles.confirm)} className="grid gap-3">
          <div className="grid gap-0.5">
            <StateTitle state="confirm" count={confirm.length} />
            <p className="text-soft">{say('No program can see these, or this check did not. Tick what holds.')}</p>
          </div>
          <GroupedRequirements rows={confirm} model={model} actions={actions} />
        </section>
      )}
      {met.length > 0 && (
        <section aria-label={say(stateTitles.met)}>
          <Disclosure summary={say('Seen as met ({count})', { count: met.length })}>
            <div className="-ms-5 pt-1">
              <RequirementList rows={met} model={model} actions={actions} />
            </div>
          </Disclosure>
        </section>
      )}
    </div>
  );
}

function StateTitle({ state, count }: { readonly state: 'unmet' | 'confirm'; readonly count: number }) {
  const { icon: Icon, tone } = stateLooks[state];
  return (
    <h3 className="flex items-center gap-1.5 font-semibold">
      <Icon aria-hidden size={16} className={classes('shrink-0', toneText[tone])} />
      {say(stateTitles[state])} <span className="font-normal text-soft">{count}</span>
    </h3>
  );
}

/** Where the tools were not seen, most of the list rests on what was not looked at. */
function Unseen({ model: { report, readiness }, actions }: ReadinessProps) {
  const tools = readiness.rows.find(({ id }) => id === 'tool-list');
  if (tools === undefined || tools.state !== 'confirm') return null;
  if (report.verdict !== 'sign-in-needed') {
    return (
      <Notice tone="degraded" title={say('The tools were not seen')}>
        {say(
          'Claude asks every connector for its tools, and this check did not get that far. The overview says where it ended; until that is mended, what concerns the tools is left for you to confirm.',
        )}
      </Notice>
    );
  }
  return (
    <Notice
      tone="sign-in"
      title={say('The tools stand behind the sign-in')}
      actions={
        actions.signIn && (
          <Button onClick={actions.signIn}>
            <KeyRound aria-hidden size={16} /> {say('Check with a sign-in')}
          </Button>
        )
      }
    >
      {say(
        'They were not looked at, so what concerns them is left for you to confirm. A check with a sign-in fills it in.',
      )}
    </Notice>
  );
}
