import { hintsOf, type ToolEdit } from './tool-edit.ts';

/** In what the block is written: data, the official TypeScript SDK, or the official Python SDK (FastMCP alike). */
export type BlockLanguage = 'json' | 'typescript' | 'python';

/**
 * Title and annotations of tools, to be copied back into the code of their server. Both hints are stated wherever the effect is known,
 * and nothing is stated of what is open. In every language the text holds plain characters alone: what is invisible, or turns the
 * direction of writing, is escaped.
 */
export function annotationBlock(tools: readonly ToolEdit[], language: BlockLanguage): string {
  return writers[language](tools.map(saidOf));
}

interface SaidTool {
  readonly name: string;
  readonly title: string | null;
  /** In the order of the specification. */
  readonly annotations: Readonly<Record<string, boolean>> | null;
}

function saidOf({ name, title, effect, idempotent, openWorld }: ToolEdit): SaidTool {
  const annotations = {
    ...(effect !== null && hintsOf[effect]),
    ...(idempotent !== null && { idempotentHint: idempotent }),
    ...(openWorld !== null && { openWorldHint: openWorld }),
  };
  return {
    name,
    title: title.trim() === '' ? null : title.trim(),
    annotations: Object.keys(annotations).length === 0 ? null : annotations,
  };
}

const writers: Readonly<Record<BlockLanguage, (tools: readonly SaidTool[]) => string>> = {
  json: asJson,
  typescript: (tools) => tools.map(asTypeScript).join('\n'),
  python: (tools) => `from mcp.types import ToolAnnotations\n${tools.map(asPython).join('')}`,
};

function asJson(tools: readonly SaidTool[]): string {
  const objects = tools.map(({ name, title, annotations }) => ({
    name,
    ...(title !== null && { title }),
    ...(annotations !== null && { annotations }),
  }));
  return `${escaped(JSON.stringify(objects.length === 1 ? objects[0] : objects, undefined, 2), escapeUnit)}\n`;
}

/**
 * `registerTool` takes the same members in version 1 and in version 2 of the SDK. The members that are there already come first: an old
 * title or old hints among them give way to these.
 */
function asTypeScript({ name, title, annotations }: SaidTool): string {
  return [
    'server.registerTool(',
    `  ${typeScriptString(name)},`,
    '  {',
    '    ...yourOtherMembers,',
    ...(title === null ? [] : [`    title: ${typeScriptString(title)},`]),
    ...(annotations === null ? [] : [`    annotations: { ${pairs(annotations, ': ')} },`]),
    '  },',
    '  yourHandler,',
    ');',
    '',
  ].join('\n');
}

/**
 * The hints are spelled as in the protocol: version 1 of the SDK knows no other spelling and would pass one on unread, and version 2
 * takes both.
 */
function asPython({ name, title, annotations }: SaidTool): string {
  return [
    '\n',
    '@mcp.tool(',
    `    name=${pythonString(name)},`,
    ...(title === null ? [] : [`    title=${pythonString(title)},`]),
    ...(annotations === null ? [] : [`    annotations=ToolAnnotations(${pythonPairs(annotations)}),`]),
    ')',
    'def your_function(): ...',
    '',
  ].join('\n');
}

function pairs(annotations: Readonly<Record<string, boolean>>, between: string): string {
  return Object.entries(annotations)
    .map(([hint, value]) => `${hint}${between}${String(value)}`)
    .join(', ');
}

function pythonPairs(annotations: Readonly<Record<string, boolean>>): string {
  return pairs(annotations, '=').replaceAll('=true', '=True').replaceAll('=false', '=False');
}

/** A JSON string is a string of TypeScript. */
function typeScriptString(text: string): string {
  return escaped(JSON.stringify(text), escapeUnit);
}

/** Of Python as well, but for characters beyond U+FFFF, which Python escapes as one. */
function pythonString(text: string): string {
  return escaped(JSON.stringify(text), (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : escapeUnit(character);
  });
}

/** Controls, format characters (which join, hide, and turn the direction), separators of lines, private and unassigned ones. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Written text, of which line feeds of its own layout stay. */
function escaped(text: string, escape: (character: string) => string): string {
  return text.replace(unseen, (character) => (character === '\n' ? character : escape(character)));
}

function escapeUnit(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
