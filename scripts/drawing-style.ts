import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'prettier';

// Writes the style of exported previews, as one text with its hash, from the two sheets beside it: node scripts/drawing-style.ts
// The hash stands in the page’s own policy, and neither Node nor a browser can read a sheet as text the way the other does.
const folder = resolve(import.meta.dirname, '../lib/preview/drawing');
const target = resolve(folder, 'document-style.ts');

/** The module as it should be. */
export async function styleModule(): Promise<string> {
  const style = ['drawing.css', 'document.css']
    .map((name) => squeezed(readFileSync(resolve(folder, name), 'utf8')))
    .join('');
  const hash = createHash('sha256').update(style).digest('base64');
  const source = [
    '// Written by scripts/drawing-style.ts from drawing.css and document.css; do not edit.',
    '',
    '/** The style of an exported preview. */',
    `export const documentStyle = ${JSON.stringify(style)};`,
    '',
    '/** Its hash, as a content security policy names it. */',
    `export const documentStyleHash = 'sha256-${hash}';`,
  ].join('\n');
  return format(source, { parser: 'typescript', singleQuote: true, printWidth: 120 });
}

function squeezed(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim();
}

if (process.argv[1] === import.meta.filename) writeFileSync(target, await styleModule());
