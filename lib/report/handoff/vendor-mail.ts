import { say, sayCount } from '../../i18n/say.ts';
import { isFault } from '../../kernel/gravity.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { toolName } from '../../kernel/tool-version.ts';
import { curlCommand } from '../exchanges/curl.ts';
import { shellWord } from '../exchanges/shell-text.ts';
import { askWords, openingWords } from '../words/addressee-words.ts';
import { claudeShowed } from '../words/claude-showed.ts';
import { outcomeWords } from '../words/exchange-words.ts';
import { saidFinding } from '../words/finding-words.ts';
import { forOthers } from '../words/for-others.ts';
import { proofLines, shownProofs } from '../words/proof-lines.ts';
import { minuteOf } from '../words/run-words.ts';
import { allTold, quoted, summarize } from '../words/summary.ts';
import { usualSentence } from '../words/usual-sentence.ts';
import { aboutConnector } from './about-connector.ts';
import { letterOf, line, noteLines, type Letter } from './letter.ts';
import { failedAtWords } from './told-more.ts';

/**
 * A mail to the people who run a connector: what keeps Claude from it, what was seen, what to change, how to see it themselves, and what
 * else was found at their server. Of the person’s account it says nothing. Where nothing was found it asks them to look in their log.
 */
export function vendorMail(report: Report): Letter {
  const theirs = theirFaults(report);
  const [first] = theirs;
  return first === undefined ? askForLog(report) : aboutFaults(first, theirs.slice(1), report);
}

/** What the people who run the server can change, the cause first, then the gravest. */
export function theirFaults(report: Report): readonly WordedFinding[] {
  if (report.subject !== 'connector') return [];
  return allTold(summarize(report, 'user')).filter(
    (finding) =>
      finding.who === 'author' &&
      finding.explainedBy === undefined &&
      isFault(finding) &&
      (finding.subject.kind === 'connector' || finding.subject.kind === 'authorization-server'),
  );
}

const mostProofs = 3;
const mostOthers = 10;
const longestCommand = 700;

function aboutFaults(first: WordedFinding, others: readonly WordedFinding[], report: Report): Letter {
  const { title, detail } = saidFinding(first, report);
  const proofs = proofLines(shownProofs(first, report.exchanges).slice(0, mostProofs));
  const isCause = first.id === report.primary?.id;
  const showed = shownSentence(report);
  const failedAt = failedAtWords(report);
  const usual = showed === null && isCause ? usualSentence(report) : null;
  return letterOf(subjectOf(title, report), [
    [say('Hello,')],
    noteLines(report),
    [say('I would like to use your connector in Claude.'), openingWords(first, withoutPlaceholders(report), 'author')],
    [`${line(title)}.`, line(forOthers(detail))],
    showed === null ? [] : [say('Claude shows: {sentence}', { sentence: showed })],
    failedAt === null ? [] : [say('When: {time}', { time: line(failedAt) })],
    usual === null ? [] : [say('Claude then usually shows: {sentence}', { sentence: quoted(line(usual)) })],
    proofs.length === 0 ? [] : [say('What was seen:'), ...proofs.map((proof) => `- ${line(proof)}`)],
    [line(askWords(first, report, 'author'))],
    againLines(first, report),
    first.sources.length === 0 ? [] : [say('Read more:'), ...first.sources.map((source) => `- ${line(source)}`)],
    otherLines(others, report),
    [say('When it is changed, please tell me: then I try again in Claude.')],
    [footLine(report)],
  ]);
}

function askForLog(report: Report): Letter {
  const { url } = aboutConnector(report);
  const showed = shownSentence(report);
  const failedAt = failedAtWords(report);
  return letterOf(subjectOf(say('Claude fails at your connector'), report), [
    [say('Hello,')],
    noteLines(report),
    [
      url === null
        ? say(
            'Your connector does not work for me in Claude, and a check from outside found nothing wrong at your server.',
          )
        : say(
            'The connector {url} does not work for me in Claude, and a check from outside found nothing wrong at your server.',
            {
              url,
            },
          ),
    ],
    showed === null ? [] : [say('Claude shows: {sentence}', { sentence: showed })],
    [
      failedAt === null
        ? say(
            'Please look in your server’s log, and in that of whatever stands before it, for requests from 160.79.104.0/21: whether they arrive, and how they are answered.',
          )
        : say(
            'Please look in your server’s log, and in that of whatever stands before it, for requests from 160.79.104.0/21 at about {time}: whether they arrive, and how they are answered.',
            {
              time: line(failedAt),
            },
          ),
    ],
    againLines(null, report),
    [footLine(report)],
  ]);
}

function subjectOf(title: string, report: Report): string {
  const { host } = aboutConnector(report);
  return host === null
    ? say('Your connector for Claude: {title}', { title: line(title) })
    : say('Your connector for Claude at {host}: {title}', { host, title: line(title) });
}

/** Commands that show it, each with what came of it, and the check itself. */
function againLines(finding: WordedFinding | null, report: Report): readonly string[] {
  const { url, lacks } = aboutConnector(report);
  // With a stand-in in the place of a name no command can work.
  if (lacks !== null) return [];
  const proofs = finding === null ? [] : shownProofs(finding, report.exchanges).slice(0, 2);
  const [first, second] = proofs;
  const isPair = first !== undefined && second !== undefined && first.variant.userAgent !== second.variant.userAgent;
  const commands = (isPair ? proofs : proofs.slice(0, 1)).flatMap((proof) => {
    const command = curlCommand(proof);
    return command === null || command.length > longestCommand ? [] : [command, `# ${line(outcomeWords(proof))}`];
  });
  const check =
    url === null
      ? []
      : [
          say('With Connector Doctor, a free checker for connectors, if you have it:'),
          `${toolName} check ${shellWord(url)}`,
        ];
  return commands.length === 0 ? check : [say('To see it yourselves:'), ...commands, ...check];
}

function otherLines(others: readonly WordedFinding[], report: Report): readonly string[] {
  if (others.length === 0) return [];
  const more = others.length - mostOthers;
  return [
    say('Also found at your server:'),
    ...others.slice(0, mostOthers).map((finding) => {
      const { title, fix } = saidFinding(finding, report);
      return `- ${line(`${title}. ${forOthers(fix)}`.trim())}`;
    }),
    ...(more > 0 ? [sayCount(more, { one: '- and {count} more', other: '- and {count} more' })] : []),
  ];
}

/** By whom and when, and from where it was seen. */
function footLine({ tool, createdAt }: Report): string {
  return say(
    '(Seen by Connector Doctor {version}, a free checker for connectors, on {time}, from outside Anthropic’s network.)',
    {
      version: line(tool.version),
      time: line(minuteOf(createdAt)),
    },
  );
}

/** An address that was left out, whole or in part, is not told by its placeholder. */
function withoutPlaceholders(report: Report): Report {
  const { url, host } = aboutConnector(report);
  return { ...report, target: url === null || host === null ? null : { url, host } };
}

/** What Claude showed, without the reference, which only Anthropic can trace. */
function shownSentence(report: Report): string | null {
  const showed = claudeShowed(report);
  if (showed === null || showed.sentence === null) return null;
  return showed.sentence.replaceAll(showed.reference ?? 'ofid_', 'ofid_…').replace(/\bofid_\w+/g, 'ofid_…');
}
