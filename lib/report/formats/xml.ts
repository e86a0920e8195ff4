import { plainBlock, plainLine } from './plain.ts';

/** Attributes of an element, in their order; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * One element of an XML document. What stands in attributes becomes one line; characters that XML 1.0 forbids become visible marks,
 * and nothing can end the element or begin another one.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const head = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(plainLine(String(value), mostAttribute))}"`)
    .join('');
  const inner = content.join('');
  return inner === '' ? `<${name}${head}/>` : `<${name}${head}>${inner}</${name}>`;
}

/** Text of several lines between tags. */
export function xmlText(text: string): string {
  return escaped(plainBlock(text));
}

/** Text as `xs:token` has it: one line, no space at its ends, never two; `otherwise` where nothing is left. */
export function token(text: string, otherwise: string): string {
  const line = plainLine(text, mostAttribute).replace(/\s+/g, ' ').trim();
  return line === '' ? otherwise : line;
}

/** UTF-16 code units. */
const mostAttribute = 2_000;

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => references[mark] ?? mark);
}
