import { say } from '../../lib/i18n/say.ts';
import type { LogAnswer } from '../../lib/kernel/account.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';

/** What only the server’s log shows, asked where Claude showed an error and nothing wrong was seen from here. */
export function ServerLogQuestion({
  report,
  onAnswer,
}: {
  readonly report: Report | null;
  readonly onAnswer: (answer: LogAnswer) => void;
}) {
  if (report === null || report.claude === null) return null;
  const isAnswered = report.account?.serverLog != null;
  if (isAnswered || (report.verdict !== 'ready' && report.verdict !== 'sign-in-needed')) return null;
  return (
    <div
      role="group"
      aria-labelledby="server-log"
      className="mt-2 grid max-w-xl gap-2 rounded-md border border-line bg-surface p-4"
    >
      <p id="server-log" className="font-medium">
        {say('Does the server’s log show a request from Claude at the time of the error?')}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            onAnswer('nothing');
          }}
        >
          {say('No, nothing from Claude')}
        </Button>
        <Button
          onClick={() => {
            onAnswer('requests');
          }}
        >
          {say('Yes, there are requests')}
        </Button>
      </div>
    </div>
  );
}
