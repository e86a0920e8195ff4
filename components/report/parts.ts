import { msg } from '../../lib/i18n/say.ts';
import { withholdable, type Report, type Withheld } from '../../lib/kernel/report.ts';
import { prepareReport } from '../../lib/report/sharing/prepare-report.ts';
import { seenIn } from '../interference/browser-evidence.ts';

/** A part of a report that its reader may leave out. */
export interface Part {
  readonly part: Withheld;
  /** How many there are, where that says something. */
  readonly count: number | null;
  /** Whoever handed the report on left it out already: it cannot be put back. */
  readonly isGone: boolean;
}

/** The parts that this report has, in the order in which they are asked for. */
export function partsOf(report: Report): readonly Part[] {
  return withholdable.flatMap((part): readonly Part[] => {
    const isGone = report.withheld?.includes(part) === true;
    const count = countOf(part, report);
    return count === 0 && !isGone ? [] : [{ part, count: isGone ? null : count, isGone }];
  });
}

/** What says who made the report and where it was made; what remains is what was asked and answered. */
export function namesSomebody({ part }: Part): boolean {
  return part !== 'exchanges';
}

interface PartWords {
  readonly name: string;
  /** What is lost when it is left out. */
  readonly loss: string;
}

const partWords: Readonly<Record<Withheld, PartWords>> = {
  host: {
    name: msg('Host names and public addresses'),
    loss: msg(
      'Without them nobody can look at the server themselves. Made-up names stand in their place, the same one each time.',
    ),
  },
  paths: {
    name: msg('Paths in addresses'),
    loss: msg('Without them nobody sees whether a path is misspelt.'),
  },
  addresses: {
    name: msg('Private addresses'),
    loss: msg('Without them it can still be read that an address is a private one, but not which.'),
  },
  extensions: {
    name: msg('Your extensions'),
    loss: msg('Without them nobody can tell which extension may stand in the way.'),
  },
  system: {
    name: msg('Browser and system'),
    loss: msg('Without them nobody notices what fails in one browser or system alone.'),
  },
  tools: {
    name: msg('Names of tools'),
    loss: msg(
      'Without them nobody can tell which tool a finding is about. Names of parameters and their choices stay: they are judged.',
    ),
  },
  exchanges: {
    name: msg('Raw exchanges'),
    loss: msg(
      'They are the proof: without them nobody sees what the server answered, and the report cannot be judged again.',
    ),
  },
};

const wordsForBrowsers: Readonly<Partial<Record<Withheld, PartWords>>> = {
  host: {
    name: msg('Names of other hosts'),
    loss: msg('Without them nobody sees what else was asked. Claude’s own addresses stay.'),
  },
};

const wordsForBundles: Readonly<Partial<Record<Withheld, PartWords>>> = {
  paths: {
    name: msg('The file’s name, and paths in addresses'),
    loss: msg('Without them nobody can tell which version of the file it was.'),
  },
};

/** Where nothing was asked over the network. */
const wordsWithoutExchanges: PartWords = {
  name: msg('All that was seen, word for word'),
  loss: msg('It is the proof: without it the report cannot be judged again.'),
};

/** What a part of this report is called, and what is lost without it. */
export function wordsOfPart(part: Withheld, { subject }: Report): PartWords {
  if (part === 'exchanges' && subject !== 'connector') return wordsWithoutExchanges;
  const own = { connector: undefined, browser: wordsForBrowsers, bundle: wordsForBundles }[subject];
  return own?.[part] ?? partWords[part];
}

/** Zero where the report has none of it; null where counting says nothing. */
function countOf(part: Withheld, report: Report): number | null {
  const { facts, exchanges, subject } = report;
  if (part === 'exchanges' && exchanges.length > 0) return exchanges.length;
  if (part === 'tools' && facts.tools !== null) return facts.tools.count;
  if (part === 'extensions' && subject === 'browser') return seenIn(report, 'extensions')?.suspects.length ?? 0;
  // A check of a connector has names and paths, and is large: nobody shall wait for what is known.
  const isKnown = subject === 'connector' && exchanges.length > 0 && alwaysThere.has(part);
  return isKnown || changes(part, report) ? null : 0;
}

const alwaysThere: ReadonlySet<Withheld> = new Set(['host', 'paths', 'addresses', 'system']);

/** Whether anything is another without it. */
function changes(part: Withheld, report: Report): boolean {
  return textOf(prepareReport(report, { withhold: [part], note: null })) !== textOf(report);
}

function textOf(report: Report): string {
  return JSON.stringify({ ...report, withheld: [] });
}
