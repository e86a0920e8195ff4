import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import type { BrowserActions } from './browser-model.ts';
import type { LeftOut } from './left-out.ts';

/** What was not looked at, each with what it would ask and the click that does it. */
export function LeftOutList({
  items,
  actions,
  isOpen,
}: {
  readonly items: readonly LeftOut[];
  readonly actions: Pick<BrowserActions, 'examine'>;
  readonly isOpen: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <Disclosure summary={say('Not looked at ({count})', { count: items.length })} open={isOpen}>
      <ul className="m-0 grid list-none gap-3 p-0 pt-1">
        {items.map((item) => (
          <li key={item.title}>
            <LeftOutRow item={item} actions={actions} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** One look that was left out. */
export function LeftOutRow({
  item: { title, words, action },
  actions,
}: {
  readonly item: LeftOut;
  readonly actions: Pick<BrowserActions, 'examine'>;
}) {
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{say(title)}</p>
        <p className="text-xs text-soft">{say(words)}</p>
      </div>
      {action && (
        <Button
          size="small"
          onClick={() => {
            actions.examine(action.wishes);
          }}
        >
          {say(action.label)}
        </Button>
      )}
    </div>
  );
}
