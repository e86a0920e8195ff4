import { join } from 'node:path';

/** What a bundler tells of a module, and where it puts it; Rolldown's shapes, as far as they are needed. */
interface ModuleGraph {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
}

/**
 * Names the chunk of each module that the popup shares with other pages: few large files pack better than many small ones, and the engine,
 * which draws nothing, does without those of the screens. Null leaves a module to the bundler.
 */
export function sharedChunks(root: string): (id: string, graph: ModuleGraph) => string | null {
  const entry = (name: string): string => join(root, 'entrypoints', name);
  let known: Readonly<Record<'popup' | 'engine' | 'doctor' | 'sidepanel', ReadonlySet<string>>> | null = null;
  return (id, graph) => {
    known ??= {
      popup: loadedBy(entry('popup/main.tsx'), graph),
      engine: loadedBy(entry('engine/main.ts'), graph),
      doctor: loadedBy(entry('doctor/main.tsx'), graph),
      sidepanel: loadedBy(entry('sidepanel/main.tsx'), graph),
    };
    if (/\/main\.tsx?$/.test(id) || !known.popup.has(id)) return null;
    if (known.engine.has(id)) return 'ground';
    return known.doctor.has(id) || known.sidepanel.has(id) ? 'screens' : null;
  };
}

/** A module and all that it imports, sooner or later, but for the words of another language: only their readers load those. */
function loadedBy(entry: string, graph: ModuleGraph): ReadonlySet<string> {
  const loaded = new Set([entry]);
  for (const id of loaded) {
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    for (const imported of [...importedIds, ...dynamicallyImportedIds]) {
      if (!imported.endsWith('/catalogue.ts')) loaded.add(imported);
    }
  }
  return loaded;
}
