import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { browserCodeDefinitions } from '../lib/checks/browser-catalog.ts';
import { bundleChecks, bundleCodeDefinitions } from '../lib/checks/bundle-catalog.ts';
import { checks, codeDefinitions } from '../lib/checks/catalog.ts';
import { listingChecks, listingCodeDefinitions } from '../lib/checks/listing-catalog.ts';
import { toldChecks, toldCodeDefinitions } from '../lib/checks/told-catalog.ts';
import type { CodeDefinition } from '../lib/kernel/check.ts';
import { findingCodes, type FindingCode } from '../lib/kernel/finding-code.ts';
import { findingTitles } from '../lib/knowledge/finding-titles.ts';
import { codeFamilies } from '../lib/report/words/code-families.ts';

const page = resolve(import.meta.dirname, '../CHECKS.md');
const entriesFile = resolve(import.meta.dirname, '../lib/knowledge/finding-entries.json');

/** CHECKS.md: every code that can be reported, from the catalogue. */
export function checksPage(): string {
  const notOfBrowsers = new Set(
    [...checks, ...listingChecks, ...bundleChecks, ...toldChecks].flatMap((check) => Object.keys(check.codes)),
  );
  const sections = Object.entries(codeFamilies).map(([family, title]) => {
    const codes = findingCodes.filter((code) => code.startsWith(`${family}.`) && notOfBrowsers.has(code));
    return section(
      title,
      codes.map((code) => [code, codeDefinitions[code]]),
    );
  });
  return [
    '# What Connector Doctor can find',
    '',
    'Written by `npm run checks-page` from the catalogue; do not edit.',
    '',
    'Severity: **blocker** = Claude cannot connect or cannot use it; **problem** = it works in part, or fails later, or for some; **warning** = a risk;',
    '**note** = a fact worth showing. Confidence: **certain** (the evidence proves it), **likely** (it fits what users met), **possible** (a guess, said as one).',
    'A finding can carry another severity, confidence or step than its default where the evidence says so.',
    'What rests on things that browsers do not show is seen by the command line alone: there it says **command line**.',
    'What a look at this browser finds is seen by the browser **extension** alone. No request shows what concerns the account, limits and',
    'Claude itself: it comes from what the person tells of plan and role, and from what Claude shows.',
    'What concerns a bundle (.mcpb) is seen where one is opened.',
    'What concerns the directory’s listing is judged only where the author tells what it is to say.',
    '',
    ...sections,
    browserSection(),
  ].join('\n');
}

/** Codes of a look at this browser; a code that a check of a connector has as well stands in both places, each with its words. */
function browserSection(): string {
  const rows = findingCodes.flatMap((code) => {
    const definition = browserCodeDefinitions[code];
    return definition ? [[code, definition] as const] : [];
  });
  return section('This browser: what stands in the way of Claude’s own pages', rows, 'extension');
}

type SeenBy = 'extension' | null;

function section(
  title: string,
  codes: readonly (readonly [FindingCode, CodeDefinition])[],
  seenBy: SeenBy = null,
): string {
  return [
    `## ${title}`,
    '',
    '| code | severity | confidence | step | seen by | what it says | sources |',
    '|---|---|---|---|---|---|---|',
    ...codes.map(([code, definition]) => row(code, definition, seenBy)),
    '',
  ].join('\n');
}

function row(code: FindingCode, definition: CodeDefinition, seenBy: SeenBy): string {
  const sources = definition.sources.map((source, index) => `[${index + 1}](${source})`).join(' ');
  const cells = [
    `\`${code}\``,
    definition.severity,
    definition.confidence,
    definition.step === null ? '' : String(definition.step),
    seenBy ?? (definition.seenBy === 'command-line' ? 'command line' : 'both'),
    titles(definition.title),
    sources,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** A title in all its forms, with “…” for what a finding fills in. */
function titles(message: string): string {
  return [...new Set(formsOf(parsed(message)))].join(' · ');
}

function parsed(message: string): readonly Element[] {
  return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Where there would be too many, only the last form of what comes later in the sentence. */
function formsOf(elements: readonly Element[]): readonly string[] {
  return elements.reduce<readonly string[]>(
    (begun, element) => {
      const forms = formsOfOne(element);
      const kept = begun.length * forms.length > mostForms ? forms.slice(-1) : forms;
      return begun.flatMap((start) => kept.map((end) => start + end));
    },
    [''],
  );
}

function formsOfOne(element: Element): readonly string[] {
  if (!('options' in element)) return [element.type === literal && 'value' in element ? element.value : '…'];
  const singular = element.options['one'];
  const options = singular ? [singular] : Object.values(element.options);
  return [...new Set(options.flatMap(({ value }) => formsOf(value)))];
}

const mostForms = 8;

/** The parser's number for plain text. */
const literal = 0;

/** How a code comes to be known. */
type KnownBy = 'connector' | 'command-line' | 'browser' | 'listing' | 'bundle' | 'told';

/** What is said of each code to who only reads of it, one a line: help looks through it, which may not know the checks. */
export function findingEntries(): string {
  const entries = findingCodes.map((code) => {
    const { title, who, severity, sources } = codeDefinitions[code];
    const entry = {
      title: findingTitles[code]?.title ?? title,
      // Titles that depend on what was seen are found as well, and not shown.
      forms: findingTitles[code] === undefined ? [] : [...new Set(formsOf(parsed(title)))],
      who,
      isNote: severity === 'note',
      sources: sources.slice(0, mostSources),
      seenBy: knownBy(code),
    };
    return `  ${JSON.stringify(code)}: ${JSON.stringify(entry)}`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}

const mostSources = 3;

function knownBy(code: FindingCode): KnownBy {
  if (toldCodeDefinitions[code] !== undefined) return 'told';
  if (bundleCodeDefinitions[code] !== undefined) return 'bundle';
  if (listingCodeDefinitions[code] !== undefined) return 'listing';
  if (!checks.some((check) => Object.hasOwn(check.codes, code))) return 'browser';
  return codeDefinitions[code].seenBy ?? 'connector';
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(page, checksPage());
  writeFileSync(entriesFile, findingEntries());
}
