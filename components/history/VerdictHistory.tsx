import { GitCompare } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Link } from '../ui/Link.tsx';
import { QuietSection } from '../ui/QuietSection.tsx';
import { toneText } from '../ui/tone.ts';
import type { HistoryItem } from './history-items.ts';
import { historyLook, historyWords } from './history-look.ts';
import { verdictStory } from './verdict-story.ts';

/** How one connector stood over time: since when, in a sentence, and each check as a mark, the oldest first. */
export function VerdictHistory({
  items: history,
  url,
  current,
  now,
  hrefOf,
  onCompare,
}: {
  /** All that is kept; those of this address are shown. */
  readonly items: readonly HistoryItem[];
  readonly url: string;
  /** The id of the check that is shown. */
  readonly current: string;
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly hrefOf: (id: string) => string;
  /** Compares what is shown with this one. */
  readonly onCompare: (id: string) => void;
}) {
  const { items, sentences } = useMemo(() => verdictStory(history, url, now), [history, url, now]);
  const [isWhole, setWhole] = useState(false);
  const [wanted, setWanted] = useState(current);
  if (items.length === 0) return null;
  const shown = isWhole ? items : items.slice(-mostShown);
  const chosen = shown.find(({ id }) => id === wanted) ?? shown.find(({ id }) => id === current) ?? shown.at(-1);
  return (
    <QuietSection title={say('How was it before?')}>
      <p className="max-w-prose">{sentences.join(' ')}</p>
      {items.length > 1 && chosen && (
        <>
          <Strip items={shown} chosen={chosen.id} current={current} now={now} onChoose={setWanted} />
          {shown.length < items.length && (
            <div>
              <Button
                size="small"
                variant="quiet"
                className="-ms-2"
                onClick={() => {
                  setWhole(true);
                }}
              >
                {sayCount(items.length - shown.length, {
                  one: 'Show {count} earlier check',
                  other: 'Show {count} earlier checks',
                })}
              </Button>
            </div>
          )}
          <Chosen item={chosen} isCurrent={chosen.id === current} now={now} hrefOf={hrefOf} onCompare={onCompare} />
        </>
      )}
    </QuietSection>
  );
}

const mostShown = 60;

/** One place in the tab order; arrows, Home and End move between the marks. */
function Strip({
  items,
  chosen,
  current,
  now,
  onChoose,
}: {
  readonly items: readonly HistoryItem[];
  readonly chosen: string;
  readonly current: string;
  readonly now: number;
  readonly onChoose: (id: string) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const at = items.findIndex(({ id }) => id === chosen);
    const to = targetOf(event.key, at, items.length - 1, isRightToLeft);
    const item = to === null ? undefined : items[to];
    if (to === null || !item) return;
    event.preventDefault();
    onChoose(item.id);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  const [first, last] = [items[0], items.at(-1)];
  return (
    <div className="grid w-fit max-w-full gap-0.5">
      <ol
        ref={list}
        aria-label={say('Checks of this connector, the oldest first')}
        className="m-0 flex list-none flex-wrap gap-y-1 p-0"
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <li key={item.id}>
            <MarkOf
              item={item}
              isChosen={item.id === chosen}
              isCurrent={item.id === current}
              now={now}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ol>
      {first && last && (
        <p aria-hidden className="flex justify-between gap-4 text-xs text-soft">
          <span>{whenWords(first.at, now)}</span>
          <span>{whenWords(last.at, now)}</span>
        </p>
      )}
    </div>
  );
}

function MarkOf({
  item,
  isChosen,
  isCurrent,
  now,
  onChoose,
}: {
  readonly item: HistoryItem;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  readonly now: number;
  readonly onChoose: (id: string) => void;
}) {
  const { icon: Icon, tone } = historyLook(item);
  const label = say('{time}: {verdict}', { time: whenWords(item.at, now), verdict: historyWords(item) });
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={label}
      title={label}
      tabIndex={isChosen ? 0 : -1}
      className={classes(
        'flex size-7 items-center justify-center border-0 border-b-2 bg-transparent p-0 hover:bg-well',
        isChosen
          ? 'border-accent bg-well forced-colors:border-[Highlight]'
          : 'border-transparent forced-colors:border-[Canvas]',
      )}
      onClick={() => {
        onChoose(item.id);
      }}
    >
      <Icon aria-hidden size={16} className={toneText[tone]} />
    </button>
  );
}

function Chosen({
  item,
  isCurrent,
  now,
  hrefOf,
  onCompare,
}: {
  readonly item: HistoryItem;
  readonly isCurrent: boolean;
  readonly now: number;
  readonly hrefOf: (id: string) => string;
  readonly onCompare: (id: string) => void;
}) {
  const { tone } = historyLook(item);
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
      <p role="status">
        {whenWords(item.at, now)} · <span className={classes('font-medium', toneText[tone])}>{historyWords(item)}</span>
        {isCurrent && <span className="text-soft"> {say('(this one)')}</span>}
      </p>
      {!isCurrent && (
        <>
          <Link href={hrefOf(item.id)}>{say('Open this check')}</Link>
          {item.bytes > 0 && (
            <Button
              size="small"
              onClick={() => {
                onCompare(item.id);
              }}
            >
              <GitCompare aria-hidden size={14} /> {say('Compare with this one')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function targetOf(key: string, at: number, last: number, isRightToLeft: boolean): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === (isRightToLeft ? 'ArrowLeft' : 'ArrowRight')) return Math.min(last, at + 1);
  return key === (isRightToLeft ? 'ArrowRight' : 'ArrowLeft') ? Math.max(0, at - 1) : null;
}
