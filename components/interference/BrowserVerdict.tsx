import { say } from '../../lib/i18n/say.ts';
import type { Verdict } from '../../lib/kernel/report.ts';
import { Badge } from '../ui/Badge.tsx';
import { verdictLook } from './browser-verdicts.ts';
import type { Standing } from './standing.ts';

/** The verdict on this browser, as a badge. */
export function BrowserVerdict({
  verdict,
  standing = 'plain',
}: {
  readonly verdict: Verdict;
  readonly standing?: Standing;
}) {
  const { tone, icon, words } = verdictLook(verdict, standing);
  return (
    <Badge tone={tone} icon={icon}>
      {say(words)}
    </Badge>
  );
}
