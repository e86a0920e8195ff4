import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';

export interface Tab {
  readonly key: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

/** Tabs by the keyboard’s rules: arrows, Home and End move between them; one of them is in the tab order. */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (key: string) => void;
}) {
  const id = useId();
  const at = Math.max(
    0,
    tabs.findIndex(({ key }) => key === selected),
  );
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const to = targetOf(event.key, at, tabs.length, getComputedStyle(event.currentTarget).direction === 'rtl');
    const tab = to === null ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.key);
    document.getElementById(`${id}-tab-${tab.key}`)?.focus();
  };
  return (
    <div className="grid min-w-0 gap-4">
      <div role="tablist" aria-label={label} className="flex flex-wrap gap-x-1 border-b border-line" onKeyDown={move}>
        {tabs.map(({ key, label: words }, index) => (
          <button
            key={key}
            id={`${id}-tab-${key}`}
            type="button"
            role="tab"
            aria-selected={index === at}
            aria-controls={index === at ? `${id}-panel-${key}` : undefined}
            tabIndex={index === at ? 0 : -1}
            className={classes(
              'min-h-9 shrink-0 border-b-2 px-3 font-medium whitespace-nowrap -outline-offset-2 focus-visible:-outline-offset-2',
              index === at
                ? 'border-accent text-ink forced-colors:border-[Highlight]'
                : 'border-transparent text-soft hover:text-ink forced-colors:border-[Canvas]',
            )}
            onClick={() => {
              onSelect(key);
            }}
          >
            {words}
          </button>
        ))}
      </div>
      {tabs.map(
        ({ key, panel }, index) =>
          index === at && (
            <div
              key={key}
              id={`${id}-panel-${key}`}
              role="tabpanel"
              aria-labelledby={`${id}-tab-${key}`}
              className="min-w-0"
            >
              {panel}
            </div>
          ),
      )}
    </div>
  );
}

function targetOf(key: string, at: number, count: number, isRightToLeft: boolean): number | null {
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === back) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
