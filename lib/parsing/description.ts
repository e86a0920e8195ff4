import type { Definition, Nodes, Root } from 'mdast';
import type { DescriptionFault, DescriptionFaultKind } from '../kernel/evidence-listing.ts';
import { hidesCharacters, showHidden } from './hidden-characters.ts';
import { linkTarget } from './link-target.ts';
import { readMarkdown } from './markdown.ts';
import { inOneLine } from './one-line.ts';

export interface Description {
  readonly root: Root;
  /** In the order of the text, the first hundred. */
  readonly faults: readonly DescriptionFault[];
}

const mostFaults = 100;
const longestQuote = 100;

/** Reads a connector’s description, and what in it Claude could not or should not show. Of a text beyond `longestMarkdown` the rest is not read. */
export function readDescription(markdown: string): Description {
  const { root, isTangled } = readMarkdown(markdown);
  const nodes = [...walk(root)];
  const names = referencesIn(nodes);
  const opened = openedIn(nodes);
  const found = nodes.flatMap((node) => {
    if (isClosing(node, opened)) return [];
    const source = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    const own = isTangled ? tangledFaults(node) : [...faultsOf(node, names), ...markupIn(node, source)];
    return [...own, ...hiddenIn(node, source)];
  });
  const unique = new Map(found.map((fault) => [JSON.stringify(fault), fault]));
  return { root, faults: [...unique.values()].sort((a, b) => a.line - b.line).slice(0, mostFaults) };
}

function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if (!('children' in node)) return;
  for (const child of node.children) yield* walk(child);
}

function openedIn(nodes: readonly Nodes[]): ReadonlySet<string> {
  const names = nodes.map((node) => (node.type === 'html' ? /^<([a-z][\w-]*)/i.exec(node.value)?.[1] : undefined));
  return new Set(names.flatMap((name) => name?.toLowerCase() ?? []));
}

/** The end of an element whose beginning is a fault already. */
function isClosing(node: Nodes, opened: ReadonlySet<string>): boolean {
  const name = node.type === 'html' ? /^<\/([a-z][\w-]*)\s*>$/i.exec(node.value)?.[1] : undefined;
  return name !== undefined && opened.has(name.toLowerCase());
}

interface References {
  readonly links: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
}

function referencesIn(nodes: readonly Nodes[]): References {
  const named = (type: 'linkReference' | 'imageReference'): ReadonlySet<string> =>
    new Set(nodes.flatMap((node) => (node.type === type ? [node.identifier] : [])));
  return { links: named('linkReference'), images: named('imageReference') };
}

function faultsOf(node: Nodes, names: References): readonly DescriptionFault[] {
  const line = lineOf(node);
  if (node.type === 'html') return [fault(htmlKind(node.value), node.value, line)];
  if (node.type === 'image') return [fault(imageKind(node.url), node.url, line)];
  if (node.type === 'link') return isBareHost(node) ? [] : linkFaults(node.url, line);
  return node.type === 'definition' ? definitionFaults(node, names) : [];
}

function fault(kind: DescriptionFaultKind, text: string, line: number): DescriptionFault {
  return { kind, text: inOneLine(showHidden(text.slice(0, 2 * longestQuote)), longestQuote), line };
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** What runs, or loads what runs: browsers take it in any spelling, so it is looked for in any. */
const running =
  /<\s*(?:script|iframe|frame|object|embed|applet|base|meta|link|form|svg|math|template)\b|[\s/"'<]on[a-z]+\s*=|(?:javascript|vbscript|livescript)\s*:|srcdoc\s*=|data:text\/html/i;

function htmlKind(html: string): DescriptionFaultKind {
  return running.test(html) ? 'script' : 'raw-html';
}

function imageKind(url: string): DescriptionFaultKind {
  return /^\s*data:/i.test(url) ? 'data-image' : 'remote-image';
}

/** GitHub’s extension makes `www.acme.dev` an http link by itself: the author wrote no address. */
function isBareHost(node: Extract<Nodes, { type: 'link' }>): boolean {
  const [text] = node.children;
  return text?.type === 'text' && node.url === `http://${text.value}`;
}

function linkFaults(url: string, line: number): readonly DescriptionFault[] {
  const { kind } = linkTarget(url);
  if (kind === 'https' || kind === 'mailto') return [];
  return [fault(kind === 'http' ? 'insecure-link' : 'unsafe-link', url, line)];
}

/** A definition that nothing refers to is shown nowhere: `[//]: # (…)` is how comments are written in Markdown. */
function definitionFaults(node: Definition, { links, images }: References): readonly DescriptionFault[] {
  const { identifier, url, title } = node;
  const line = lineOf(node);
  if (images.has(identifier)) return [fault(imageKind(url), url, line)];
  if (links.has(identifier)) return linkFaults(url, line);
  const isComment = Boolean(title) || linkTarget(url).kind === 'unsafe';
  return isComment ? [fault('hidden-text', [url, title ?? ''].join(' '), line)] : [];
}

/** What Markdown takes for text and browsers take for a tag, such as `<svg/onload=…>`; what is escaped is meant as text by everybody. */
function markupIn(node: Nodes, source: string): readonly DescriptionFault[] {
  if (node.type !== 'text') return [];
  return source.split('\n').flatMap((line, index) => {
    const tag = tagLike.exec(line.replace(/\\[!-/:-@[-`{-~]/g, '  '));
    return tag ? [fault(htmlKind(tag[0]), tag[0], lineOf(node) + index)] : [];
  });
}

const tagLike =
  /<\/?(?:script|style|iframe|frame|object|embed|applet|base|meta|link|form|input|button|textarea|select|svg|math|template|video|audio|source|img|image|a|abbr|b|big|blockquote|body|br|center|code|details|div|em|font|h[1-6]|head|hr|html|i|kbd|li|marquee|ol|p|pre|q|s|small|span|strong|sub|summary|sup|table|tbody|td|th|tr|u|ul)(?=[\s/>])[^>]*>?/i;

function hiddenIn(node: Nodes, source: string): readonly DescriptionFault[] {
  // The value of a fenced block begins below its fence.
  const first = lineOf(node) + (node.type === 'code' && /^\s*(?:```|~~~)/.test(source) ? 1 : 0);
  return textsOf(node).flatMap((text) =>
    text
      .split('\n')
      .flatMap((line, index) => (hidesCharacters(line) ? [fault('hidden-text', line, first + index)] : [])),
  );
}

function textsOf(node: Nodes): readonly string[] {
  const value = 'value' in node ? node.value : '';
  const alt = 'alt' in node ? node.alt : null;
  const title = 'title' in node ? node.title : null;
  return [value, alt ?? '', title ?? ''];
}

/** What a tangled text holds, as far as single lines show it. */
function tangledFaults(node: Nodes): readonly DescriptionFault[] {
  if (node.type !== 'text') return [];
  return node.value.split('\n').flatMap((line, index) => {
    if (/<[a-z!/?]/i.test(line)) return [fault(htmlKind(line), line, index + 1)];
    if (/!\[[^\]]*\]\(/.test(line)) return [fault('remote-image', line, index + 1)];
    return /(?:javascript|vbscript|data|file)\s*:/i.test(line) ? [fault('unsafe-link', line, index + 1)] : [];
  });
}
