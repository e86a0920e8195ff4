import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A message in the code: what is said, and where. */
export interface FoundMessage {
  /** The English text; the `other` form of one that counts. */
  readonly text: string;
  /** It has forms by count. */
  readonly counts: boolean;
  /** Path from the root of the repository, and the line. */
  readonly file: string;
  readonly line: number;
}

/** Words on a screen that no translation can reach. */
export interface UnreachableWords {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const folders = ['lib', 'components', 'entrypoints'];

/** Every message that `say`, `sayCount`, `msg` and `<Say>` hold as a literal, in the order of the files. */
export async function messagesInCode(): Promise<readonly FoundMessage[]> {
  return (await sourceFiles()).flatMap(({ file, source }) => {
    const found: FoundMessage[] = [];
    visit(source, (node) => {
      const message = messageAt(node);
      if (message !== null) found.push({ ...message, file, line: lineOf(node, source) });
    });
    return found;
  });
}

/** Text between tags, and attributes that people read, which stand in the code as they are. */
export async function unreachableWords(): Promise<readonly UnreachableWords[]> {
  return (await sourceFiles()).flatMap(({ file, source }) => {
    const found: UnreachableWords[] = [];
    visit(source, (node) => {
      const text = bareWordsAt(node);
      if (text !== null) found.push({ text, file, line: lineOf(node, source) });
    });
    return found;
  });
}

/** Where every sentence that stands in the code is for readers, and so has to be said or marked. */
const shown = /^(?:components|lib\/(?:report|runs))\//;

/** Sentences in the code of screens and renderers that are neither said nor marked. */
export async function unsaidWords(): Promise<readonly UnreachableWords[]> {
  return (await sourceFiles())
    .filter(({ file }) => shown.test(file))
    .flatMap(({ file, source }) => {
      const found: UnreachableWords[] = [];
      visitUnsaid(source, (node) => {
        const text = sentenceAt(node);
        if (text !== null) found.push({ text, file, line: lineOf(node, source) });
      });
      return found;
    });
}

function visitUnsaid(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    if (!isForNobody(child)) visitUnsaid(child, look);
  });
}

const notRead = /^(?:className|text|d|style|accept|rel|allow)$/;

/** What is said, and what readers never see: names of classes, modules, members, types and the data of `message-data.ts`. */
function isForNobody(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    return /^(?:say|msg|sayCount|classes)$/.test(node.expression.text);
  }
  if (ts.isJsxAttribute(node)) return notRead.test(node.name.getText());
  if (ts.isPropertyAssignment(node)) return /^(?:passed|question)$/.test(node.name.getText());
  return ts.isImportDeclaration(node) || ts.isTypeNode(node);
}

/** Two words that follow each other as they do in sentences. */
const sentence = /\p{L}{2,}[,’]? \p{L}{2,}/u;
const stylesOnly = /(?:^|\s)(?:flex|grid|text-|border|bg-|min-|px-|size-)/;

function sentenceAt(node: ts.Node): string | null {
  const text = ts.isStringLiteralLike(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal: { text: tail } }) => tail)].join('…')
      : null;
  return text !== null && sentence.test(text) && !stylesOnly.test(text) ? text : null;
}

async function sourceFiles(): Promise<readonly { readonly file: string; readonly source: ts.SourceFile }[]> {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })).sort();
  return Promise.all(
    files.map(async (name) => {
      const path = `${root}${name}`;
      const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
      const text = await readFile(path, 'utf8');
      return {
        file: relative(root, path),
        source: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind),
      };
    }),
  );
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    visit(child, look);
  });
}

function messageAt(node: ts.Node): Pick<FoundMessage, 'text' | 'counts'> | null {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    const [first, second] = node.arguments;
    if (name === 'say' || name === 'msg') return literal(first, false);
    if (name === 'sayCount') return literal(otherForm(second), true);
  }
  if (ts.isJsxAttribute(node) && ts.isJsxAttributes(node.parent) && node.name.getText() === 'text') {
    const element = node.parent.parent;
    if (element.tagName.getText() !== 'Say') return null;
    const value = node.initializer;
    return literal(value && ts.isJsxExpression(value) ? value.expression : value, false);
  }
  return null;
}

function otherForm(forms: ts.Expression | undefined): ts.Expression | undefined {
  if (forms === undefined || !ts.isObjectLiteralExpression(forms)) return undefined;
  const other = forms.properties.find((property) => property.name?.getText() === 'other');
  return other && ts.isPropertyAssignment(other) ? other.initializer : undefined;
}

function literal(node: ts.Node | undefined, counts: boolean): Pick<FoundMessage, 'text' | 'counts'> | null {
  return node && ts.isStringLiteralLike(node) ? { text: node.text, counts } : null;
}

const readAttributes = new Set([
  'title',
  'label',
  'aria-label',
  'placeholder',
  'summary',
  'description',
  'alt',
  'hint',
]);

function bareWordsAt(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return wordsOf(node.text);
  if (!ts.isStringLiteralLike(node)) return null;
  const { parent } = node;
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? null : wordsOf(node.text);
  return ts.isJsxAttribute(parent) && readAttributes.has(parent.name.getText()) ? wordsOf(node.text) : null;
}

/** The same in every language. */
const names = new Set(['Connector Doctor', 'https://…', '--replay']);

function wordsOf(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  return /\p{L}{2}/u.test(line) && !names.has(line) ? line : null;
}

function lineOf(node: ts.Node, source: ts.SourceFile): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
