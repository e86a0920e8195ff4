import { say, saidCode, sayCount } from '../../i18n/say.ts';
import { wordsOf } from '../../i18n/words.ts';
import { nameHazards } from '../../parsing/name-hazards.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { listingLimits } from '../../standards/directory-limits.ts';
import { hazardWords } from '../listing/hazard-words.ts';
import { iconWords } from './icon-row.ts';
import { listingFindings, type ListingFinding } from './listing-findings.ts';
import { listingRowState, type ListingRow } from './listing-rules.ts';
import { doubtWords, inFigures, metWords, valuesInFigures } from './listing-row-words.ts';
import { listingWords } from './listing-words.ts';
import type { RequirementId } from './readiness-shape.ts';
import { confirm, met, skipWords, type Rule, type Scene, type Seen } from './scene.ts';

/** What the author means to write into the form. */
export const listingRowRules = {
  name: (scene) => {
    const title = scene.report.facts.server?.title ?? scene.report.facts.server?.name ?? null;
    return byText(scene, 'name', {
      untold: title === null ? say('You have not said what it is to be called.') : serversName(inOneLine(title, 100)),
      fine: say('It is of plain characters, {count} of {limit}.', roomOf(scene, 'name')),
    });
  },
  tagline: (scene) =>
    byText(scene, 'tagline', {
      untold: say('You have not written one yet.'),
      fine: say('There is room for it: {count} of {limit} characters.', roomOf(scene, 'tagline')),
    }),
  description: (scene) => {
    const seen = byText(scene, 'description', {
      untold: say('You have not written one yet.'),
      fine: say(
        'Nothing in it is unsafe to show, and there is room for it: {count} of {limit} characters.',
        roomOf(scene, 'description'),
      ),
    });
    const isUnread = scene.descriptionFaults === null && seen.state === 'met';
    return isUnread ? confirm(say('Its Markdown was not looked at.')) : seen;
  },
  categories: (scene) => byRow(scene, 'categories', say('None is chosen yet.')),
  documentation: (scene) => byRow(scene, 'documentation', noAddress()),
  privacy: (scene) => byRow(scene, 'privacy', noAddress()),
  support: (scene) =>
    byRow(scene, 'support', say('You have not named one yet: an e-mail address, or the https address of a page.')),
  icon: ({ report }) => confirm(iconWords(report)),
  slug: () =>
    confirm(say('It becomes part of the listing’s address and cannot be changed later: choose it with care.')),
  examples: ({ counts }) => {
    const count = counts.examples;
    if (count === 0)
      return confirm(say('Write three requests that people can try as they are, and try them in Claude.'));
    return confirm(
      sayCount(count, {
        one: 'The description has {count} example. Whether it works, only trying it in Claude shows; three are asked for.',
        other:
          'The description has {count} examples. Whether they work, only trying them in Claude shows; three are asked for.',
      }),
    );
  },
  screenshots: (scene) => {
    const apps = appsSeen(scene);
    if (apps === 'none' && scene.draft.screenshots.length === 0) return null;
    if (apps === 'none') return confirm(say('None are asked for: no tool shows an interactive part (MCP Apps).'));
    if (apps === 'unseen')
      return confirm(say('Only where tools show an interactive part (MCP Apps). {reason}', reasonOf(scene)));
    return byRow(scene, 'screenshots', say('None was looked at yet.'));
  },
  'screenshot-prompts': (scene) =>
    appsSeen(scene) === 'some' ? confirm(say('Write beside each picture what somebody asks Claude to see it.')) : null,
} as const satisfies Partial<Readonly<Record<RequirementId, Rule>>>;

function noAddress(): string {
  return say('You have not named its address yet.');
}

/** The name that people see while the author tells none, with what is risky in it. */
function serversName(name: string): string {
  const [hazard] = nameHazards(name);
  return hazard === undefined
    ? say('You have not said what it is to be called. The server calls itself “{name}”.', { name })
    : say('You have not said what it is to be called. The server calls itself “{name}”. {hazard}', {
        name,
        hazard: say(hazardWords[hazard]),
      });
}

function roomOf(
  { counts }: Scene,
  member: keyof typeof listingLimits,
): { readonly count: string; readonly limit: string } {
  return { count: inFigures(counts.characters[member]), limit: inFigures(listingLimits[member]) };
}

function byText(
  scene: Scene,
  member: keyof typeof listingLimits,
  words: { readonly untold: string; readonly fine: string },
): Seen {
  if (scene.counts.characters[member] === 0) return confirm(words.untold);
  return unmet(scene, member) ?? met(words.fine);
}

function byRow(scene: Scene, row: ListingRow, untold: string): Seen {
  const fault = unmet(scene, row);
  if (fault) return fault;
  const said = listingRowState(row, scene);
  if (said.state === 'met') return met(metWords(row, said));
  const { because, values } = said.state === 'confirm' ? said : ({ because: 'unlooked', values: {} } as const);
  return confirm(because === 'untold' ? untold : say(doubtWords[because], valuesInFigures(values)));
}

/** What does not hold in this row, in the words of the finding that says so. */
function unmet(scene: Scene, row: ListingFinding['row']): Seen | null {
  const { draft, counts, links, descriptionFaults, report } = scene;
  const all = listingFindings({ draft, counts, links, descriptionFaults: descriptionFaults ?? [] });
  const found = all.filter((finding) => finding.row === row);
  if (found.length === 0) return null;
  const sentences = found.map(({ code, values }) => {
    const words =
      saidCode(code, { ...values, vantage: report.vantage }) ?? wordsOf(listingWords[code], values, report.vantage);
    return say('{title}. {detail}', { title: words.title, detail: words.detail });
  });
  return { state: 'unmet', why: sentences.join(' '), codes: found.map(({ code }) => code) };
}

/** Whether there are MCP Apps; where that was not seen, pictures that were handed in speak for them. */
function appsSeen({ report, draft }: Scene): 'some' | 'none' | 'unseen' {
  if (report.findings.some(({ code }) => code === 'apps.present')) return 'some';
  if (report.passed.includes('apps.present')) return 'none';
  return draft.screenshots.length > 0 ? 'some' : 'unseen';
}

function reasonOf({ report }: Scene): { readonly reason: string } {
  const because = report.skipped.find(({ code }) => code === 'apps.present')?.because ?? 'not-asked';
  return { reason: say(skipWords[because]) };
}
