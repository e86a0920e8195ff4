import { say } from '../../lib/i18n/say.ts';
import type { Headers } from '../../lib/kernel/exchange.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { useMore } from './use-more.ts';

/** Headers by their names, as text. */
export function HeaderList({ title, headers }: { readonly title: string; readonly headers: Headers }) {
  const { shown, left, showMore } = useMore(Object.entries(headers), 60);
  if (shown.length === 0) return null;
  return (
    <Disclosure summary={`${title} (${shown.length + left})`} open>
      <dl className="grid gap-x-4 gap-y-0.5 @lg:grid-cols-[minmax(8rem,14rem)_minmax(0,1fr)]">
        {shown.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="min-w-0 text-soft">
              <Foreign text={plainLine(name, 200)} mono />
            </dt>
            <dd className="m-0 mb-1 min-w-0 @lg:mb-0">
              <Foreign text={plainLine(value, 4_000)} mono />
            </dd>
          </div>
        ))}
      </dl>
      {left > 0 && (
        <Button size="small" className="mt-2" onClick={showMore}>
          {say('Show more of {count} further headers', { count: left })}
        </Button>
      )}
    </Disclosure>
  );
}
