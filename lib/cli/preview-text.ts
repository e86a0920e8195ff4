import { createColors } from 'picocolors';
import { say, sayCount } from '../i18n/say.ts';
import type { WordedFinding } from '../kernel/report.ts';
import { additionWords, afterIconChange, iconAdviceWords } from '../preview/icons/icon-advice-words.ts';
import { googleWords, whyWords } from '../preview/icons/icon-words.ts';
import { adviceWords, faultWords } from '../preview/listing/fault-words.ts';
import { hazardWords } from '../preview/listing/hazard-words.ts';
import {
  badgeWords,
  groupAsks,
  groupTitles,
  lengthWords,
  nameOrigin,
  toolFaults,
  toolLines,
  toolMarks,
  unseenToolsWords,
} from '../preview/preview-words.ts';
import type { ConnectorPreview, GoogleIcon, IconAdvice, PreviewTool } from '../preview/preview.ts';
import { wrap } from '../report/formats/layout.ts';
import { plainBlock, plainLine } from '../report/formats/plain.ts';

/** How a preview is printed. */
interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A preview for people at a terminal: what is shown, and below each part what there is to mend. Whatever comes from outside is made harmless. */
export function previewText(
  preview: ConnectorPreview,
  findings: readonly WordedFinding[],
  { color, width }: TextOptions,
): string {
  const colors = createColors(color);
  const room = Math.min(Math.max(width, 60), 100) - 4;
  const block = (title: string, lines: readonly string[]): string => [colors.bold(title), ...lines].join('\n');
  const { tagline, links } = preview;
  const blocks = [
    block(plainLine(preview.name.text, 200), nameLines(preview, room)),
    ...(tagline
      ? [block(say('One-liner'), [...indented(tagline.text, room), ...indented(lengthWords(tagline), room)])]
      : []),
    ...descriptionBlock(preview, room).map((lines) => block(say('Description'), lines)),
    ...(links.length > 0
      ? [
          block(
            say('Links'),
            links.flatMap(({ text }) => indented(text, room)),
          ),
        ]
      : []),
    block(say('Icon'), iconLines(preview, findings, room)),
    block(say('Tools'), toolsLines(preview, room)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function indented(text: string, room: number, mark = '  '): readonly string[] {
  const rest = ' '.repeat(mark.length);
  return wrap(plainLine(text), room).map((line, index) => `${index === 0 ? mark : rest}${line}`);
}

/** Something to mend. */
function mend(text: string, room: number): readonly string[] {
  return indented(text, room, '  ▲ ');
}

function nameLines(preview: ConnectorPreview, room: number): readonly string[] {
  const { name, url } = preview;
  const badges = badgeWords(preview.badges, 'custom');
  return [
    ...indented(url, room),
    ...indented(`${nameOrigin(name.from)} ${lengthWords(name)}`, room),
    ...(badges.length > 0 ? indented(say('Badges: {badges}', { badges: badges.join(', ') }), room) : []),
    ...name.hazards.flatMap((hazard) => mend(say(hazardWords[hazard]), room)),
  ];
}

/** Lines of a description that are shown as they are written. */
const mostLines = 12;

function descriptionBlock({ description }: ConnectorPreview, room: number): readonly (readonly string[])[] {
  if (description === null) return [];
  const lines = plainBlock(description.text.slice(0, 4_000)).trim().split('\n');
  return [
    [
      ...lines.slice(0, mostLines).flatMap((line) => indented(line, room, '  │ ')),
      ...(lines.length > mostLines ? ['  │ …'] : []),
      ...indented(lengthWords(description), room),
      ...description.faults.flatMap(({ kind, line, text }) => {
        const { what, fix } = faultWords[kind];
        const place = say('Line {line}: {what}.', { line, what: say(what) });
        return [...mend(`${place} ${say(fix)}`, room), ...indented(text, room, '      ')];
      }),
      ...description.advice.flatMap((advice) => mend(say(adviceWords[advice]), room)),
    ],
  ];
}

function iconLines({ icon }: ConnectorPreview, findings: readonly WordedFinding[], room: number): readonly string[] {
  const { custom, google, advice } = icon;
  return [
    ...indented(whyWords(custom), room),
    ...googleLines(google).flatMap((line) => indented(line, room)),
    ...(custom.because === 'google-not-asked'
      ? mend(say('Ask Google with --google-favicon: it learns the domain then, as it does from Claude.'), room)
      : []),
    ...advice.flatMap((each) => adviceLines(each, findings, room)),
    ...(advice.some(({ adds }) => adds.length > 0) ? indented(say(afterIconChange), room) : []),
  ];
}

/** A line for each name that Google was asked for: Claude asks for one of them alone. */
function googleLines(google: readonly GoogleIcon[]): readonly string[] {
  const domains = [...new Set(google.map(({ domain }) => domain))];
  return domains.map((domain) => {
    const answers = google.filter((icon) => icon.domain === domain).map(sizeWords);
    return say('Google’s answers for {domain}: {answers}', { domain, answers: answers.join('; ') });
  });
}

function adviceLines(advice: IconAdvice, findings: readonly WordedFinding[], room: number): readonly string[] {
  const words = iconAdviceWords(advice, { findings, vantage: 'cli', subject: 'connector' });
  const { title, text } = words ?? { title: advice.code, text: '' };
  return [
    ...(advice.isAside ? indented(title, room, '  · ') : mend(title, room)),
    ...indented(text, room - 2, '    '),
    ...advice.adds.flatMap((addition) => [
      ...indented(additionWords(addition), room - 2, '    '),
      `      ${plainLine(addition.text)}`,
    ]),
  ];
}

function sizeWords(icon: GoogleIcon): string {
  return say('{size} px, {outcome}', { size: icon.size, outcome: googleWords(icon) });
}

/** Tools of a group that are listed; JSON has all. */
const mostTools = 60;

function toolsLines({ tools, toolsUnseen }: ConnectorPreview, room: number): readonly string[] {
  if (tools === null) {
    const words =
      toolsUnseen === 'needs-sign-in'
        ? say('The tools stand behind the sign-in: --sign-in signs in through a browser and shows them.')
        : unseenToolsWords(toolsUnseen);
    return indented(words, room);
  }
  return [
    ...toolLines(tools).flatMap((line) => indented(line, room)),
    ...toolFaults(tools).flatMap((line) => mend(line, room)),
    ...tools.groups.flatMap(({ kind, tools: ofGroup }) => [
      `  ${say(groupTitles[kind])} (${String(ofGroup.length)})`,
      ...indented(say(groupAsks[kind]), room - 2, '    '),
      ...ofGroup.slice(0, mostTools).flatMap((tool) => indented(toolWords(tool), room - 4, '    - ')),
      ...(ofGroup.length > mostTools
        ? [`    ${sayCount(ofGroup.length - mostTools, { one: '… and {count} more', other: '… and {count} more' })}`]
        : []),
    ]),
  ];
}

function toolWords(tool: PreviewTool): string {
  const { name, shownAs, title } = tool;
  const named = title !== null && name !== '' ? `${shownAs} (${plainLine(name, 100)})` : shownAs;
  return [named, ...toolMarks(tool)].join(' · ');
}
