import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { annotationBlock } from '../../../lib/preview/tools/annotation-block.ts';
import type { ToolEdit } from '../../../lib/preview/tools/tool-edit.ts';

const search: ToolEdit = {
  name: 'search_invoices',
  title: 'Search “invoices”',
  effect: 'reads',
  idempotent: null,
  openWorld: false,
};
const drop: ToolEdit = { name: 'drop', title: '', effect: 'destroys', idempotent: true, openWorld: null };
const open: ToolEdit = { name: 'open', title: ' Open ', effect: null, idempotent: null, openWorld: null };

const edit: fc.Arbitrary<ToolEdit> = fc.record({
  name: fc.oneof(fc.string({ unit: 'binary' }), fc.string()),
  // Words that would end a string, a comment or a line in one of the languages, and what cannot be seen.
  title: fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom(
          '"',
          "'",
          '\\',
          '\n',
          '\r',
          '\u2028',
          '\u202e',
          '\u0000',
          '`',
          '${x}',
          '*/',
          '"""',
          '</script>',
        ),
        fc.constantFrom('\ud800', '\udfff', '\u{e0041}', '👩‍🚀', '\\u0041', '\\N{DASH}', '#', 'true', '=true'),
      ),
    )
    .map((parts) => parts.join('')),
  effect: fc.constantFrom('reads', 'adds', 'destroys', null),
  idempotent: fc.constantFrom(true, false, null),
  openWorld: fc.constantFrom(true, false, null),
});
const edits = fc.array(edit, { minLength: 1, maxLength: 5 });

interface Read {
  readonly name: unknown;
  readonly title?: unknown;
  readonly annotations?: unknown;
}

/** What a block has to say, read from the edit by other means than the block. */
function expected({ name, title, effect, idempotent, openWorld }: ToolEdit): Read {
  const annotations: Record<string, boolean> = {};
  if (effect !== null) {
    annotations['readOnlyHint'] = effect === 'reads';
    annotations['destructiveHint'] = effect === 'destroys';
  }
  if (idempotent !== null) annotations['idempotentHint'] = idempotent;
  if (openWorld !== null) annotations['openWorldHint'] = openWorld;
  return {
    name,
    ...(title.trim() !== '' && { title: title.trim() }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
}

describe('the block in JSON', () => {
  it('is an object for one tool, and a list for several', () => {
    expect(JSON.parse(annotationBlock([search], 'json'))).toEqual({
      name: 'search_invoices',
      title: 'Search “invoices”',
      annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: false },
    });
    expect(JSON.parse(annotationBlock([drop, open], 'json'))).toEqual([
      { name: 'drop', annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true } },
      { name: 'open', title: 'Open' },
    ]);
  });

  it('is read again as it was meant', () => {
    fc.assert(
      fc.property(edits, (tools) => {
        const read = JSON.parse(annotationBlock(tools, 'json')) as unknown;
        expect(tools.length === 1 ? [read] : read).toEqual(tools.map(expected));
      }),
    );
  });
});

describe('the block in TypeScript', () => {
  it('is read again by the compiler as it was meant', () => {
    fc.assert(
      fc.property(edits, (tools) => {
        expect(readTypeScript(annotationBlock(tools, 'typescript'))).toEqual(tools.map(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('wins over the title and the hints that stood there, and leaves the rest', () => {
    const old = { title: 'Old', description: 'Finds them.', annotations: { readOnlyHint: false, openWorldHint: true } };
    const kept = { title: 'Old', description: 'Finds them.' };
    expect(registered(annotationBlock([search, drop, open], 'typescript'), old)).toEqual([
      { ...kept, ...expected(search) },
      { ...kept, ...expected(drop) },
      { ...old, ...expected(open) },
    ]);
  });

  it('fits registerTool of version 1 and of version 2 of the SDK', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), '.block-'));
    try {
      const block = annotationBlock([search, drop, open], 'typescript');
      const files = ['@modelcontextprotocol/sdk/server/mcp.js', '@modelcontextprotocol/server'].map((sdk, index) => {
        const file = join(folder, `version-${String(index + 1)}.ts`);
        const yours = 'const yourOtherMembers = { description: "" };\nconst yourHandler = () => ({ content: [] });\n';
        writeFileSync(file, `import { McpServer } from '${sdk}';\ndeclare const server: McpServer;\n${yours}${block}`);
        return file;
      });
      expect(problemsIn(files)).toEqual([]);
      const [first = ''] = files;
      writeFileSync(first, ts.sys.readFile(first)?.replace('readOnlyHint: true', 'readOnlyHint: "true"') ?? '');
      expect(problemsIn([first])).not.toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import ast']).status === 0);

describe.skipIf(python === undefined)('the block in Python', () => {
  it('is read again by Python as it was meant', { timeout: 60_000 }, () => {
    const samples = fc.sample(edits, 300);
    const blocks = samples.map((tools) => annotationBlock(tools, 'python'));
    expect(readPython(blocks)).toEqual(samples.map((tools) => tools.map(expected)));
  });
});

it.each(['json', 'typescript', 'python'] as const)('%s holds nothing that cannot be seen', (language) => {
  fc.assert(
    fc.property(edits, (tools) => {
      const block = annotationBlock(tools, language);
      expect(block.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});

it('shows each language as it is written by hand', () => {
  expect(annotationBlock([search], 'typescript')).toBe(
    `server.registerTool(
  "search_invoices",
  {
    ...yourOtherMembers,
    title: "Search “invoices”",
    annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: false },
  },
  yourHandler,
);
`,
  );
  expect(annotationBlock([drop], 'python')).toBe(
    `from mcp.types import ToolAnnotations


@mcp.tool(
    name="drop",
    annotations=ToolAnnotations(readOnlyHint=False, destructiveHint=True, idempotentHint=True),
)
def your_function(): ...
`,
  );
});

/** What `registerTool` is given when the block runs beside members that were there before. */
function registered(block: string, yourOtherMembers: Readonly<Record<string, unknown>>): readonly unknown[] {
  const tools: unknown[] = [];
  const server = { registerTool: (name: string, members: object) => tools.push({ name, ...members }) };
  runInNewContext(block, { server, yourOtherMembers, yourHandler: () => undefined });
  return tools;
}

function readTypeScript(block: string): readonly Read[] {
  const file = ts.createSourceFile('block.ts', block, ts.ScriptTarget.ES2023, true);
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly unknown[] };
  expect(parseDiagnostics).toEqual([]);
  return file.statements.map((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) throw new Error(block);
    const [name, members, ...rest] = statement.expression.arguments;
    if (!name || !ts.isStringLiteral(name) || !members || !ts.isObjectLiteralExpression(members))
      throw new Error(block);
    expect(rest).toHaveLength(1);
    return { name: name.text, ...readObject(members) };
  });
}

function readObject(object: ts.ObjectLiteralExpression): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    object.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => {
      if (!ts.isIdentifier(name)) throw new Error(name.getText());
      if (ts.isObjectLiteralExpression(initializer)) return [name.text, readObject(initializer)];
      if (ts.isStringLiteral(initializer)) return [name.text, initializer.text];
      return [name.text, initializer.kind === ts.SyntaxKind.TrueKeyword];
    }),
  );
}

function problemsIn(files: readonly string[]): readonly string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    types: ['node'],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Python’s own parser, and `literal_eval` for every value; strings come back as code points. */
const readingProgram = `
import ast, json, sys
def value(node):
    found = ast.literal_eval(node)
    return [ord(c) for c in found] if isinstance(found, str) else found
def tool(function):
    call, = function.decorator_list
    read = {}
    for keyword in call.keywords:
        if keyword.arg == 'annotations':
            assert keyword.value.func.id == 'ToolAnnotations'
            read['annotations'] = {hint.arg: value(hint.value) for hint in keyword.value.keywords}
        else:
            read[keyword.arg] = value(keyword.value)
    return read
json.dump([[tool(node) for node in ast.parse(block).body[1:]] for block in json.load(sys.stdin)], sys.stdout)
`;

function readPython(blocks: readonly string[]): readonly (readonly Read[])[] {
  const printed = execFileSync(python ?? '', ['-c', readingProgram], {
    input: JSON.stringify(blocks),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  return JSON.parse(printed, (_name, found: unknown) =>
    Array.isArray(found) && found.every((code) => typeof code === 'number') ? String.fromCodePoint(...found) : found,
  ) as readonly (readonly Read[])[];
}
