import type { Element } from 'hast';
import { h } from 'hastscript';
import { plainBlock, plainLine } from '../formats/plain.ts';

/** Text of others on one line: of its own direction, kept from turning what stands around it, and never translated. */
export function foreign(text: string, limit = 500, className: readonly string[] = []): Element {
  return h('bdi', { dir: 'auto', translate: 'no', className: [...className] }, plainLine(text, limit));
}

/** An address, a name or a code of others, as it is written in programs. */
export function code(text: string, limit = 500): Element {
  return h('code', { dir: 'ltr', translate: 'no' }, h('bdi', { dir: 'auto' }, plainLine(text, limit)));
}

/** A sentence of ours with names of others in it: it runs our way, whatever stands at its beginning. */
export function words(text: string, limit = 3_000): Element {
  return h('bdi', { dir: 'ltr' }, plainLine(text, limit));
}

/** The same for several lines, those with a bullet as a list. */
export function paragraphs(text: string, limit = 3_000): Element[] {
  const [first = '', ...items] = plainBlock(text.slice(0, limit)).split('\n• ');
  const shown = [h('p', words(first, limit))];
  return items.length === 0
    ? shown
    : [
        ...shown,
        h(
          'ul',
          { className: ['list'] },
          items.map((item) => h('li', words(item))),
        ),
      ];
}

/** Text of others on many lines. It is no region of its own: it stands there whole, and wraps. */
export function block(text: string): Element {
  return h('pre', { dir: 'ltr', translate: 'no' }, plainBlock(text));
}

/** A link to the web that says where it leads, printed with its address; what is no web address stays text. */
export function webLink(address: string, name: string): Element {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return foreign(address, 300);
  return h(
    'a',
    { href: new URL(address).href, rel: ['noreferrer', 'noopener'], className: ['web'] },
    foreign(name, 400),
  );
}

/** What stands within an element; null is nothing. */
export type Content = Element | string | null | readonly (Element | string | null)[];

/** A row of a table of labels and what stands to them. */
export type Row = readonly [label: string, content: Content];

/** Labels and what stands to them; null where there are none. */
export function rows(all: readonly (Row | null)[], className: readonly string[] = []): Element | null {
  const shown = all.filter((row) => row !== null);
  if (shown.length === 0) return null;
  return h(
    'dl',
    { className: ['rows', ...className] },
    shown.map(([label, content]) => h('div', [h('dt', label), h('dd', childrenOf(content))])),
  );
}

/** A part of the page, with its heading. */
export function part(id: string, title: string, content: Content): Element {
  return h('section', { id, ariaLabelledBy: [`${id}-title`] }, [
    h('h2', { id: `${id}-title` }, title),
    ...childrenOf(content),
  ]);
}

/** What opens without a script, and is open on paper. */
export function fold(summary: Content, content: Content, className: readonly string[] = []): Element {
  return h('details', { className: [...className] }, [
    h('summary', childrenOf(summary)),
    h('div', { className: ['inside'] }, childrenOf(content)),
  ]);
}

/** The same as children of an element. */
export function childrenOf(content: Content): (Element | string)[] {
  return (isList(content) ? content : [content]).filter((child) => child !== null);
}

function isList(content: Content): content is readonly (Element | string | null)[] {
  return Array.isArray(content);
}
