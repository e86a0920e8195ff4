import type { Element } from 'hast';
import { h } from 'hastscript';
import { say, sayCount } from '../../i18n/say.ts';
import type { Report, TokenShape } from '../../kernel/report.ts';
import { plainLine } from '../formats/plain.ts';
import { redactionWords } from '../redaction/redaction-words.ts';
import { byFamily } from '../words/code-families.ts';
import { factRows } from '../words/fact-rows.ts';
import { passedWords } from '../words/run-words.ts';
import { passedPhrase } from '../words/passed/check-phrases.ts';
import { withheldNames } from '../words/withheld-names.ts';
import type { Summary } from '../words/summary.ts';
import { code, fold, foreign, part, rows, words } from './elements.ts';

const mostTools = 1_000;
const mostRedactions = 100;
const mostTokens = 50;

/** What nobody saw in this run; null where nothing is left open. */
export function notSeenPart({ notSeen }: Summary): Element | null {
  if (notSeen.length === 0) return null;
  return part(
    'not-seen',
    say('Not seen from here'),
    h(
      'ul',
      { className: ['list'] },
      notSeen.map((line) => h('li', words(line))),
    ),
  );
}

/** What was looked at and found well; null where nothing was. */
export function passedPart(report: Report): Element | null {
  const codes = [...new Set(report.passed)];
  if (codes.length === 0) return null;
  const families = byFamily(codes, (each) => each).map(({ title, items }) =>
    h('div', [
      h('dt', title),
      h(
        'dd',
        h(
          'ul',
          { className: ['list'] },
          items.map((each) => h('li', words(passedPhrase(each), 160))),
        ),
      ),
    ]),
  );
  return part('passed', say('Checked and fine'), [
    h(
      'div',
      { className: ['screen-alone'] },
      fold(passedWords(report), h('dl', { className: ['families'] }, families)),
    ),
  ]);
}

/** What was learned about the connector and the run, without judging it. */
export function factsPart(report: Report): Element {
  return part('facts', say('What was learned'), [
    rows(factRows(report).map(({ label, value }) => [label, foreign(value, 1_000)])),
    h('div', { className: ['screen-alone'] }, toolsOf(report)),
  ]);
}

function toolsOf({ facts: { tools } }: Report): Element | null {
  if (tools === null || tools.items.length === 0) return null;
  const items = tools.items.slice(0, mostTools);
  const left = tools.count - items.length;
  return fold(sayCount(tools.count, { one: '{count} tool', other: '{count} tools' }), [
    h(
      'ul',
      { className: ['tools'] },
      items.map(({ name, title, readOnly, destructive }) =>
        h('li', [
          code(name, 200),
          title === null ? null : h('span', [' ', foreign(title, 200)]),
          h('span', { className: ['soft'] }, hintWords(readOnly, destructive)),
        ]),
      ),
    ),
    left > 0
      ? h('p', { className: ['soft'] }, say('And {count} more: the saved report holds them all.', { count: left }))
      : null,
  ]);
}

function hintWords(readOnly: boolean | null, destructive: boolean | null): string {
  if (readOnly === true) return ` ${say('says that it only reads')}`;
  if (destructive === true) return ` ${say('says that it may delete or overwrite')}`;
  return '';
}

/** What is not in the report: secrets, and what the person left out. */
export function takenOutPart(report: Report): Element {
  const { redactions, withheld = [], tokenShapes = [] } = report;
  return part('taken-out', say('What was taken out'), [
    withheld.length === 0
      ? null
      : h('div', [
          h('p', say('Left out by the person who hands this report on:')),
          h(
            'ul',
            { className: ['list'] },
            withheld.map((each) => h('li', say(withheldNames[each]))),
          ),
        ]),
    h(
      'p',
      redactions.length === 0
        ? say('No secret was met, so nothing had to be taken out.')
        : say('Secrets were taken out before the report was kept. The same mark stands for the same secret.'),
    ),
    redactions.length === 0
      ? null
      : h(
          'ul',
          { className: ['list'] },
          redactions.slice(0, mostRedactions).map((each) => h('li', words(redactionWords(each), 400))),
        ),
    tokenShapes.length === 0
      ? null
      : fold(
          sayCount(tokenShapes.length, {
            one: 'What is left of {count} token',
            other: 'What is left of {count} tokens',
          }),
          tokenShapes.slice(0, mostTokens).map(tokenOf),
        ),
  ]);
}

function tokenOf({ mark, header, claims }: TokenShape): Element | null {
  const signed = Object.entries(header).map(([name, value]) => `${name} ${value}`);
  return rows([
    [say('Mark'), code(mark, 100)],
    signed.length === 0 ? null : [say('How it was signed'), code(signed.join(', '), 400)],
    claims.length === 0 ? null : [say('Claims (names alone)'), code(claims.join(', '), 1_000)],
  ]);
}

/** What this run was allowed to do. */
export function runPart({ run }: Report): Element {
  return part('run', say('The run'), [
    rows([
      [say('State'), code(run.status, 40)],
      run.plans.length === 0 ? null : [say('Parts of the check'), code(run.plans.join(', '), 300)],
      run.consents.length === 0 ? null : [say('Allowed'), code(plainLine(run.consents.join(', '), 600), 600)],
      run.missingOrigins.length === 0 ? null : [say('Not allowed'), code(run.missingOrigins.join(', '), 1_000)],
    ]),
  ]);
}
