import { guides } from '../../guides/catalog.ts';
import type { GuideId } from '../../guides/guide-id.ts';
import { dateWords } from '../../help/date-words.ts';
import { filledText, stepsFor } from '../../help/guide-steps.ts';
import { say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { facts, type FactId } from '../../knowledge/facts.ts';
import { places } from '../../knowledge/places.ts';
import { aboutConnector } from './about-connector.ts';
import { causeToHandOn } from './cause-to-hand-on.ts';
import { letterOf, line, noteLines, type Letter } from './letter.ts';
import { supportLines } from './support-summary.ts';

/**
 * A message to an Owner of the organization: what to do and where, by the names that stand on screen in Claude, with the day on which they
 * were read. It holds no word of the protocol.
 */
export function ownerMessage(report: Report): Letter {
  const code = causeToHandOn(report)?.code;
  if (code === 'account.action-restricted') return allowTool(report);
  return code === 'account.owner-must-enable' ? addConnector(report) : askSupport(report);
}

/** Whether the message asks an Owner to ask Claude’s support. */
export function asksForSupport(report: Report): boolean {
  const code = causeToHandOn(report)?.code;
  return code !== 'account.action-restricted' && code !== 'account.owner-must-enable';
}

function addConnector(report: Report): Letter {
  const goal = report.account?.goal;
  // What was told of the wish leaves one way of the two.
  const add = goal === 'add-custom' ? ['add-custom'] : goal === 'connect-directory' ? ['add-listed'] : bothWays;
  const steps = ['open-organization', ...add, 'limit-tools', 'tell-members'];
  return letterOf(say('Please add a connector to our organization in Claude'), [
    [say('Hello,')],
    noteLines(report),
    [wishWords(report, 'add')],
    stepLines('enable-for-organization', steps, report),
    [say('Adding it gives nobody access by itself: each of us then connects with an account of our own.')],
    [sourceWords('organization-connectors-place')],
  ]);
}

const bothWays = ['add-listed', 'add-custom'];

function allowTool(report: Report): Letter {
  const steps = ['open-organization', 'set-for-organization', 'look-in-customize'];
  return letterOf(say('Please look at a connector’s tool in Claude'), [
    [say('Hello,')],
    noteLines(report),
    [wishWords(report, 'allow')],
    stepLines('tool-blocked', steps, report),
    [say('If it has to stay as it is, please tell me so.')],
    [sourceWords('organization-tool-limits-place')],
  ]);
}

/** On Team, members reach Claude’s support through an Owner. */
function askSupport(report: Report): Letter {
  return letterOf(say('Please ask Claude’s support about a connector'), [
    [say('Hello,')],
    noteLines(report),
    [
      say(
        'A connector does not work for me in Claude. On our plan Claude’s support is reached by Owners: please choose “Get help” in the menu of your account, at the lower left, and send them what follows.',
      ),
    ],
    [say('For the support:')],
    ...supportLines(report),
    [sourceWords('support-by-plan')],
  ]);
}

function wishWords(report: Report, wish: 'add' | 'allow'): string {
  const { url } = aboutConnector(report);
  if (wish === 'add') {
    return url === null
      ? say('I would like to use a connector in Claude, and only an Owner of our organization can add it.')
      : say('I would like to use the connector {url} in Claude, and only an Owner of our organization can add it.', {
          url,
        });
  }
  return url === null
    ? say('In Claude, a tool of a connector is blocked for our organization or needs approval, and I need it.')
    : say(
        'In Claude, a tool of the connector {url} is blocked for our organization or needs approval, and I need it.',
        { url },
      );
}

/** Steps of a guide for Owners, in its words, numbered, each with the page that it opens. */
function stepLines(id: GuideId, ids: readonly string[], report: Report): readonly string[] {
  const { url } = aboutConnector(report);
  const connector = url === null ? null : { name: null, url };
  const steps = stepsFor(guides[id], 'owner').filter((step) => ids.includes(step.id));
  return [
    say('What to do:'),
    ...steps.map((step, index) => {
      const words = line(filledText(step.do, connector));
      const isNewPage = step.place !== null && steps[index - 1]?.place !== step.place;
      const page = isNewPage && step.place !== null ? ` (${places[step.place].url})` : '';
      return `${String(index + 1)}. ${words}${page}`;
    }),
  ];
}

function sourceWords(fact: FactId): string {
  return say('(As Claude’s help pages said on {day}.)', { day: dateWords(facts[fact].checkedOn) });
}
