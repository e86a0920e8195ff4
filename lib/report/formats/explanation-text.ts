import type { Explanation } from '../../help/explain.ts';
import { likelihoodWords, surfaceWords } from '../../help/explanation-words.ts';
import { wayToCheck, type WayToCheck } from '../../help/way-to-check.ts';
import { kindWords } from '../../help/result-details.ts';
import type { SearchResult } from '../../help/search-entry.ts';
import { msg, say } from '../../i18n/say.ts';
import { errorSentences } from '../../knowledge/error-sentences.ts';
import { wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import { shellWord } from '../exchanges/shell-text.ts';
import { stepName } from '../words/step-names.ts';
import { pageOf, type Page, type TextOptions } from './text-page.ts';

/** An explanation for people at a terminal: what it means, where, the causes in order, and what to run to check each. */
export function renderExplanation(
  explanation: Explanation,
  guideTitles: readonly string[],
  options: TextOptions,
  similar: readonly SearchResult[] = [],
): string {
  const page = pageOf(options);
  const blocks = [
    headLines(explanation, page),
    similarLines(similar, page),
    explanation.matched.length === 0 ? waysOnLines(page) : [],
    whereLines(explanation, page),
    causeLines(explanation, page),
    checkLines(explanation, page),
    furtherLines(explanation, guideTitles, page),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLines({ matched, isWeak, meaning, notAConnectorFault }: Explanation, page: Page): readonly string[] {
  const [lead] = matched;
  const { colors, labelWidth, room } = page;
  const whole = labelWidth + room;
  const calm = notAConnectorFault ? [colors.green(say('No connector is at fault.'))] : [];
  if (lead === undefined) return [...wrap(say(meaning), whole).map(colors.bold)];
  return [
    ...wrap(errorSentences[lead].shown, whole).map(colors.dim),
    ...(isWeak ? wrap(say('If this is about a connector:'), whole) : []),
    ...wrap(say(meaning), whole).map(colors.bold),
    ...calm,
  ];
}

/** What to do with a text that is not known. */
const waysOn = [
  msg('If a connector fails: connector-doctor check URL'),
  msg('For a question in your own words: connector-doctor faq QUESTION'),
  msg('If Claude shows a reference (ofid_…), paste it too.'),
];

function waysOnLines({ labelWidth, room }: Page): readonly string[] {
  return waysOn.flatMap((way) => wrap(say(way), labelWidth + room));
}

/** The best answer in its words, then the title of the next. */
function similarLines(similar: readonly SearchResult[], { colors, labelWidth, room }: Page): readonly string[] {
  if (similar.length === 0) return [];
  const whole = labelWidth + room;
  return [
    ...wrap(say('These exact words are not known here. They sound like this:'), whole).map(colors.bold),
    ...similar.flatMap(({ kind, title, answer }, index) => [
      ...wrap(`${say(kindWords[kind])}: ${plainLine(title)}`, whole),
      ...(index === 0 ? wrap(plainLine(answer), whole) : []),
    ]),
  ];
}

function whereLines({ step, surfaces, found, reference }: Explanation, page: Page): readonly string[] {
  const seen = surfaces.map((surface) => say(surfaceWords[surface])).join(', ');
  return [
    ...(step === null
      ? []
      : page.paragraph(say('Where'), say('Step {step} of 12: {name}', { step, name: stepName(step) }))),
    ...(seen === '' ? [] : page.paragraph(say('Seen in'), seen)),
    ...(reference === null
      ? []
      : page.paragraph(
          say('Id'),
          say('{reference}: only Anthropic can trace it, and only for a limited time.', { reference }),
        )),
    ...foundLines(found).flatMap((words, index) => page.paragraph(index === 0 ? say('Text') : '', words)),
  ];
}

/** What the text itself shows, each in a few words. */
function foundLines({
  host,
  status,
  rpcCode,
  stage,
  oauthError,
  identityCode,
}: Explanation['found']): readonly string[] {
  return [
    host === null ? null : say('Server: {host}', { host }),
    status === null ? null : say('HTTP status: {status}', { status }),
    rpcCode === null ? null : say('JSON-RPC error: {code}', { code: rpcCode }),
    oauthError === null ? null : `oauth_error=${oauthError}`,
    stage === null ? null : `step=${stage}`,
    identityCode,
  ].filter((words) => words !== null);
}

function causeLines({ causes }: Explanation, { colors, labelWidth, room }: Page): readonly string[] {
  if (causes.length === 0) return [];
  const lines = causes.flatMap(({ code, likelihood, why }, index) => {
    const number = `${String(index + 1)}. `.padStart(4);
    const words = wrap(say(why), labelWidth + room - number.length);
    return [
      ...words.map((line, at) => `${at === 0 ? number : ' '.repeat(number.length)}${line}`),
      `    ${colors.dim(`${code} · ${say(likelihoodWords[likelihood])}`)}`,
    ];
  });
  return [colors.bold(say('Likely causes, the most likely first')), ...lines];
}

const commands: Readonly<Record<WayToCheck, string | null>> = {
  check: 'connector-doctor check {url}',
  'check-active': 'connector-doctor check {url} --active',
  'check-signed-in': 'connector-doctor check {url} --sign-in',
  browser: null,
  account: null,
  nobody: null,
};

const withoutCommand: Readonly<Partial<Record<WayToCheck, string>>> = {
  browser: msg('a look at this browser, with the extension'),
  account: msg('You can see this only in Claude or from your Owner.'),
};

/** Which cause is found by what, each way once. */
function checkLines({ causes, check, matched, notAConnectorFault }: Explanation, page: Page): readonly string[] {
  const url = check === null ? 'URL' : shellWord(check);
  const ways = [...new Set(causes.map(({ code }) => wayToCheck(code)))].filter((way) => way !== 'nobody');
  const lines = ways.map((way) => {
    const numbers = causes.flatMap(({ code }, index) => (wayToCheck(code) === way ? [index + 1] : []));
    const words = commands[way]?.replace('{url}', url) ?? say(withoutCommand[way] ?? '');
    return `${ranges(numbers)}: ${words}`;
  });
  const isWorthACheck = causes.length === 0 && !notAConnectorFault && (matched.length > 0 || check !== null);
  return [...lines, ...(isWorthACheck ? [`connector-doctor check ${url}`] : [])].flatMap((line, index) =>
    page.paragraph(index === 0 ? say('Check') : '', line),
  );
}

/** “1–4, 7” */
function ranges(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
    .join(', ');
}

const mostSources = 5;

function furtherLines({ sources }: Explanation, guideTitles: readonly string[], page: Page): readonly string[] {
  return [
    ...guideTitles.flatMap((title, index) => page.paragraph(index === 0 ? say('Help') : '', say(title))),
    ...sources.slice(0, mostSources).map((source, index) => page.line(index === 0 ? say('Sources') : '', source)),
  ];
}
