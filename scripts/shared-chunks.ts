import { join } from 'node:path';

/** What a bundler tells of a module, and where it puts it; Rolldown's shapes, as far as they are needed. */
interface ModuleGraph {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
    readonly code: string | null;
  } | null;
}

/**
 * Names the chunk of each module that the popup shares with other pages: few large files pack better than many small ones, and the engine,
 * which draws nothing, does without those of the screens. Null leaves a module to the bundler.
 */
export function sharedChunks(root: string): (id: string, graph: ModuleGraph) => string | null {
  const entry = (name: string): string => join(root, 'entrypoints', name);
  let known: Readonly<Record<'popup' | 'engine' | 'doctor' | 'sidepanel', ReadonlySet<string>>> | null = null;
  let popupIcons: ReadonlySet<string> | null = null;
  return (id, graph) => {
    known ??= {
      popup: loadedBy(entry('popup/main.tsx'), graph),
      engine: loadedBy(entry('engine/main.ts'), graph),
      doctor: loadedBy(entry('doctor/main.tsx'), graph),
      sidepanel: loadedBy(entry('sidepanel/main.tsx'), graph),
    };
    if (/\/main\.tsx?$/.test(id) || !known.popup.has(id)) return null;
    // The set of icons is one module that names them all: who draws one is told by the code alone.
    const icon = iconOf(id);
    if (icon !== null) {
      popupIcons ??= iconsDrawnBy(known.popup, graph);
      return popupIcons.has(icon) ? 'screens' : null;
    }
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

/** The name of an icon, as its file has it; null for every other module. */
function iconOf(id: string): string | null {
  return /\/lucide-react\/dist\/esm\/icons\/([a-z0-9-]+)\.m?js$/.exec(id)?.[1] ?? null;
}

/** The icons that these modules import, by the names of their files. */
function iconsDrawnBy(modules: ReadonlySet<string>, graph: ModuleGraph): ReadonlySet<string> {
  const imports = [...modules].flatMap((id) => [
    ...(graph.getModuleInfo(id)?.code ?? '').matchAll(/import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/g),
  ]);
  const names = imports.flatMap(([, list = '']) => list.split(',').map((each) => each.trim().split(/\s/)[0] ?? ''));
  return new Set(names.map((name) => name.replace(/(?<=[a-z])(?=[A-Z0-9])/g, '-').toLowerCase()));
}
