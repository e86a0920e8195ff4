import type { BundleReadme } from '../kernel/evidence-bundle.ts';
import { inOneLine } from '../parsing/one-line.ts';

/** The README at the root, in any case; `README.md`, which Anthropic asks for, before every other. */
export function readmeAmong(files: ReadonlySet<string>): string | null {
  const names = [...files].filter((name) => /^readme(?:\.(?:md|markdown|txt|rst))?$/i.test(name));
  return names.find((name) => name === 'README.md') ?? names.find((name) => /\.md$/i.test(name)) ?? names[0] ?? null;
}

/** Looks in a README for the section that speaks of privacy; of several, for the first that holds something. */
export function readReadme(name: string, text: string): BundleReadme {
  const sections = sectionsOnPrivacy(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
  const found = sections.find(({ heading, body }) => body !== '' || urlIn(heading) !== null) ?? sections[0];
  if (found === undefined) return { name, privacyHeading: null, privacyUrl: null, privacyTextLength: 0 };
  const { heading, body } = found;
  return {
    name,
    privacyHeading: inOneLine(heading.replace(/\s#+\s*$/, ''), 120),
    privacyUrl: urlIn(heading) ?? urlIn(body),
    privacyTextLength: body.length,
  };
}

interface Section {
  readonly heading: string;
  readonly body: string;
}

function sectionsOnPrivacy(text: string): readonly Section[] {
  const lines = text.split(/\r\n|[\r\n]/).slice(0, mostLines);
  const headings = headingsIn(lines);
  return headings.flatMap(({ heading, level, from }, index) => {
    if (!speaksOfPrivacy(heading)) return [];
    let next = index + 1;
    while (next < headings.length && (headings[next]?.level ?? 0) > level) next += 1;
    const body = lines.slice(from, headings[next]?.at ?? lines.length).join('\n');
    return [{ heading, body: body.trim().replace(/^[\s#*_=~^-]+/, '') }];
  });
}

const mostLines = 50_000;

interface Heading {
  readonly heading: string;
  readonly level: number;
  /** The line on which it begins, and the first one after it. */
  readonly at: number;
  readonly from: number;
}

/** Headings of Markdown, also in HTML or underlined, and lines that are bold from end to end; none within code. */
function headingsIn(lines: readonly string[]): readonly Heading[] {
  const headings: Heading[] = [];
  let fence: string | null = null;
  for (const [at, line] of lines.entries()) {
    const mark: string | undefined = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark !== undefined && mark.startsWith(fence)) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    const heading = headingAt(lines, at);
    if (heading !== null) headings.push(heading);
  }
  return headings;
}

function headingAt(lines: readonly string[], at: number): Heading | null {
  const line = (lines[at] ?? '').slice(0, longestLine);
  const marked = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line);
  if (marked) return { heading: marked[2] ?? '', level: (marked[1] ?? '').length, at, from: at + 1 };
  const html = /^\s*<h([1-6])\b[^>]*>(.*?)<\/h\1>/i.exec(line);
  if (html) return { heading: (html[2] ?? '').replace(/<[^>]*>/g, ''), level: Number(html[1]), at, from: at + 1 };
  const underline = lines[at + 1] ?? '';
  if (line.trim() !== '' && /^ {0,3}(?:={2,}|-{2,}|~{2,})[ \t]*$/.test(underline.slice(0, longestLine))) {
    return { heading: line.trim(), level: underline.trim().startsWith('=') ? 1 : 2, at, from: at + 2 };
  }
  const bold = /^ {0,3}(?:\*\*|__)([^*_]+)(?:\*\*|__):?[ \t]*$/.exec(line);
  return bold ? { heading: bold[1] ?? '', level: 7, at, from: at + 1 } : null;
}

const longestLine = 300;

function speaksOfPrivacy(heading: string): boolean {
  return /privacy|datenschutz|data protection|confidentialit|privacidad|privacidade|riservatezza|プライバシー|隐私|隱私/i.test(
    heading,
  );
}

function urlIn(text: string): string | null {
  const url = /https?:\/\/[^\s<>()[\]"'`]{3,500}/i.exec(text)?.[0].replace(/[.,;:!?]+$/, '');
  return url !== undefined && URL.canParse(url) ? url : null;
}
