import { say } from '../../i18n/say.ts';
import { isFault } from '../../kernel/gravity.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { saidFinding } from '../words/finding-words.ts';
import { messageWords } from '../words/message-words.ts';
import { minuteOf } from '../words/run-words.ts';
import { allTold, summarize } from '../words/summary.ts';
import { letterOf, line, noteLines, type Letter } from './letter.ts';

/** To whoever runs the network, or looks after the company’s sign-in, about what they can change. */
export function networkLetter(finding: WordedFinding, report: Report, to: 'network' | 'identity-provider'): Letter {
  const subject = to === 'network' ? say('Claude is held up in our network') : say('Our sign-in rules keep Claude out');
  const [greeting = '', ...rest] = messageWords(finding, report, to).trimEnd().split('\n');
  return letterOf(subject, [[greeting], noteLines(report), [rest.join('\n').trim()]]);
}

/** To the makers of a browser extension that was found to keep Claude from working. */
export function extensionLetter(finding: WordedFinding, report: Report): Letter {
  const { title, detail } = saidFinding(finding, report);
  return letterOf(say('Your browser extension and claude.ai'), [
    [say('Hello,')],
    noteLines(report),
    [say('With your extension switched on, Claude (claude.ai) does not work in my browser:')],
    [`${line(title)}.`, line(detail)],
    [
      say(
        'Please let requests and pages of claude.ai, claude.com and anthropic.com pass unchanged, or tell me which setting does that.',
      ),
    ],
    [seenLine(report)],
  ]);
}

/** To the makers of a bundle, about everything that was found in it. */
export function makerLetter(report: Report): Letter {
  const file = report.target !== null && 'file' in report.target ? line(report.target.file) : null;
  const subject = file === null ? say('Your bundle for Claude') : say('Your bundle for Claude: {file}', { file });
  return letterOf(subject, [
    [say('Hello,')],
    noteLines(report),
    [say('A look into your bundle found this:')],
    makersFaults(report).map((finding) => {
      const { title, detail, fix } = saidFinding(finding, report);
      return `- ${line(`${title}. ${detail} ${fix}`)}`;
    }),
    [seenLine(report)],
  ]);
}

/** What the makers of a bundle can change; empty for anything else. */
export function makersFaults(report: Report): readonly WordedFinding[] {
  if (report.subject !== 'bundle') return [];
  const faults = allTold(summarize(report)).filter((finding) => finding.who === 'author' && isFault(finding));
  return faults.filter(({ explainedBy }) => explainedBy === undefined).slice(0, 20);
}

function seenLine({ tool, createdAt }: Report): string {
  return say('(Seen by Connector Doctor {version} on {time}.)', {
    version: line(tool.version),
    time: line(minuteOf(createdAt)),
  });
}
