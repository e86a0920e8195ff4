import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { say } from '../../lib/i18n/say.ts';
import { questions, type QuestionId } from '../../lib/knowledge/questions.ts';
import { Link } from '../ui/Link.tsx';

const oftenAsked: readonly QuestionId[] = ['connector-not-working', 'disconnect-a-connector', 'add-a-custom-connector'];
const oftenNeeded: readonly GuideId[] = ['missing-in-chat', 'sign-in-again', 'enable-for-organization'];

/** Where to begin for somebody who has typed nothing yet. */
export function OftenAsked() {
  const entries = [
    ...oftenAsked.map((id) => [`#question=${id}`, questions[id].question] as const),
    ...oftenNeeded.map((id) => [`#guide=${id}`, guides[id].title] as const),
  ];
  return (
    <section aria-labelledby="often-asked" className="grid gap-2">
      <h2 id="often-asked" className="text-base font-semibold">
        {say('Often asked')}
      </h2>
      <ul className="m-0 grid list-none gap-2 p-0">
        {entries.map(([href, words]) => (
          <li key={href} className="min-w-0">
            <Link href={href}>{say(words)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
