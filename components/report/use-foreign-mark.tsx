import { use } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Tab } from '../ui/Tabs.tsx';
import { IsForeign } from './whose-report.ts';

/** Puts a line above each of a report’s tabs where somebody else made it: the notice at the top is out of sight by then. */
export function useForeignMark(): (tabs: readonly Tab[]) => readonly Tab[] {
  const isForeign = use(IsForeign);
  if (!isForeign) return (tabs) => tabs;
  return (tabs) =>
    tabs.map((tab) => ({
      ...tab,
      panel: (
        <div className="grid min-w-0 gap-3">
          <p className="text-xs text-soft">
            {say('From somebody else’s report: nothing of it was checked on this machine.')}
          </p>
          {tab.panel}
        </div>
      ),
    }));
}
