import type { Report } from '../../lib/kernel/report.ts';
import type { HistoryItem } from '../history/history-items.ts';

/** What a check can be compared with. */
export interface CompareChoices {
  /** Checks of the same connector, the newest first. */
  readonly same: readonly HistoryItem[];
  readonly others: readonly HistoryItem[];
}

/** The kept reports other than the one with this id. */
export function compareChoices(history: readonly HistoryItem[], id: string): CompareChoices {
  const own = history.find((item) => item.id === id);
  const kept = history.filter((item) => item.id !== id && item.bytes > 0);
  const same = kept.filter((item) => own !== undefined && isSame(item, own));
  return { same, others: kept.filter((item) => !same.includes(item)) };
}

/** The kept reports, those of the connector that this report is about first. */
export function choicesFor(history: readonly HistoryItem[], { target }: Report): CompareChoices {
  const kept = history.filter(({ bytes }) => bytes > 0);
  const [url, name] =
    target === null ? [null, null] : 'url' in target ? [target.url, target.host] : [null, target.file];
  const same = kept.filter((item) => (item.url !== null && url !== null ? item.url === url : item.name === name));
  return { same, others: kept.filter((item) => !same.includes(item)) };
}

/** The newest check of the same connector that was made before this one, else the newest of it; null where there is none. */
export function suggestedIn({ same }: CompareChoices, at: number): string | null {
  return (same.find((item) => item.at < at) ?? same[0])?.id ?? null;
}

function isSame(one: HistoryItem, other: HistoryItem): boolean {
  return one.url !== null && other.url !== null ? one.url === other.url : one.name === other.name;
}
