import type { Report } from '../../kernel/report.ts';
import type { RenderOptions } from './render-options.ts';

/** Turns a report into one document. Each looks at the options that concern it. */
export type Renderer = (report: Report, options: RenderOptions) => string;

/**
 * Every format by its name, each loaded when it is asked for. A new one is a line here, and one below for the file names that mean it.
 */
export const formats = {
  text: async () => (await import('./render-text.ts')).renderText,
  json: async () => (await import('./encode.ts')).encodeReport,
  markdown: async () => (await import('./render-markdown.ts')).renderMarkdown,
  junit: async () => (await import('./render-junit.ts')).renderJunit,
  sarif: async () => (await import('./render-sarif.ts')).renderSarif,
  har: async () => (await import('./render-har.ts')).renderHar,
  html: async () => (await import('../html/render-html.ts')).renderHtml,
} as const satisfies Record<string, () => Promise<Renderer>>;

export type Format = keyof typeof formats;

/** What the ending of a file's name says about its format. */
export const formatByExtension: ReadonlyMap<string, Format> = new Map([
  ['.txt', 'text'],
  ['.json', 'json'],
  ['.md', 'markdown'],
  ['.xml', 'junit'],
  ['.sarif', 'sarif'],
  ['.sarif.json', 'sarif'],
  ['.har', 'har'],
  ['.html', 'html'],
  ['.htm', 'html'],
]);
