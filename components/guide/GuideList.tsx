import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { Guide } from '../../lib/guides/guide.ts';
import { isUnderWay, type GuideProgress } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { Badge } from '../ui/Badge.tsx';
import { Link } from '../ui/Link.tsx';

/** Guides by their titles, each with the trouble that it is for and how far one is in it. */
export function GuideList({
  guides,
  begun,
}: {
  readonly guides: readonly (readonly [GuideId, Guide])[];
  readonly begun: readonly GuideProgress[];
}) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {guides.map(([id, guide]) => {
        const progress = begun.find((each) => each.guide === id) ?? null;
        return (
          <li key={id} className="grid min-w-0 gap-0.5">
            <div className="flex min-w-0 items-start gap-2">
              <Link href={`#guide=${id}`} className="min-w-0 font-medium">
                {say(guide.title)}
              </Link>
              {progress !== null && (progress.phase === 'done' || isUnderWay(progress)) && (
                <span className="shrink-0">
                  <Badge tone="neutral">{progress.phase === 'done' ? say('done') : say('begun')}</Badge>
                </span>
              )}
            </div>
            <p className="text-soft">{say(guide.when)}</p>
          </li>
        );
      })}
    </ul>
  );
}
