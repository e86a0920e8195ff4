import type { Element } from 'hast';
import { h } from 'hastscript';
import { inOneLine } from '../../parsing/one-line.ts';

/**
 * Text of others on one line: of its own direction, kept from turning what stands around it, and never translated. At most `longest`
 * characters of it.
 */
export function foreignText(text: string, className: string, longest = 300): Element {
  return h(
    'bdi',
    { className: [className], dir: 'auto', translate: 'no' },
    inOneLine(text.slice(0, 2 * longest), longest),
  );
}
