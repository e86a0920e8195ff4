import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doors, rooms, screens } from '../../../lint/import-law.ts';

const root = resolve(import.meta.dirname, '../../..');
const law = { ...rooms, ...screens, ...doors };

interface Import {
  readonly from: string;
  readonly to: string;
  readonly fromRoom: string;
  readonly toRoom: string;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function roomOf(path: string): string {
  const parts = relative(root, path)
    .replace(/^lib\//, '')
    .split('/');
  const nested = parts.slice(0, 2).join('/');
  if (nested in law) return nested;
  return (parts[0] ?? '').replace(/\.ts$/, '');
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  // Statements begin a line; only `import(…)` may stand inside one.
  const statements = /^(?:import|export)\b(?:[^'";]*?\bfrom)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  const specifiers = [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? '');
  return specifiers.map((specifier) => {
    const local = specifier.startsWith('.');
    const target = local ? resolve(dirname(path), specifier) : specifier;
    const builtin = specifier.startsWith('node:') || builtinModules.includes(specifier);
    const packageName = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    return {
      from: relative(root, path),
      to: local ? relative(root, target) : specifier,
      fromRoom: roomOf(path),
      toRoom: local ? roomOf(target) : builtin ? 'node:' : packageName,
    };
  });
}

const sources = ['lib', 'components'].flatMap((folder) => files(join(root, folder)));
const imports = sources.flatMap(importsOf);

describe('the import law', () => {
  it('knows every room', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !(room in law))).toEqual([]);
  });

  it('is kept by every import', () => {
    const broken = imports.filter(({ fromRoom, toRoom }) => {
      const entry = law[fromRoom];
      return entry !== undefined && fromRoom !== toRoom && !entry.may.includes(toRoom);
    });
    expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('has no circles among files', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});
