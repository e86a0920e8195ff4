import { say } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import { Button } from '../ui/Button.tsx';
import { isSwitchingBack } from './bisect-words.ts';
import type { BrowserActions } from './browser-model.ts';

/** The buttons that put everything back, or leave it as it is, whatever state things are in. */
export function Restore({ bisect, actions }: { readonly bisect: BisectState; readonly actions: BrowserActions }) {
  const isOver = bisect.phase === 'over';
  const isAsked = bisect.phase === 'asking' || bisect.phase === 'waiting-for-switches';
  return (
    <>
      {!isSwitchingBack(bisect) && (
        <Button variant={isOver ? 'primary' : isAsked ? 'quiet' : 'secondary'} onClick={actions.restore}>
          {restoreWords(bisect)}
        </Button>
      )}
      {(isOver || isSwitchingBack(bisect)) && (
        <Button variant={isOver ? 'secondary' : 'quiet'} onClick={actions.leave}>
          {say('Leave them as they are')}
        </Button>
      )}
    </>
  );
}

function restoreWords({ phase, mode, isNotAllowed }: BisectState): string {
  if (phase === 'restoring') return say('Put everything back');
  if (phase !== 'over') {
    return mode === 'guided' ? say('Stop: show me what to switch back') : say('Stop and put everything back');
  }
  if (isNotAllowed) return mode === 'guided' ? say('Allow and look again') : say('Allow and put everything back');
  return mode === 'guided' ? say('Look again') : say('Put everything back');
}

/** What the person is asked: to switch, or whether it works. */
export function Turn({
  bisect,
  actions,
  onDetails,
}: {
  readonly bisect: BisectState;
  readonly actions: BrowserActions;
  readonly onDetails: (find: boolean) => void;
}) {
  if (bisect.toSwitch !== null) {
    return (
      <Button
        variant="primary"
        onClick={() => {
          onDetails(true);
        }}
      >
        {say('Show how')}
      </Button>
    );
  }
  if (bisect.phase !== 'asking') return null;
  return <Answers actions={actions} />;
}

/** The two answers of a person who has tried. */
export function Answers({ actions }: { readonly actions: BrowserActions }) {
  return (
    <>
      <Button
        onClick={() => {
          actions.answer(true);
        }}
      >
        {say('It works')}
      </Button>
      <Button
        onClick={() => {
          actions.answer(false);
        }}
      >
        {say('It still fails')}
      </Button>
    </>
  );
}
