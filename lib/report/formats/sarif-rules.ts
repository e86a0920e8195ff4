import { say, saidCode } from '../../i18n/say.ts';
import type { Confidence, Severity } from '../../kernel/finding.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { findingTitles } from '../../knowledge/finding-titles.ts';
import { questionPhrase } from '../words/passed/check-phrases.ts';
import { saidFinding } from '../words/finding-words.ts';
import type { ReportReader } from '../words/who-words.ts';
import { markdownLink, markdownText } from './markdown-text.ts';
import { plainFinding, type PlainFinding } from './plain-finding.ts';
import { plainLine } from './plain.ts';

/** SARIF’s three levels; the severity itself stands in the properties. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  blocker: 'error',
  problem: 'error',
  warning: 'warning',
  note: 'note',
};

/**
 * A plain text message: braces and links would be read as placeholders and references, so that neither may come from outside.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html section 3.11
 */
export function message(text: string): { readonly text: string } {
  return { text: text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}

/** What a code says in general; what to do is that of its first finding. */
export function ruleOf(code: FindingCode, report: Report, reader: ReportReader): object {
  const first = report.findings.find((finding) => finding.code === code);
  if (first === undefined) return { id: code };
  const plain = plainFinding(first, report, reader);
  const helpUri = first.sources.find(isWebAddress);
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: plainLine(titleInGeneral(first, report), mostDescription) },
    fullDescription: {
      text: say('Connector Doctor looks at this: {question}.', { question: plainLine(questionPhrase(code), 900) }),
    },
    help: helpOf(plain),
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[first.severity] },
    properties: {
      tags: tagsOf(first),
      precision: precisions[first.confidence],
      'problem.severity': problemSeverities[first.severity],
      step: first.step,
      confidence: first.confidence,
    },
  };
}

/** `auth.prm-invalid` as `AuthPrmInvalid`. */
function nameOf(code: string): string {
  return code
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
}

function titleInGeneral(finding: WordedFinding, report: Report): string {
  const general: { readonly title: string } | undefined = findingTitles[finding.code];
  if (general !== undefined) return say(general.title);
  return saidCode(finding.code, {})?.title ?? saidFinding(finding, report).title;
}

function helpOf({ title, fix, guides, sources }: PlainFinding): { readonly text: string; readonly markdown: string } {
  const advice = fix === '' ? title : fix;
  const text = [
    advice,
    ...(guides === '' ? [] : [say('Guide: {guides}', { guides })]),
    ...(sources.length === 0 ? [] : [say('Sources: {sources}', { sources: sources.join(', ') })]),
  ];
  const markdown = [
    markdownText(advice, 8_000),
    ...(guides === '' ? [] : [say('**Guide:** {guides}', { guides: markdownText(guides) })]),
    ...(sources.length === 0 ? [] : [say('Sources: {sources}', { sources: sources.map(markdownLink).join(', ') })]),
  ];
  return { text: text.join('\n\n'), markdown: markdown.join('\n\n') };
}

function tagsOf({ code, step, confidence }: WordedFinding): readonly string[] {
  const [family = 'other'] = code.split('.', 1);
  return ['connector', family, ...(step === null ? [] : [`step-${step}`]), confidence];
}

const precisions: Readonly<Record<Confidence, string>> = { certain: 'very-high', likely: 'high', possible: 'low' };

const problemSeverities: Readonly<Record<Severity, string>> = {
  blocker: 'error',
  problem: 'error',
  warning: 'warning',
  note: 'recommendation',
};

function isWebAddress(source: string): boolean {
  return URL.canParse(source) && /^https?:$/.test(new URL(source).protocol);
}

/** GitHub shows no more. */
const mostDescription = 1_024;
