import { GitCompare, Trash2 } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Link } from '../ui/Link.tsx';
import { toneText } from '../ui/tone.ts';
import type { HistoryItem } from './history-items.ts';
import { historyLook, historyWords } from './history-look.ts';

/** The checks that are kept on this machine, each with its result; one can be opened or deleted. */
export function HistoryList({
  items,
  current,
  now,
  hrefOf,
  optionsUrl,
  hideTitle = false,
  onDelete,
  onCompare = null,
}: {
  readonly items: readonly HistoryItem[];
  /** The id of the run that is shown. */
  readonly current: string | null;
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly hrefOf: (id: string) => string;
  readonly optionsUrl: string;
  /** The surroundings say it already. */
  readonly hideTitle?: boolean;
  readonly onDelete: (item: HistoryItem) => void;
  /** Compares what is shown with this one; null while nothing is shown that could be compared. */
  readonly onCompare?: ((item: HistoryItem) => void) | null;
}) {
  return (
    <section aria-label={say('Checks on this machine')} className="grid min-w-0 gap-1">
      {!hideTitle && <h2 className="text-xs font-semibold text-soft">{say('Checks on this machine')}</h2>}
      {items.length === 0 && <p className="text-soft">{say('None yet.')}</p>}
      <ul className="m-0 -mx-2 grid max-h-72 list-none overflow-y-auto p-0">
        {items.map((item) => (
          <li
            key={item.id}
            className={classes(
              'group flex min-w-0 items-center rounded-md hover:bg-well',
              item.id === current && 'bg-well',
            )}
          >
            <Item item={item} isCurrent={item.id === current} now={now} href={hrefOf(item.id)} />
            {onCompare !== null && item.id !== current && item.bytes > 0 && (
              <IconButton
                label={say('Compare with the check of {name}', { name: plainLine(item.name, 100) })}
                icon={GitCompare}
                onClick={() => {
                  onCompare(item);
                }}
              />
            )}
            <IconButton
              label={say('Delete the check of {name}', { name: plainLine(item.name, 100) })}
              icon={Trash2}
              onClick={() => {
                onDelete(item);
              }}
            />
          </li>
        ))}
      </ul>
      {items.length > 0 && (
        <p className="text-xs text-soft">
          {say('Kept here alone, without secrets.')} <Link href={optionsUrl}>{say('Forget everything…')}</Link>
        </p>
      )}
    </section>
  );
}

function Item({
  item,
  isCurrent,
  now,
  href,
}: {
  readonly item: HistoryItem;
  readonly isCurrent: boolean;
  readonly now: number;
  readonly href: string;
}) {
  const { icon: Icon, tone } = historyLook(item);
  return (
    <a
      href={href}
      title={plainLine(item.url ?? item.name, 2_000)}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 text-ink no-underline"
    >
      <Icon aria-hidden size={16} className={classes('shrink-0', toneText[tone])} />
      <span className="grid min-w-0">
        <span className={classes('truncate', isCurrent && 'font-semibold')}>
          <Foreign text={plainLine(item.name, 200)} />
        </span>
        <span className="truncate text-xs text-soft">
          {whenWords(item.at, now)} · {historyWords(item)}
        </span>
      </span>
    </a>
  );
}
