import { useEffect, useRef, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainBlock, plainLine } from '../../lib/report/formats/plain.ts';
import { longestShownNote } from '../../lib/report/words/note-lines.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import { withheldWords } from '../../lib/report/words/withheld-words.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Say } from '../ui/Say.tsx';

/** Whose report this is: nobody knows who made it, only when, with what and where; what they left out; and what they say of it. */
export function ForeignHead({
  report,
  name,
  actions,
}: {
  readonly report: Report;
  /** The file’s name; null where it was pasted. */
  readonly name: string | null;
  readonly actions: ReactNode;
}) {
  const left = withheldWords(report);
  const head = useRef<HTMLDivElement>(null);
  // It takes the place of what had the focus, and says by it that it is there.
  useEffect(() => {
    head.current?.focus();
  }, []);
  return (
    <div ref={head} tabIndex={-1} role="group" aria-label={say('Somebody else’s report')} className="scroll-mt-4">
      <Notice title={say('Somebody else’s report')} actions={actions}>
        <p className="max-w-prose">
          {name === null ? (
            say(
              'From a text or a link. Nothing in it was checked on this machine, and nothing was sent: what was found is what it says, and the words for it are ours where we know its code.',
            )
          ) : (
            <Say
              text="From the file {name}. Nothing in it was checked on this machine, and nothing was sent: what was found is what it says, and the words for it are ours where we know its code."
              with={{ name: <Foreign text={name} className="font-medium" /> }}
            />
          )}
        </p>
        <p className="max-w-prose">
          <Foreign text={madeWords(report)} /> {say('Who made it cannot be told.')}
        </p>
        {left !== null && (
          <p className="max-w-prose">
            <Foreign text={left} />
          </p>
        )}
        {report.note !== null && report.note.trim() !== '' && <Note text={report.note} />}
      </Notice>
    </div>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <figure className="m-0 grid gap-0.5">
      <figcaption className="text-xs text-soft">{say('Note that came with this report')}</figcaption>
      <blockquote className="m-0 border-s-2 border-edge ps-3 whitespace-pre-wrap">
        <Foreign text={plainBlock(text.slice(0, longestShownNote))} />
      </blockquote>
    </figure>
  );
}

/** When, with which version and where it was made, in one sentence. */
function madeWords({ createdAt, tool, vantage, environment }: Report): string {
  const at = Date.parse(createdAt);
  const values = {
    time: Number.isNaN(at) ? plainLine(createdAt, 40) : whenWords(at, 0),
    version: plainLine(tool.version, 40),
  };
  const place = [environment?.browser, environment?.os]
    .flatMap((each) => (each === null || each === undefined || each === '' ? [] : [plainLine(each, 100)]))
    .join(', ');
  if (vantage === 'cli') {
    return place === ''
      ? say('Made on {time} with the command line, version {version}.', values)
      : say('Made on {time} with the command line, version {version}, on {place}.', { ...values, place });
  }
  return place === ''
    ? say('Made on {time} with the extension, version {version}.', values)
    : say('Made on {time} with the extension, version {version}, in {place}.', { ...values, place });
}
