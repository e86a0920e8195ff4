import { Copy, Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { stopWords } from '../../lib/report/compare/cause-words.ts';
import { comparedTimes } from '../../lib/report/compare/compared-times.ts';
import { apartWords, factNames, factValue, provisoWords } from '../../lib/report/compare/compare-words.ts';
import type { ComparedReport, Comparison, Pair } from '../../lib/report/compare/comparison.ts';
import { glanceLines, type GlanceLine } from '../../lib/report/compare/glance.ts';
import { verdictHeadline } from '../../lib/report/compare/verdict-headlines.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { verdictLooks } from '../diagnosis/VerdictBadge.tsx';
import { Row, Rows } from '../exchanges/Rows.tsx';
import { saveText } from '../report/save-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { toneText } from '../ui/tone.ts';
import { CauseChanges } from './CauseChanges.tsx';
import { FindingChanges } from './FindingChanges.tsx';
import { glanceLooks } from './glance-looks.ts';
import { ToolChanges } from './ToolChanges.tsx';

/** What is different between two reports: at a glance, then findings, tools, and what else is known of them. */
export function ComparisonView({
  comparison,
  now,
  names = noNames,
}: {
  readonly comparison: Comparison;
  /** Unix time in milliseconds. */
  readonly now: number;
  /** The names of the files that they came from; null for those that came from none. */
  readonly names?: Pair<string | null>;
}) {
  const { before, after } = comparison;
  const provisos = provisoWords(comparison);
  const isApart = apartWords(comparison) !== null;
  const times = comparedTimes(comparison, now);
  return (
    <div className="@container grid min-w-0 gap-6">
      <div className="grid gap-3 @lg:grid-cols-2">
        <Side
          label={isApart ? say('The first one') : say('Before')}
          side={before}
          file={names.before}
          time={times.before}
        />
        <Side label={isApart ? say('The second one') : say('Now')} side={after} file={names.after} time={times.after} />
      </div>
      <section aria-label={say('At a glance')} className="grid gap-3">
        <ul className="m-0 grid list-none gap-1.5 p-0">
          {glanceLines(comparison).map((line) => (
            <Glance key={line.words} line={line} />
          ))}
        </ul>
        {provisos.map((words) => (
          <p key={words} className="max-w-prose text-xs text-soft">
            {words}
          </p>
        ))}
        <Keep comparison={comparison} />
      </section>
      <CauseChanges comparison={comparison} />
      <FindingChanges comparison={comparison} />
      <ToolChanges tools={comparison.tools} />
      <Facts comparison={comparison} />
    </div>
  );
}

const noNames: Pair<null> = { before: null, after: null };

function Side({
  label,
  side,
  file,
  time,
}: {
  readonly label: string;
  readonly side: ComparedReport;
  readonly file: string | null;
  readonly time: string;
}) {
  const stop = stopWords(side);
  const { tone, icon } = verdictLooks[side.verdict];
  return (
    <div className="grid min-w-0 content-start gap-1 rounded-md border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-xs font-semibold text-soft">{label}</h2>
        <Badge tone={tone} icon={icon}>
          {verdictHeadline(side)}
        </Badge>
      </div>
      <p className="line-clamp-3 font-medium" title={plainLine(side.about ?? '', 2_000)}>
        <Foreign text={side.about === null ? say('What was typed') : plainLine(side.about, 400)} />
      </p>
      {stop !== null && (
        <p>
          <Foreign text={plainLine(stop, 200)} />
        </p>
      )}
      {file !== null && (
        <p className="text-xs text-soft">
          <Foreign text={file} />
        </p>
      )}
      {time !== '' && <p className="text-xs text-soft">{time}</p>}
    </div>
  );
}

function Glance({ line }: { readonly line: GlanceLine }) {
  const { icon: Icon, tone, name } = glanceLooks[line.tone];
  return (
    <li className={classes('flex items-start gap-2', line.tone === 'worse' && 'font-medium')}>
      <Icon aria-hidden size={16} className={classes('mt-0.5 shrink-0', toneText[tone])} />
      <span className="min-w-0">
        {name !== null && <span className="sr-only">{say(name)} </span>}
        <Foreign text={line.words} />
      </span>
    </li>
  );
}

function Keep({ comparison }: { readonly comparison: Comparison }) {
  const [said, setSaid] = useState('');
  const markdown = async (): Promise<string> =>
    (await import('../../lib/report/compare/render-compare-markdown.ts')).renderComparisonMarkdown(comparison);
  const copy = async (): Promise<void> => {
    const copied = await markdown()
      .then((text) => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
    setSaid(copied ? say('Copied.') : say('The browser did not allow copying: save the file instead.'));
  };
  const save = async (): Promise<void> => {
    const name = `connector-doctor changes ${comparison.after.createdAt.slice(0, 10).replace(/[^\d-]/g, '')}.md`;
    saveText(name, await markdown(), 'text/markdown');
    setSaid(say('Saved as {name}.', { name }));
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" onClick={() => void copy()}>
        <Copy aria-hidden size={14} /> {say('Copy as Markdown')}
      </Button>
      <Button size="small" onClick={() => void save()}>
        <Download aria-hidden size={14} /> {say('Save as Markdown')}
      </Button>
      <span role="status" className="text-soft">
        {said}
      </span>
    </div>
  );
}

function Facts({ comparison: { facts } }: { readonly comparison: Comparison }) {
  if (facts.length === 0) return null;
  return (
    <Section title={say('Otherwise')}>
      <Rows>
        {facts.map((fact) => (
          <Row key={fact.what} label={say(factNames[fact.what])}>
            <Foreign text={plainLine(factValue(fact, fact.before), 500)} />
            {' → '}
            <Foreign text={plainLine(factValue(fact, fact.after), 500)} className="font-medium" />
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="grid min-w-0 gap-2">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
