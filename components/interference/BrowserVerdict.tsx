import type { Verdict } from '../../lib/kernel/report.ts';
import { Badge } from '../ui/Badge.tsx';
import { browserVerdicts } from './browser-verdicts.ts';

/** The verdict on this browser, as a badge. */
export function BrowserVerdict({ verdict }: { readonly verdict: Verdict }) {
  const { tone, icon, words } = browserVerdicts[verdict];
  return (
    <Badge tone={tone} icon={icon}>
      {words}
    </Badge>
  );
}
