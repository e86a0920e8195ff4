import type { Element, ElementContent, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import type { Heading, Html, Image, ImageReference, Link, LinkReference, ListItem } from 'mdast';
import { defaultHandlers, toHast, type Handler, type Handlers, type State } from 'mdast-util-to-hast';
import { linkTarget } from '../../parsing/link-target.ts';
import { readMarkdown } from '../../parsing/markdown.ts';

/**
 * A description as a tree that is safe to show: no markup of the text itself (raw HTML is shown as the text that it is), no pictures (their
 * alternative texts stand in their place), no names and classes, links to https and mail addresses alone, each with its host where its text
 * does not tell it, and headings from the fourth level on.
 */
export function descriptionTree(markdown: string): Root {
  const tree = sanitize(toHast(readMarkdown(markdown).root, { handlers }), schema);
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

/** Holds alone, too, whatever the handlers let through. */
const schema: Schema = {
  tagNames: [
    ...['p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr', 'h4', 'h5', 'h6'],
    ...['a', 'small', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', ['rel', 'noopener', 'noreferrer', 'nofollow'], ['target', '_blank']],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
  },
  protocols: { href: ['https', 'mailto'] },
  ancestors: { thead: ['table'], tbody: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
  required: {},
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
};

const handlers = {
  html: ((_state, { value }: Html, parent) =>
    blocks.has(parent?.type ?? 'root') ? element('p', [text(value)]) : text(value)) satisfies Handler,
  image: ((_state, { alt }: Image) => text(alt ?? '')) satisfies Handler,
  imageReference: ((_state, { alt }: ImageReference) => text(alt ?? '')) satisfies Handler,
  link: ((state: State, node: Link) => link(node.url, state.all(node))) satisfies Handler,
  linkReference: ((state: State, node: LinkReference) => {
    const definition = state.definitionById.get(node.identifier.toUpperCase());
    return link(definition?.url ?? '', state.all(node));
  }) satisfies Handler,
  heading: ((state: State, node: Heading) =>
    element(`h${String(Math.min(6, node.depth + 3))}`, state.all(node))) satisfies Handler,
  listItem: ((state: State, node: ListItem, parent: Parameters<Handler>[2]) =>
    listItem(state, node, parent)) satisfies Handler,
} satisfies Handlers;

/** What holds paragraphs. */
const blocks: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem']);

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

function link(address: string, words: ElementContent[]): ElementContent[] {
  const target = linkTarget(address);
  if (target.kind !== 'https' && target.kind !== 'mailto') return words;
  const anchor = element('a', words, {
    href: target.href,
    rel: ['noopener', 'noreferrer', 'nofollow'],
    target: '_blank',
  });
  const whither = target.kind === 'https' ? target.host : target.address.toLowerCase();
  const told = wordsOf(words)
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '');
  return told === whither || told.startsWith(`${whither}/`)
    ? [anchor]
    : [anchor, text(' '), element('small', [text(`(${whither})`)])];
}

function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'element' ? wordsOf(node.children) : node.type === 'text' ? node.value : ''))
    .join('');
}

/** A task is told by a mark: a box could be clicked. */
function listItem(state: State, node: ListItem, parent: Parameters<Handler>[2]): Element {
  const item = defaultHandlers.listItem(state, { ...node, checked: null }, parent);
  if (typeof node.checked !== 'boolean') return item;
  const mark = text(node.checked ? '☑ ' : '☐ ');
  const first = item.children.find((child) => child.type === 'element' && child.tagName === 'p');
  (first?.type === 'element' ? first : item).children.unshift(mark);
  return item;
}
