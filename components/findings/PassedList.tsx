import { say, sayCount } from '../../lib/i18n/say.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import { byFamily } from '../../lib/report/words/code-families.ts';
import { passedPhrase } from '../../lib/report/words/passed/check-phrases.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CodeList } from './CodeList.tsx';

/** What was looked at and seen to be fine. */
export function PassedList({ codes }: { readonly codes: readonly FindingCode[] }) {
  if (codes.length === 0) return null;
  const unique = [...new Set(codes)];
  const families = byFamily(unique, (code) => code).map(({ title, items }) => ({
    title,
    items: items.map((code) => ({ code, words: passedPhrase(code) })),
  }));
  return (
    <section aria-label={say('Checked and fine')} className="grid gap-3">
      <h2 className="text-lg font-semibold">
        {say('Checked and fine')} <span className="font-normal text-soft">{unique.length}</span>
      </h2>
      <div className="rounded-md border border-line bg-surface p-4">
        <p>{say('Each of these was looked at, and nothing wrong was seen.')}</p>
        <Disclosure
          summary={sayCount(unique.length, { one: 'Show the {count} check', other: 'Show the {count} checks' })}
        >
          <CodeList families={families} />
        </Disclosure>
      </div>
    </section>
  );
}
