import { say } from '../../lib/i18n/say.ts';
import type { PanelTarget } from '../../lib/storage/panel-wish.ts';
import { Button } from '../ui/Button.tsx';
import type { PopupActions } from './popup-model.ts';

/** Where no check is needed: a guide, the plans, an error that was copied. It opens in the side panel. */
export function HelpLine({ actions }: { readonly actions: PopupActions }) {
  const entry = (words: string, target: PanelTarget) => (
    <Button
      size="small"
      variant="quiet"
      onClick={() => {
        actions.openHelp(target);
      }}
    >
      {words}
    </Button>
  );
  return (
    <nav aria-label={say('Help')} className="flex flex-wrap items-center px-4 py-2">
      <span className="text-xs text-soft">{say('Help:')}</span>
      {entry(say('reconnect'), { kind: 'guide', id: 'reconnect' })}
      {entry(say('plans'), { kind: 'plans' })}
      {entry(say('explain an error'), { kind: 'explain' })}
    </nav>
  );
}
