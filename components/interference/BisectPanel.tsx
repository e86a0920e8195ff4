import { saidValue, say } from '../../lib/i18n/say.ts';
import { nextStep } from '../../lib/interference/bisect.ts';
import { wantedEnabled } from '../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { BisectSign, NotRestored, SearchProgress } from './BisectBrief.tsx';
import { Answers, Restore } from './BisectButtons.tsx';
import { bisectMeaning, bisectTitle, leftOutOfSearch } from './bisect-words.ts';
import { culpritsOf } from './culprit-words.ts';
import type { BrowserActions } from './browser-model.ts';
import { CulpritList } from './CulpritList.tsx';
import { SearchFurther } from './SearchFurther.tsx';
import { culpritNow, pastCulprits } from './culprit-now.ts';
import { Say } from '../ui/Say.tsx';
import { reloadWords } from './exam-words.ts';

/** The search for an extension with all that is known of it: which are off, what the person is to do, and what came of it. */
export function BisectPanel({
  bisect,
  exam,
  actions,
  onFind,
}: {
  readonly bisect: BisectState;
  /** The last look; it may tell that what was found is no more. */
  readonly exam: ExamState | null;
  readonly actions: BrowserActions;
  /** Leads to another search; null where that stands below. */
  readonly onFind: (() => void) | null;
}) {
  const isOver = bisect.phase === 'over';
  const isBack = isOver && bisect.notRestored.length === 0;
  const now = culpritNow(bisect, exam);
  if (isBack && now !== 'stands') return <Past bisect={bisect} now={now} actions={actions} />;
  return (
    <section aria-labelledby="search-title" className="grid gap-3 rounded-md border border-edge bg-surface p-5">
      <div className="flex items-start gap-2">
        <BisectSign bisect={bisect} />
        <h2 id="search-title" className="min-w-0 text-lg leading-6 font-semibold wrap-anywhere">
          {bisectTitle(bisect)}
        </h2>
      </div>
      {(bisect.phase === 'searching' || bisect.phase === 'asking') && <SearchProgress bisect={bisect} />}
      <p className="max-w-prose wrap-anywhere">{plainLine(bisectMeaning(bisect), 1_000)}</p>
      {bisect.phase !== 'over' && bisect.phase !== 'asking' && <LookedAt bisect={bisect} />}
      {bisect.phase === 'asking' && (
        <div className="flex flex-wrap gap-2">
          <Answers actions={actions} />
        </div>
      )}
      {bisect.toSwitch && <ToSwitch bisect={bisect} toSwitch={bisect.toSwitch} />}
      {!isOver && bisect.toSwitch === null && <OffNow bisect={bisect} />}
      {isOver && <NotRestored extensions={bisect.notRestored} />}
      {isOver && !isBack && <ByHand mode={bisect.mode} />}
      {isBack && <CulpritList bisect={bisect} actions={actions} />}
      {isBack && <AlsoTry bisect={bisect} />}
      <div className="flex flex-wrap gap-2">
        {isBack && culpritsOf(bisect).length > 0 && <LookAgain actions={actions} />}
        {!isBack && <Restore bisect={bisect} actions={actions} />}
        {isBack && onFind && <SearchFurther bisect={bisect} actions={actions} onFind={onFind} />}
        {isBack && (
          <Button variant="quiet" onClick={actions.dismissBisect}>
            {say('Put this result aside')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** After what the person had to do: shows whether it helped. */
function LookAgain({ actions }: { readonly actions: BrowserActions }) {
  return (
    <>
      <p className="w-full text-xs text-soft">{say(reloadWords)}</p>
      <Button
        variant="primary"
        onClick={() => {
          actions.examine({ reload: true });
        }}
      >
        {say('I have done it: reload and look again')}
      </Button>
    </>
  );
}

/** What was found once, and is in nobody’s way any more. */
function Past({
  bisect,
  now,
  actions,
}: {
  readonly bisect: BisectState;
  readonly now: 'clean' | 'off';
  readonly actions: BrowserActions;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-soft">
      <p className="min-w-0 flex-1 basis-64 wrap-anywhere">{pastCulprits(bisect, now)}</p>
      <Button variant="quiet" size="small" onClick={actions.dismissBisect}>
        {say('Put this result aside')}
      </Button>
    </div>
  );
}

function LookedAt({ bisect: { toSwitch, symptom } }: { readonly bisect: BisectState }) {
  if (toSwitch !== null || symptom.kind === 'person') return null;
  return (
    <p className="max-w-prose text-soft">
      {say('Looked at: {what}.', { what: plainLine(saidValue('symptom', symptom.words), 300) })}
    </p>
  );
}

/** Which extensions are off at this moment. */
function OffNow({ bisect }: { readonly bisect: BisectState }) {
  const wanted = wantedEnabled(bisect);
  const off = bisect.original.filter(({ id, enabled }) => enabled && wanted.get(id) === false);
  const count = nextStep(bisect.search).kind === 'over' ? 0 : off.length;
  if (count === 0) return null;
  return (
    <div className="grid gap-1">
      <p className="text-xs text-soft">
        {say('Off now: {count} of {all}', { count, all: bisect.search.suspects.length })}
      </p>
      <Names names={off.map(({ name }) => name)} />
    </div>
  );
}

/** What the person is to switch, where only a person can. */
function ToSwitch({
  bisect,
  toSwitch,
}: {
  readonly bisect: BisectState;
  readonly toSwitch: NonNullable<BisectState['toSwitch']>;
}) {
  const nameOf = (id: string): string => bisect.original.find((each) => each.id === id)?.name ?? id;
  return (
    <div className="grid gap-3">
      <p className="max-w-prose">
        <Say
          text="Open the list of extensions with {keys} (on a Mac: {macKeys}), under “Extensions”."
          with={{
            keys: <kbd className="font-mono text-xs">{say('Ctrl+Shift+A')}</kbd>,
            macKeys: <kbd className="font-mono text-xs">{say('⌘+Shift+A')}</kbd>,
          }}
        />
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Switches title={say('Switch off')} names={toSwitch.off.map(nameOf)} />
        <Switches title={say('Switch on')} names={toSwitch.on.map(nameOf)} />
      </div>
      {bisect.phase === 'waiting-for-switches' && (
        <p className="max-w-prose text-xs text-soft">
          {say(
            'Too many? In the menu, Help > Troubleshoot Mode starts Firefox without any extension: it does not say which one it is, but whether it is one.',
          )}
        </p>
      )}
    </div>
  );
}

function Switches({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="grid content-start gap-1">
      <h3 className="font-semibold">{title}</h3>
      <Names names={names} />
    </div>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="m-0 grid list-disc gap-x-6 gap-y-0.5 ps-4 sm:grid-cols-[repeat(auto-fill,minmax(14rem,1fr))]">
      {names.map((name, index) => (
        <li key={`${index} ${name}`} className="min-w-0">
          <Foreign text={plainLine(name, 80)} />
        </li>
      ))}
    </ul>
  );
}

/** How a person puts back what we could not. */
function ByHand({ mode }: { readonly mode: BisectState['mode'] }) {
  return (
    <p className="max-w-prose text-soft">
      {mode === 'guided'
        ? say(
            'Open the list of extensions with Ctrl+Shift+A (on a Mac: ⌘+Shift+A), and switch on those of these that you want on.',
          )
        : say(
            'By hand: open the menu, Extensions, Manage extensions, and switch these on. One that was removed meanwhile, or that its maker or a policy holds off, cannot be switched.',
          )}{' '}
      {say('If you leave them as they are, nobody switches them any more, and a new search can begin.')}
    </p>
  );
}

/** What else there is, where no extension could be named. */
function AlsoTry({ bisect }: { readonly bisect: BisectState }) {
  const kind = bisect.findings?.outcome.kind;
  if (kind === 'inconsistent') {
    return (
      <p className="max-w-prose">
        {say(
          'If it comes and goes, the network or Claude itself is likelier than an extension. Search again when it fails steadily.',
        )}
      </p>
    );
  }
  // Who was not tried may be the one.
  if (kind !== 'not-an-extension' || leftOutOfSearch(bisect).some(({ canSwitch }) => canSwitch)) return null;
  return (
    <p className="max-w-prose">
      {say(
        'Look for it elsewhere: the network or a filter on it, the browser’s own blocking (Brave’s shields, Firefox’s tracking protection), extensions that could not be switched, Claude itself. The other things to try stand below.',
      )}
    </p>
  );
}
