import { browserReport } from '../../lib/browser-report.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { LookToJudge } from '../../lib/messaging/engine-messages.ts';
import { claudeMember } from '../../lib/runs/claude-member.ts';

/** Makes a report of a look at this browser. */
export function judgeLook({ observations, about }: LookToJudge): Report {
  return browserReport(observations, { ...about, claude: claudeMember(about.claude) });
}
