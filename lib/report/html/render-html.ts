import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { say, spokenLanguage } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { encodeReport } from '../formats/encode.ts';
import { plainLine } from '../formats/plain.ts';
import type { TextOptions } from '../formats/text-page.ts';
import { summarize, type Summary } from '../words/summary.ts';
import { readerOf, type ReportReader } from '../words/who-words.ts';
import { dataBlock } from './data-block.ts';
import { exchangePlaces, exchangesPart } from './exchange-part.ts';
import { factsPart, notSeenPart, passedPart, runPart, takenOutPart } from './facts-part.ts';
import { causePart, othersParts } from './finding-part.ts';
import { disclaimer, headPart, showsPart, stepsPart } from './head-part.ts';
import { pageStyle, pageStyleHash } from './page-style.ts';

/**
 * The report as one page to read, print and send: nothing in it runs, nothing is loaded, and its own policy allows neither. The whole
 * report is in it as data, from which `reportInHtml` reads it again; what people read of it is bounded.
 */
export function renderHtml(report: Report, options: Pick<TextOptions, 'reader'> = {}): string {
  const reader = options.reader ?? readerOf(report);
  const summary = summarize(report, reader);
  const head = toHtml(headOf(report, summary));
  const body = toHtml(bodyOf(report, summary, reader));
  return [
    `<!doctype html>\n<html lang="${spokenLanguage()}">\n${head}\n<body>\n${body}\n`,
    `${dataBlock(encodeReport(report).trimEnd())}\n</body>\n</html>\n`,
  ].join('');
}

function headOf(report: Report, { headline }: Summary): Element {
  const policy = ["default-src 'none'", `style-src '${pageStyleHash}'`, "base-uri 'none'", "form-action 'none'"].join(
    '; ',
  );
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', plainLine(`${headline}: ${nameOf(report)}`, 200)),
    h('style', pageStyle),
  ]);
}

/** The host, or the file of a bundle. */
function nameOf({ subject, target }: Report): string {
  if (subject === 'browser') return 'claude.ai';
  if (target === null) return 'Connector Doctor';
  return 'file' in target ? target.file : target.host;
}

function bodyOf(report: Report, summary: Summary, reader: ReportReader): Element[] {
  const places = exchangePlaces(report);
  const shown = { report, reader, places };
  const cause = causePart(summary, shown);
  const parts = [
    stepsPart(report),
    showsPart(report),
    ...othersParts(summary, shown),
    notSeenPart(summary),
    passedPart(report),
    exchangesPart(report, places),
    factsPart(report),
    takenOutPart(report),
    runPart(report),
  ].filter((each) => each !== null);
  return [
    h('main', [headPart(report, summary), cause, contentsOf(parts), ...parts]),
    h('footer', [h('p', say(disclaimer)), h('p', `Connector Doctor ${plainLine(report.tool.version, 40)}`)]),
  ];
}

/** The parts of the page by their headings. */
function contentsOf(parts: readonly Element[]): Element {
  const links = parts.map((each) => {
    const [heading] = each.children;
    const title = heading?.type === 'element' ? heading.children : [];
    return h('li', h('a', { href: `#${String(each.properties['id'])}` }, title));
  });
  return h('nav', { ariaLabel: say('On this page'), className: ['contents'] }, h('ul', links));
}
