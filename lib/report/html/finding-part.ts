import type { Element } from 'hast';
import { h } from 'hastscript';
import { msg, say, sayCount } from '../../i18n/say.ts';
import type { Severity } from '../../kernel/finding.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { differenceWords, outcomeWords, proofsOf } from '../words/exchange-words.ts';
import { confidenceWords, findingGroups, followWords, groupTitles } from '../words/finding-groups.ts';
import { saidFinding } from '../words/finding-words.ts';
import { guideWords } from '../words/guide-words.ts';
import { isIdle } from '../words/is-idle.ts';
import { sourceWithHost } from '../words/source-name.ts';
import type { Summary, Told } from '../words/summary.ts';
import { whoWords, type ReportReader } from '../words/who-words.ts';
import { plainLine } from '../formats/plain.ts';
import { code, fold, foreign, paragraphs, part, rows, webLink, words } from './elements.ts';
import { severityMark, severityTone } from './marks.ts';

/** What findings are shown with. */
export interface Shown {
  readonly report: Report;
  readonly reader: ReportReader;
  /** Where on the page an exchange stands, by its id. */
  readonly places: ReadonlyMap<string, string>;
}

/** The cause with its evidence, what to do and who can; null where there is none. */
export function causePart({ cause, next }: Summary, shown: Shown): Element | null {
  if (cause === null) return null;
  return part('cause', say('The cause'), [
    findingBox(cause, shown),
    h('p', { className: ['next'] }, [h('strong', [say('What to do next'), ':']), ' ', words(next)]),
  ]);
}

/** All other findings, those that ask the same of the reader together. */
export function othersParts(summary: Summary, shown: Shown): readonly Element[] {
  return findingGroups({ ...summary, cause: null }).map(({ kind, told }) =>
    part(kind, say(groupTitles[kind]), [
      ...told.slice(0, mostTold).map((each) => findingBox(each, shown)),
      left(told.length - mostTold),
    ]),
  );
}

const mostTold = 200;
const mostAlike = 50;
const mostProofs = 8;
const mostSources = 12;

function findingBox({ finding, alike, consequences }: Told, shown: Shown): Element {
  return h('article', { className: ['finding', severityTone(finding.severity)] }, [
    findingHead('h3', finding, shown),
    ...findingText(finding, shown),
    alike.length === 0
      ? null
      : fold(sayCount(alike.length, { one: 'The same once more', other: 'The same {count} times more' }), [
          ...alike.slice(0, mostAlike).map((each) => h('div', { className: ['alike'] }, shortText(each, shown))),
          left(alike.length - mostAlike),
        ]),
    consequences.length === 0
      ? null
      : fold(followWords(consequences.length), [
          ...consequences
            .slice(0, mostAlike)
            .map((each) =>
              h('article', { className: ['follower'] }, [findingHead('h4', each, shown), ...findingText(each, shown)]),
            ),
          left(consequences.length - mostAlike),
        ]),
  ]);
}

function left(count: number): Element | null {
  return count > 0
    ? h('p', { className: ['soft'] }, say('And {count} more: the saved report holds them all.', { count }))
    : null;
}

function findingHead(tag: 'h3' | 'h4', finding: WordedFinding, { report }: Shown): Element {
  const { severity, confidence } = finding;
  return h('div', { className: ['finding-head'] }, [
    severityMark(severity),
    h('div', [
      h(tag, words(saidFinding(finding, report).title, 600)),
      h('p', { className: ['soft'] }, `${say(severityTitles[severity])} · ${say(confidenceWords[confidence])}`),
    ]),
  ]);
}

const severityTitles: Readonly<Record<Severity, string>> = {
  blocker: msg('Blocker'),
  problem: msg('Problem'),
  warning: msg('Warning'),
  note: msg('Note'),
};

function findingText(finding: WordedFinding, shown: Shown): (Element | null)[] {
  const { report, reader } = shown;
  const { detail, fix } = saidFinding(finding, report);
  const proofs = proofLines(finding, shown);
  const guides = guideWords(finding);
  const sources = [...new Set(finding.sources)].slice(0, mostSources);
  return [
    ...paragraphs(detail),
    rows([
      proofs === null ? null : [say('Seen'), proofs],
      fix === '' ? null : [say('What to do'), h('div', { className: ['fix'] }, paragraphs(fix))],
      guides === '' ? null : [say('Guide'), words(guides)],
      isIdle(finding) ? null : [say('Who'), words(whoWords(finding, report, reader), 600)],
      sources.length === 0
        ? null
        : [
            say('Sources'),
            h(
              'ul',
              { className: ['sources'] },
              sources.map((each) => h('li', webLink(each, sourceWithHost(each)))),
            ),
          ],
      [
        say('Code'),
        [code(finding.code, 120), finding.step === null ? '' : ` · ${say('step {step}', { step: finding.step })}`],
      ],
    ]),
  ];
}

function shortText(finding: WordedFinding, shown: Shown): (Element | null)[] {
  return [...paragraphs(saidFinding(finding, shown.report).detail), proofLines(finding, shown)];
}

/** A line for each exchange that proves it, which leads to the exchange. */
function proofLines(finding: WordedFinding, { report, places }: Shown): Element | null {
  const proofs = proofsOf(finding, report.exchanges);
  if (proofs.length === 0) return null;
  const lines = proofs.slice(0, mostProofs).map((exchange, index) => {
    const other = proofs[index === 0 ? 1 : 0];
    const difference = other ? plainLine(differenceWords(exchange, other), 120) : '';
    const place = places.get(exchange.id);
    const asked = [
      h('code', [plainLine(exchange.method, 20), ' ', foreign(exchange.url, 300)]),
      ...(difference === '' ? [] : [' (', foreign(difference, 120), ')']),
    ];
    return h('li', [
      ...(place === undefined ? asked : [h('a', { href: `#${place}` }, asked)]),
      ' → ',
      foreign(outcomeWords(exchange), 300, ['outcome']),
    ]);
  });
  return h('ul', { className: ['proofs'] }, lines);
}
