import { say } from '../../i18n/say.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import type { Report } from '../../kernel/report.ts';
import { toolVersion } from '../../kernel/tool-version.ts';
import { markdownBlock, markdownCode, markdownLink, markdownText } from '../../report/formats/markdown-text.ts';
import { gathered, unlookedWords, type Entry } from './gathered.ts';
import { requirementGroups, type Readiness, type ReadinessRow } from './readiness-shape.ts';
import { countsWords, groupTitles } from './readiness-words.ts';

/** What the Markdown tells beside the checklist. */
export interface MarkdownAbout {
  readonly report: Report;
  readonly draft: ListingDraft;
}

/** The checklist and the listing as Markdown for a submission, in the reader’s language. Foreign text cannot become markup. */
export function readinessMarkdown(readiness: Readiness, about: MarkdownAbout): string {
  const sections = [
    head(readiness, about.report),
    ...requirementGroups.map((group) => checklist(readiness, group)),
    listing(about.draft),
    sources(readiness),
    say('Made with Connector Doctor {version}. It is not affiliated with Anthropic; the directory decides by itself.', {
      version: toolVersion,
    }),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function head(readiness: Readiness, { createdAt }: Report): string {
  const title =
    readiness.url === null
      ? say('Ready for the directory?')
      : say('Ready for the directory? {url}', { url: markdownCode(readiness.url, 500) });
  const checked = say('Checked on {day}.', { day: createdAt.slice(0, 10) });
  return [`# ${title}`, `${countsWords(readiness)}. ${checked}`].join('\n\n');
}

/** Only what was seen to be met, and what the author has ticked, is ticked. */
function checklist({ rows }: Readiness, group: ReadinessRow['group']): string {
  const own = rows.filter((row) => row.group === group);
  if (own.length === 0) return '';
  return [`## ${say(groupTitles[group])}`, gathered(own).map(entry).join('\n')].join('\n\n');
}

function entry(one: Entry): string {
  if (one.kind === 'row') return line(one.row);
  const titles = one.rows.map(({ title }) => `  - [ ] ${markdownText(title)}`);
  return [`- ${say('**To confirm:**')} ${markdownText(unlookedWords(one.because, one.rows.length))}`, ...titles].join(
    '\n',
  );
}

function line({ title, state, why, confirmed, codes }: ReadinessRow): string {
  const box = state === 'met' || confirmed ? '[x]' : '[ ]';
  const mark =
    state === 'unmet'
      ? `${say('**Not met:**')} `
      : state === 'confirm' && !confirmed
        ? `${say('**To confirm:**')} `
        : '';
  const said = codes.length === 0 ? '' : ` (${codes.map((code) => markdownCode(code, 120)).join(', ')})`;
  return `- ${box} ${mark}${markdownText(title)}\n  ${markdownText(why)}${said}`;
}

function listing(draft: ListingDraft): string {
  const lines = [
    ...told(say('Name: {text}', { text: markdownText(draft.name, 300) }), draft.name),
    ...told(say('One-liner: {text}', { text: markdownText(draft.tagline, 600) }), draft.tagline),
    ...told(say('Categories: {text}', { text: markdownText(draft.categories.join(', '), 600) }), draft.categories),
    ...told(say('Documentation: {text}', { text: address(draft.documentationUrl) }), draft.documentationUrl),
    ...told(say('Privacy policy: {text}', { text: address(draft.privacyPolicyUrl) }), draft.privacyPolicyUrl),
    ...told(say('Support: {text}', { text: address(draft.supportContact) }), draft.supportContact),
    ...draft.screenshots.map(({ name, width, height }) =>
      say('Picture: {name}, {width} × {height} pixels', { name: markdownText(name, 200), width, height }),
    ),
  ];
  const description = draft.description.trim() === '' ? [] : [say('Description:'), markdownBlock(draft.description)];
  if (lines.length === 0 && description.length === 0) return '';
  const list = lines.length === 0 ? [] : [lines.map((each) => `- ${each}`).join('\n')];
  return [`## ${say('What the listing says')}`, ...list, ...description].join('\n\n');
}

function told(words: string, value: string | readonly string[]): readonly string[] {
  return (typeof value === 'string' ? value.trim() : value).length === 0 ? [] : [words];
}

function address(text: string): string {
  return text.trim().startsWith('https:') ? markdownLink(text.trim()) : markdownCode(text, 500);
}

function sources({ rows }: Readiness): string {
  const pages = new Map(rows.flatMap((row) => row.sources).map((source) => [source.url, source]));
  const lines = [...pages.values()].map(({ title, url, checkedOn }) =>
    say('{title}: {link} (read on {day})', { title: markdownText(title), link: markdownLink(url), day: checkedOn }),
  );
  return [`## ${say('What this rests on')}`, lines.map((each) => `- ${each}`).join('\n')].join('\n\n');
}
