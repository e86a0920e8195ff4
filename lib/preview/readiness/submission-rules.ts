import { say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { inFigures } from './listing-row-words.ts';
import type { RequirementId } from './readiness-shape.ts';
import { confirm, met, type Rule, type Scene, type Seen } from './scene.ts';

/** What reviewers need, and what the directory does not take: hardly anything of it can be seen. */
export const submissionRules = {
  'test-account': ({ report }) => {
    const { mode } = report.facts.auth;
    if (mode === 'none') return met(say('Nobody has to sign in, so no account is needed for the review.'));
    return confirm(
      say(
        'Reviewers sign in with it and try every tool, so it has to hold data, needs no second factor, and stays valid.',
      ),
    );
  },
  plan: ({ report }) =>
    report.account?.plan === 'free'
      ? confirm(say('You told of the Free plan: submitting needs a paid one.'))
      : confirm(say('Submit at claude.ai/directory/manage; older pages still speak of a form.')),
  'no-money-transfer': (scene) =>
    byNames(scene, money, say('Payments, transfers and trades in people’s name are not taken.')),
  'no-media-generation': (scene) =>
    byNames(scene, media, say('Drawing a chart or a diagram from data is something else.')),
  'no-advertising': (scene) => byNames(scene, advertising, say('This is about advertising in what the tools answer.')),
  terms: () => confirm(say('Read them before you accept them: they change.')),
  acknowledgments: () =>
    confirm(
      say(
        'The form asks to confirm seven statements. Accepting the terms is one of them; the pages that could be read do not name the others. Read them in the portal.',
      ),
    ),
} as const satisfies Partial<Readonly<Record<RequirementId, Rule>>>;

const money =
  /(?:^|[_-])(?:pay|payment|payout|withdraw|wire|deposit|trade)(?:$|[_-])|transfer[_-]?(?:money|funds)|(?:buy|sell)[_-](?:stock|crypto|share)|send[_-](?:money|payment)/i;
const media =
  /(?:generate|create|make|render|edit|synthesi[sz]e)[_-]?(?:an?[_-])?(?:ai[_-])?(?:image|picture|photo|video|audio|music|song|speech|voice|sound)|text[_-]?to[_-]?(?:image|video|speech|audio|music)|(?:image|video|music|speech)[_-]generation/i;
const advertising = /advert|sponsor|(?:^|[_-])ads?(?:$|[_-])/i;

/** Names of tools that may mean it are a guess, and said as one. */
function byNames({ report }: Scene, pattern: RegExp, otherwise: string): Seen {
  const names = toolNames(report).filter((name) => pattern.test(snake(name)));
  const [first] = names;
  if (first === undefined) return confirm(otherwise);
  const values = { tool: inOneLine(first, 64), more: inFigures(names.length - 1) };
  return confirm(
    names.length === 1
      ? say('A guess from names: {tool} may do this. Look at the policy before you submit.', values)
      : say('A guess from names: {tool} and {more} more may do this. Look at the policy before you submit.', values),
  );
}

function toolNames({ facts }: Report): readonly string[] {
  return (facts.tools?.items ?? []).map(({ name }) => name.slice(0, 200));
}

/** `createPayment` as `create_payment`. */
function snake(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
}
