import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { msg, say, sayCount } from '../../lib/i18n/say.ts';
import { breakNames, unclearName } from '../../lib/report/compare/compare-words.ts';
import type { ChangedTool, ComparedTools, ToolChange, ToolName } from '../../lib/report/compare/comparison.ts';
import { plainBlock, plainLine } from '../../lib/report/formats/plain.ts';
import { useMore } from '../exchanges/use-more.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';

/** Tools that went, came, seem to have a new name, or are defined otherwise now. What breaks stands open. */
export function ToolChanges({ tools }: { readonly tools: ComparedTools }) {
  const { removed, added, renamed, changed, counts } = tools;
  return (
    <>
      <Group title={say('Tools removed')} count={counts.removed}>
        <Names names={removed} />
      </Group>
      <Group title={say('Tools that seem to have a new name')} count={counts.renamed}>
        <ul className="m-0 grid list-none gap-1 p-0">
          {renamed.map(({ before, after }) => (
            <li key={after.name}>
              <Foreign text={plainLine(before.name, 200)} mono /> → <Foreign text={plainLine(after.name, 200)} mono />
            </li>
          ))}
        </ul>
      </Group>
      <Group title={say('Tools changed')} count={counts.changed}>
        <Changed tools={changed} />
      </Group>
      <Group title={say('Tools added')} count={counts.added}>
        <Names names={added} />
      </Group>
    </>
  );
}

function Group({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section aria-label={title} className="grid min-w-0 gap-2">
      <h2 className="font-semibold">
        {title} <span className="font-normal text-soft">{count}</span>
      </h2>
      {children}
    </section>
  );
}

function Names({ names }: { readonly names: readonly ToolName[] }) {
  const { shown, left, showMore } = useMore(names, 60);
  return (
    <>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {shown.map(({ name, title }) => (
          <li key={name} className="min-w-0 rounded-md border border-line bg-surface px-2 py-0.5">
            <Foreign text={plainLine(name, 200)} mono />
            {title !== null && title !== name && (
              <>
                {' '}
                <Foreign text={plainLine(title, 200)} className="text-soft" />
              </>
            )}
          </li>
        ))}
      </ul>
      <More left={left} onMore={showMore} />
    </>
  );
}

function Changed({ tools }: { readonly tools: readonly ChangedTool[] }) {
  const { shown, left, showMore } = useMore(tools, 30);
  return (
    <>
      <ul className="m-0 grid list-none gap-3 p-0">
        {shown.map((tool) => (
          <Tool key={tool.name} tool={tool} />
        ))}
      </ul>
      <More left={left} onMore={showMore} />
    </>
  );
}

function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  if (left === 0) return null;
  return (
    <p>
      <Button size="small" onClick={onMore}>
        {sayCount(left, { one: 'Show {count} more', other: 'Show {count} more' })}
      </Button>
    </p>
  );
}

function Tool({ tool }: { readonly tool: ChangedTool }) {
  const { name, title, changes, more, cut } = tool;
  const weighty = changes.filter(({ breaks, unclear }) => breaks !== null || unclear).length;
  return (
    <li className="min-w-0 rounded-md border border-line bg-surface p-3">
      <Disclosure
        open={weighty > 0}
        summary={
          <>
            <Foreign text={plainLine(name, 200)} mono className="font-medium" />
            {title !== null && title !== name && (
              <>
                {' '}
                <Foreign text={plainLine(title, 200)} className="text-soft" />
              </>
            )}{' '}
            <span className="text-soft">
              {sayCount(changes.length + more, { one: '{count} change', other: '{count} changes' })}
            </span>
          </>
        }
      >
        <ul className="m-0 grid list-none gap-4 p-0 pt-2">
          {changes.map((change) => (
            <Change key={`${change.path} ${change.before ?? ''} ${change.after ?? ''}`} change={change} />
          ))}
        </ul>
        {more > 0 && (
          <p className="mt-3 text-soft">{sayCount(more, { one: 'and {count} more', other: 'and {count} more' })}</p>
        )}
        {cut && <p className="mt-3 text-soft">{say('It is too large to be compared to its end.')}</p>}
      </Disclosure>
    </li>
  );
}

function Change({ change: { path, kind, before, after, breaks, unclear } }: { readonly change: ToolChange }) {
  return (
    <li className="grid min-w-0 gap-1">
      <p>
        <Foreign text={plainLine(path, 500)} mono /> <span className="text-soft">{say(kindNames[kind])}</span>
        {breaks !== null && (
          <span className="ms-2 inline-flex items-center gap-1 font-medium text-broken">
            <TriangleAlert aria-hidden size={14} className="shrink-0" /> {say(breakNames[breaks])}
          </span>
        )}
        {unclear && <span className="ms-2 text-soft">{say(unclearName)}</span>}
      </p>
      <BeforeAfter before={shown(before)} after={shown(after)} mono={!isProse(path)} />
    </li>
  );
}

const kindNames: Readonly<Record<ToolChange['kind'], string>> = {
  added: msg('added'),
  removed: msg('removed'),
  changed: msg('changed'),
};

function isProse(path: string): boolean {
  return /(?:^|\.)(?:description|title)$/.test(path);
}

function shown(text: string | null): string | null {
  return text === null ? null : plainBlock(text);
}
