import { say, sayCount } from '../../lib/i18n/say.ts';
import type { PageTraffic, TrafficNote } from '../../lib/kernel/evidence-browser.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { needWords, sortedNotes, troubleWords } from './look-words.ts';
import { OutcomeSign } from './OutcomeSign.tsx';

/** What the requests met that Claude’s page made by itself; those that it can do without stand apart. */
export function TrafficList({ traffic }: { readonly traffic: PageTraffic }) {
  const { needed, harmless } = sortedNotes(traffic.notes);
  return (
    <section aria-labelledby="traffic-title" className="grid gap-2">
      <h2 id="traffic-title" className="text-lg font-semibold">
        {say('What the page’s own requests met')}
      </h2>
      <p className="max-w-prose text-soft">{seenWords(traffic)}</p>
      <div className="grid gap-3 rounded-md border border-line bg-surface p-4">
        {needed.length === 0 ? (
          <p>{say('None that Claude needs was kept back or changed.')}</p>
        ) : (
          <Notes notes={needed} />
        )}
        {harmless.length > 0 && (
          <Disclosure summary={say('Harmless for connectors ({count})', { count: harmless.length })}>
            <div className="py-1">
              <Notes notes={harmless} />
            </div>
          </Disclosure>
        )}
      </div>
    </section>
  );
}

function seenWords({ isWhole, requests }: PageTraffic): string {
  if (isWhole) {
    return sayCount(requests, {
      one: '{count} request was seen, from the first one on.',
      other: '{count} requests were seen, from the first one on.',
    });
  }
  const seen = sayCount(requests, { one: '{count} request was seen.', other: '{count} requests were seen.' });
  return `${seen} ${say('The page was open before it was watched: what it asked for until then is not known.')}`;
}

function timesWords(times: number, need: string): string {
  return times > 1 ? say('{need} · {times} times', { need, times }) : need;
}

function Notes({ notes }: { readonly notes: readonly TrafficNote[] }) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {notes.map((note) => (
        <li
          key={JSON.stringify([note.url, note.type, note.what])}
          className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
        >
          <div className="min-w-0">
            <p>
              <Foreign text={plainLine(note.url, 300)} mono />
            </p>
            <p className="text-xs text-soft">{timesWords(note.times, needWords(note.need, note.extra))}</p>
          </div>
          <OutcomeSign outcome={troubleWords(note.what)} />
        </li>
      ))}
    </ul>
  );
}
