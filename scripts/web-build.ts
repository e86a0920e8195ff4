import { join } from 'node:path';

/** What packages are replaced by in everything that is built for browsers. */
export const webAlias: Readonly<Record<string, string>> = {
  // For browsers it has another form, which asks an element’s HTML what a character is called.
  'decode-named-character-reference': join(
    import.meta.dirname,
    '../node_modules/decode-named-character-reference/index.js',
  ),
};

/** What everything that is built for browsers has in common. */
export function webPlugins() {
  return [withoutSuspicion(), withoutPreloading(), withoutIconKeys()];
}

/** Tells of every module that was bundled. */
export function collectModules(bundled: Set<string>) {
  return {
    name: 'connector-doctor:collect-modules',
    generateBundle(_options: unknown, bundle: Readonly<Record<string, { readonly moduleIds?: readonly string[] }>>) {
      for (const { moduleIds = [] } of Object.values(bundle)) for (const id of moduleIds) bundled.add(id);
    },
  };
}

/** What is loaded later lies in the extension itself and brings no styles: nothing is gained by preloading, and the popup has to carry it. */
function withoutPreloading() {
  return {
    name: 'connector-doctor:without-preloading',
    transform: (_code: string, id: string) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
  };
}

/**
 * What packages could do and never do here, and linters take for a deed: zod tries whether it may make code out of text, zip.js can load
 * a decompressor that somebody names, and Markdown’s parser writes into a tokenizer that happens to be called a document.
 */
const suspicious: readonly { readonly file: string; readonly from: RegExp | string; readonly to: string }[] = [
  { file: '/zod/v4/core/util.js', from: /const F = Function;\s*new F\(""\);\s*return true;/, to: 'return false;' },
  {
    file: '/zip.js/lib/core/codec-registry.js',
    from: /await import\([^()]*\bcodecURI\)/,
    to: 'await Promise.reject(new Error("none is loaded"))',
  },
  {
    file: '/mdast-util-from-markdown/lib/index.js',
    from: 'return compiler(options)(postprocess(parse(options).document().write(preprocess()(value, encoding, true))));',
    to: 'const { write } = parse(options).document(); return compiler(options)(postprocess(write(preprocess()(value, encoding, true))));',
  },
];

function withoutSuspicion() {
  return {
    name: 'connector-doctor:without-suspicion',
    transform: (code: string, id: string) => {
      const found = suspicious.find(({ file }) => id.endsWith(file));
      return found ? code.replace(found.from, found.to) : null;
    },
  };
}

/** Each part of an icon has a key of random letters, which React reads while it is developed with, and nothing packs. */
function withoutIconKeys() {
  return {
    name: 'connector-doctor:without-icon-keys',
    transform: (code: string, id: string) =>
      /\/lucide-react\/dist\/esm\/icons\//.test(id) ? code.replace(/,\s*key: "[a-z0-9]+"/g, '') : null,
  };
}
