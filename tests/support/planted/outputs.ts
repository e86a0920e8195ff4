import { fileName } from '../../../components/report/save-report.ts';
import { withholdable, type Report } from '../../../lib/kernel/report.ts';
import { formatByExtension, formats } from '../../../lib/report/formats/formats.ts';
import { handOffs, letterTo } from '../../../lib/report/handoff/hand-offs.ts';
import { mailLink } from '../../../lib/report/handoff/letter.ts';
import { trackerIssue } from '../../../lib/report/handoff/tracker-issue.ts';
import { prepareReport } from '../../../lib/report/sharing/prepare-report.ts';
import { readReportLink, reportLink } from '../../../lib/report/sharing/report-link.ts';
import { messageWords } from '../../../lib/report/words/message-words.ts';

/** Something that leaves this machine, or stays on it, by its name. */
export type Output = readonly [name: string, text: string];

/** The report in every format that there is. */
export async function formatsOf(report: Report, about = ''): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  for (const [name, load] of Object.entries(formats)) {
    const render = await load();
    outputs.push([`${name}${about}`, render(report, { color: false, width: 80 })]);
  }
  return outputs;
}

/** Messages, letters, prefilled forms, addresses and file names that are made of it. */
export function messagesOf(report: Report): readonly Output[] {
  const now = Date.parse(report.createdAt);
  const issues = (['developer', 'user'] as const).map((form): Output => {
    return [`tracker, ${form}`, withDecoded(JSON.stringify(trackerIssue(report, { form, now })))];
  });
  const letters = handOffs(report).flatMap(({ to }): readonly Output[] => {
    if (to === 'tracker') return [];
    const written = letterTo(to, report);
    return Object.values(written).flatMap((letter) =>
      letter === null ? [] : [[`letter to ${to}`, `${JSON.stringify(letter)}\n${mailLink(letter).href}`] as const],
    );
  });
  const words = report.findings.map((finding): Output => [`message of ${finding.code}`, messageWords(finding, report)]);
  const names = [...formatByExtension.keys()].map((ending) => fileName(report, ending));
  return [...issues, ...letters, ...words, ['file names', names.join('\n')]];
}

/** The link to a viewer, and what its fragment holds. */
export async function linkOf(report: Report): Promise<readonly Output[]> {
  const link = await reportLink(report, { viewer: 'https://viewer.acme.dev/', passphrase: null });
  const read = await readReportLink(link);
  if (read?.kind !== 'text') throw new Error('the link cannot be read');
  return [
    ['link', link],
    ['what the link holds', read.text],
  ];
}

/** The report with everything left out that can be. */
export async function anonymousOf(report: Report): Promise<readonly Output[]> {
  const prepared = prepareReport(report, { withhold: withholdable, note: null });
  return [...(await formatsOf(prepared, ', all left out')), ...messagesOf(prepared)];
}

function withDecoded(text: string): string {
  return `${text}\n${text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  })}`;
}
