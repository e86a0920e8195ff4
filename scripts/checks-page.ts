import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeDefinitions } from '../lib/checks/catalog.ts';
import type { CodeDefinition } from '../lib/kernel/check.ts';
import { findingCodes, type FindingCode } from '../lib/kernel/finding-code.ts';

const page = resolve(import.meta.dirname, '../CHECKS.md');

const families: Readonly<Record<string, string>> = {
  url: 'What was typed',
  dns: 'The public name',
  net: 'Reaching the address',
  tls: 'The certificate',
  client: 'This machine',
  http: 'Getting an answer',
  transport: 'Is it MCP, and does it speak what Claude speaks',
  auth: 'Sign-in discovery',
  tools: 'What Claude would see',
  apps: 'Interactive parts (MCP Apps)',
  server: 'What the server says of itself',
};

/** CHECKS.md: every code that can be reported, from the catalogue. */
export function checksPage(): string {
  const sections = Object.entries(families).map(([family, title]) => section(family, title));
  return [
    '# What Connector Doctor can find',
    '',
    'Written by `npm run checks-page` from the catalogue; do not edit.',
    '',
    'Severity: **blocker** = Claude cannot connect or cannot use it; **problem** = it works in part, or fails later, or for some; **warning** = a risk;',
    '**note** = a fact worth showing. Confidence: **certain** (the evidence proves it), **likely** (it fits what users met), **possible** (a guess, said as one).',
    'A finding can carry another severity, confidence or step than its default where the evidence says so.',
    '',
    ...sections,
  ].join('\n');
}

function section(family: string, title: string): string {
  const codes = findingCodes.filter((code) => code.startsWith(`${family}.`));
  return [
    `## ${title}`,
    '',
    '| code | severity | confidence | step | what it says | sources |',
    '|---|---|---|---|---|---|',
    ...codes.map((code) => row(code, codeDefinitions[code])),
    '',
  ].join('\n');
}

function row(code: FindingCode, definition: CodeDefinition): string {
  const sources = definition.sources.map((source, index) => `[${index + 1}](${source})`).join(' ');
  const cells = [
    `\`${code}\``,
    definition.severity,
    definition.confidence,
    definition.step === null ? '' : String(definition.step),
    definition.title,
    sources,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(page, checksPage());
