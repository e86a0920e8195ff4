import { useMemo } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { byFamily } from '../../lib/report/words/code-families.ts';
import { questionPhrase } from '../../lib/report/words/passed/check-phrases.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { skipGroups, type SkipGroup } from '../../lib/report/words/skip-words.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { CodeList } from './CodeList.tsx';

/** What could not be checked, by reason; each with what can be done about it. */
export function SkippedList({ report, notSeen }: { readonly report: Report; readonly notSeen: readonly string[] }) {
  const groups = useMemo(() => skipGroups(report), [report]);
  const isConnector = report.subject === 'connector';
  if (groups.length === 0 && (!isConnector || notSeen.length === 0)) return null;
  return (
    <section aria-label={say('Could not be checked')} className="grid gap-3">
      <h2 className="text-lg font-semibold">
        {say('Could not be checked')} <span className="font-normal text-soft">{report.skipped.length}</span>
      </h2>
      <ul className="m-0 grid list-none gap-3 rounded-md border border-line bg-surface p-4">
        {isConnector && (
          <li className="grid gap-0.5">
            <span className="font-medium">{say('Anthropic’s own view')}</span>
            <span className="text-soft">
              {say(
                'Whether Claude’s addresses (160.79.104.0/21) are let through. The server’s log shows whether they arrive.',
              )}
            </span>
          </li>
        )}
        {groups.map((group) => (
          <li key={group.because}>
            <Group group={group} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group({ group }: { readonly group: SkipGroup }) {
  const { title, remedy, command, skipped } = group;
  const families = byFamily(skipped, ({ code }) => code).map(({ title: family, items }) => ({
    title: family,
    items: items.map(({ code }) => ({ code, words: questionPhrase(code) })),
  }));
  return (
    <div className="grid gap-0.5">
      <span className="font-medium">
        {title}{' '}
        <span className="font-normal text-soft">
          ({sayCount(skipped.length, { one: '{count} check', other: '{count} checks' })})
        </span>
      </span>
      {remedy !== null && (command !== null || group.because !== 'vantage') && (
        <span className="text-soft">{remedy}</span>
      )}
      {command !== null && (
        <span className="flex flex-wrap items-center gap-2">
          <Foreign text={plainLine(command, 600)} mono />
          <CopyButton text={command} what={say('the command')} />
        </span>
      )}
      <Disclosure summary={say('Which ones')}>
        <CodeList families={families} />
      </Disclosure>
    </div>
  );
}
