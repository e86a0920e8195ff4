import { say } from '../../../lib/i18n/say.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { additionWords, afterIconChange, iconAdviceWords } from '../../../lib/preview/icons/icon-advice-words.ts';
import type { IconAddition, IconAdvice } from '../../../lib/preview/preview.ts';
import { plainLine } from '../../../lib/report/formats/plain.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

/** What to change, in order, each with the reason that was seen and the tag or the file that is missing. */
export function IconAdviceList({
  advice,
  report,
}: {
  readonly advice: readonly IconAdvice[];
  readonly report: Pick<Report, 'findings' | 'vantage' | 'subject'>;
}) {
  return (
    <>
      <ol className="m-0 grid list-decimal gap-3 ps-5">
        {advice.map((each) => {
          const words = iconAdviceWords(each, report);
          if (!words) return null;
          return (
            <li key={each.finding ?? each.code} className="ps-1">
              <div className="grid min-w-0 gap-1">
                <p className="font-medium wrap-anywhere">{plainLine(words.title, 300)}</p>
                <p className="wrap-anywhere">{plainLine(words.text, 800)}</p>
                {each.adds.map((addition) => (
                  <Addition key={addition.text} addition={addition} />
                ))}
              </div>
            </li>
          );
        })}
      </ol>
      {advice.some(({ adds }) => adds.length > 0) && <p className="text-soft">{say(afterIconChange)}</p>}
    </>
  );
}

function Addition({ addition }: { readonly addition: IconAddition }) {
  return (
    <div className="grid min-w-0 gap-1">
      <p className="wrap-anywhere">{additionWords(addition)}</p>
      <div className="flex flex-wrap items-center gap-2">
        <code
          dir="ltr"
          className="min-w-0 rounded-sm border border-line bg-well px-2 py-1 font-mono text-xs wrap-anywhere"
        >
          {addition.text}
        </code>
        <CopyButton text={addition.text} what={say('what is to be added')} />
      </div>
    </div>
  );
}
