import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { isLocalRun } from '../../lib/report/words/typed-words.ts';
import { hostOfReport, tellOwnServer, useKeepsOwnServers, useOwnServers } from '../state/own-servers-store.ts';
import { Choice } from '../ui/Choice.tsx';

/** The reader says that the server is theirs; nothing where that changes no word, or is known. */
export function OwnServer({ report }: { readonly report: Report }) {
  const hosts = useOwnServers();
  const isKept = useKeepsOwnServers();
  const host = hostOfReport(report);
  if (!isKept || host === null || isLocalRun(report.evidence) || !report.findings.some(({ who }) => who === 'author'))
    return null;
  return (
    <Choice
      label={say('I run this server')}
      hint={say(
        'What has to change at {host} is then said to you, and guides offer your part first. Kept in this browser.',
        {
          host: plainLine(host, 260),
        },
      )}
      checked={hosts.includes(host)}
      onChange={(isOwn) => {
        tellOwnServer(host, isOwn);
      }}
    />
  );
}
