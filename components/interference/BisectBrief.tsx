import { say, sayCount } from '../../lib/i18n/say.ts';
import { CircleAlert, CircleCheck, Hand, Search, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { BisectState, NamedExtension } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Progress } from '../ui/Progress.tsx';
import { classes } from '../ui/classes.ts';
import { toneText, type Tone } from '../ui/tone.ts';
import { Restore, Turn } from './BisectButtons.tsx';
import { bisectMeaning, bisectTitle, bisectTone, progressOf, progressWords } from './bisect-words.ts';
import type { BrowserActions } from './browser-model.ts';
import { culpritNow, pastCulprits } from './culprit-now.ts';
import { culpritsOf } from './culprit-words.ts';
import { reloadWords } from './exam-words.ts';
import { SearchFurther } from './SearchFurther.tsx';

/** The search for an extension in a few lines: how far it is, what the person is asked, what came of it, and the way to put things back. */
export function BisectBrief({
  bisect,
  exam = null,
  actions,
  onDetails,
}: {
  readonly bisect: BisectState;
  /** The last look, where it stands beside; it may tell that what was found is no more. */
  readonly exam?: ExamState | null;
  readonly actions: BrowserActions;
  /** Opens the doctor page on this browser; `find`: at the search. */
  readonly onDetails: (find: boolean) => void;
}) {
  const isOver = bisect.phase === 'over';
  const isBack = isOver && bisect.notRestored.length === 0;
  const now = culpritNow(bisect, exam);
  const aside = (
    <IconButton label={say('Put this result aside')} icon={X} className="-my-1 -me-2" onClick={actions.dismissBisect} />
  );
  if (isBack && now !== 'stands') {
    return (
      <section aria-label={say('The search for an extension')} className="flex items-start gap-2 bg-surface px-4 py-3">
        <p className="min-w-0 flex-1 text-soft wrap-anywhere">{pastCulprits(bisect, now)}</p>
        {aside}
      </section>
    );
  }
  return (
    <section aria-label={say('The search for an extension')} className="grid gap-2 bg-surface p-4">
      <div className="flex items-start gap-2">
        <BisectSign bisect={bisect} />
        <h2 className="min-w-0 flex-1 text-base font-semibold wrap-anywhere">{bisectTitle(bisect)}</h2>
        {isBack && aside}
      </div>
      {(bisect.phase === 'searching' || bisect.phase === 'asking') && <SearchProgress bisect={bisect} />}
      <p className="wrap-anywhere">{plainLine(bisectMeaning(bisect), 600)}</p>
      {isOver && <NotRestored extensions={bisect.notRestored} />}
      {bisect.toSwitch && <SwitchNames bisect={bisect} toSwitch={bisect.toSwitch} />}
      <div className="mt-1 flex flex-wrap gap-2">
        <Turn bisect={bisect} actions={actions} onDetails={onDetails} />
        {!isBack && <Restore bisect={bisect} actions={actions} />}
        {isOver && <Onward bisect={bisect} isBack={isBack} actions={actions} onDetails={onDetails} />}
      </div>
    </section>
  );
}

/** What there is to do when it is over. */
function Onward({
  bisect,
  isBack,
  actions,
  onDetails,
}: {
  readonly bisect: BisectState;
  readonly isBack: boolean;
  readonly actions: BrowserActions;
  readonly onDetails: (find: boolean) => void;
}) {
  const culprits = isBack ? culpritsOf(bisect).length : 0;
  const details = (
    <Button
      variant={culprits > 0 ? 'primary' : 'secondary'}
      onClick={() => {
        onDetails(false);
      }}
    >
      {culprits === 0 ? say('Details') : culprits === 1 ? say('Show how to keep it') : say('Show how to keep them')}
    </Button>
  );
  if (culprits === 0) {
    return (
      <>
        {isBack && (
          <SearchFurther
            bisect={bisect}
            actions={actions}
            onFind={() => {
              onDetails(true);
            }}
          />
        )}
        {details}
      </>
    );
  }
  return (
    <>
      {details}
      <Button
        onClick={() => {
          actions.examine({ reload: true });
        }}
      >
        {say('I have done it: reload and look again')}
      </Button>
      <p className="w-full text-xs text-soft">{say(reloadWords)}</p>
    </>
  );
}

const mostNames = 6;

/** The names of what the person is to switch, as far as there is room. */
function SwitchNames({
  bisect,
  toSwitch,
}: {
  readonly bisect: BisectState;
  readonly toSwitch: NonNullable<BisectState['toSwitch']>;
}) {
  const nameOf = (id: string): string => bisect.original.find((each) => each.id === id)?.name ?? id;
  return (['off', 'on'] as const).map((way) => {
    const ids = toSwitch[way];
    const more = ids.length - mostNames;
    if (ids.length === 0) return null;
    return (
      <div key={way}>
        <h3 className="text-xs text-soft">{way === 'off' ? say('Switch off') : say('Switch on')}</h3>
        <ul className="m-0 grid list-disc gap-0.5 ps-4">
          {ids.slice(0, mostNames).map((id) => (
            <li key={id}>
              <Foreign text={plainLine(nameOf(id), 80)} />
            </li>
          ))}
          {more > 0 && <li>{sayCount(more, { one: 'and {count} more', other: 'and {count} more' })}</li>}
        </ul>
      </div>
    );
  });
}

/** The sign of how the search stands, in its colour. */
export function BisectSign({ bisect }: { readonly bisect: BisectState }) {
  const tone = bisectTone(bisect);
  const Icon = bisect.phase === 'over' ? overSigns[tone] : tone === 'sign-in' ? Hand : Search;
  return <Icon aria-hidden size={18} className={classes('mt-px shrink-0', toneText[tone])} />;
}

const overSigns: Readonly<Record<Tone, LucideIcon>> = {
  neutral: CircleCheck,
  ready: CircleCheck,
  'sign-in': Hand,
  degraded: TriangleAlert,
  broken: CircleAlert,
};

/** How far the search has come, as a line that fills. */
export function SearchProgress({ bisect }: { readonly bisect: BisectState }) {
  return (
    <div className="grid gap-1">
      <Progress label={say('Looks made')} {...progressOf(bisect)} />
      <p className="text-xs text-soft wrap-anywhere">{progressWords(bisect)}</p>
    </div>
  );
}

/** The names of what could not be put back. */
export function NotRestored({ extensions }: { readonly extensions: readonly NamedExtension[] }) {
  if (extensions.length === 0) return null;
  return (
    <ul className="m-0 grid list-disc gap-0.5 ps-4">
      {extensions.map(({ id, name }) => (
        <li key={id}>
          <Foreign text={plainLine(name, 80)} className="font-medium" />
        </li>
      ))}
    </ul>
  );
}
