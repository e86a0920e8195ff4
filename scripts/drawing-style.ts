import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'prettier';

/** A page that is saved as one file, and the sheets that make up its style. */
export interface PageStyle {
  /** Below lib/. */
  readonly folder: string;
  readonly sheets: readonly string[];
  readonly target: string;
  /** The exported name of the style; that of its hash ends in `Hash`. */
  readonly name: string;
  readonly about: string;
}

// Writes the style of pages that are saved, each as one text with its hash, from the sheets beside it: node scripts/drawing-style.ts
// The hash stands in the page’s own policy, and neither Node nor a browser can read a sheet as text the way the other does.
export const pageStyles: readonly PageStyle[] = [
  {
    folder: 'preview/drawing',
    sheets: ['drawing.css', 'document.css'],
    target: 'document-style.ts',
    name: 'documentStyle',
    about: 'The style of an exported preview.',
  },
  {
    folder: 'report/html',
    sheets: ['page.css'],
    target: 'page-style.ts',
    name: 'pageStyle',
    about: 'The style of a report that is saved as a page.',
  },
];

/** The module as it should be. */
export async function styleModule({ folder, sheets, name, about }: PageStyle): Promise<string> {
  const style = sheets.map((sheet) => squeezed(readFileSync(pathOf(folder, sheet), 'utf8'))).join('');
  const hash = createHash('sha256').update(style).digest('base64');
  const source = [
    `// Written by scripts/drawing-style.ts from ${sheets.join(' and ')}; do not edit.`,
    '',
    `/** ${about} */`,
    `export const ${name} = ${JSON.stringify(style)};`,
    '',
    '/** Its hash, as a content security policy names it. */',
    `export const ${name}Hash = 'sha256-${hash}';`,
  ].join('\n');
  return format(source, { parser: 'typescript', singleQuote: true, printWidth: 120 });
}

/** Where the module lies. */
export function stylePath({ folder, target }: PageStyle): string {
  return pathOf(folder, target);
}

function pathOf(folder: string, name: string): string {
  return resolve(import.meta.dirname, '../lib', folder, name);
}

function squeezed(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim();
}

if (process.argv[1] === import.meta.filename) {
  for (const style of pageStyles) writeFileSync(stylePath(style), await styleModule(style));
}
