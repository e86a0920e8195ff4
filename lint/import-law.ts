/**
 * Who may import whom, written once: ESLint forbids it with a teaching message (eslint.config.js), and a test holds the real import
 * graph against the same table (tests/unit/architecture/import-law.test.ts).
 *
 * `may` lists the rooms below lib/ and the packages that a room may import; its own room is always allowed.
 * `node:` stands for every Node built-in.
 */
interface Room {
  readonly may: readonly string[];
  readonly why: string;
}

export const rooms: Readonly<Record<string, Room>> = {
  kernel: { may: ['ipaddr.js'], why: 'everything rests on the kernel, so it rests on nothing' },
  standards: { may: ['kernel'], why: 'standards are data, with the kernel’s types' },
  parsing: {
    may: [
      'kernel',
      'content-type',
      'eventsource-parser',
      'htmlparser2',
      'punycode',
      'image-size',
      'fast-png',
      'decode-ico',
      'tldts',
      'jsonc-parser',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'micromark-extension-gfm',
      'mdast',
    ],
    why: 'parsing turns text into structure and knows nothing else',
  },
  probes: {
    may: ['kernel', 'standards', 'parsing', 'p-limit', '@modelcontextprotocol/client'],
    why: 'probes observe through ports and never judge',
  },
  checks: {
    may: ['kernel', 'standards', 'parsing', 'knowledge', 'preview'],
    why: 'checks are pure and see declared evidence alone',
  },
  rehearsal: {
    may: ['kernel', 'standards', 'parsing', 'checks'],
    why: 'the rehearsal orders findings and asks nobody',
  },
  engine: { may: ['kernel'], why: 'the engine is given probes and checks, it knows none' },
  i18n: {
    may: ['kernel', 'intl-messageformat'],
    why: 'words know codes and values only',
  },
  knowledge: {
    may: ['kernel', 'standards', 'guides'],
    why: 'knowledge is data: statements, questions and sentences, with their sources',
  },
  guides: { may: ['kernel', 'knowledge'], why: 'guides are data that one player runs' },
  help: {
    may: ['kernel', 'standards', 'parsing', 'page', 'knowledge', 'guides', 'i18n', 'minisearch', 'stemmer'],
    why: 'help is functions over knowledge and guides: it asks nobody',
  },
  preview: {
    may: [
      'kernel',
      'standards',
      'parsing',
      'knowledge',
      'i18n',
      'report',
      'hast',
      'mdast',
      'hastscript',
      'hast-util-sanitize',
      'hast-util-to-html',
      'mdast-util-to-hast',
      'uqr',
    ],
    why: 'what Claude will show is drawn from a report and from what the author wrote: nobody is asked',
  },
  bundles: {
    may: ['kernel', 'standards', 'parsing', '@zip.js/zip.js', '@anthropic-ai/mcpb', 'jsonc-parser'],
    why: 'a bundle is opened in memory, and nothing of it is run',
  },
  report: {
    may: [
      'kernel',
      'standards',
      'i18n',
      'knowledge',
      'guides',
      'help',
      'zod',
      'picocolors',
      'hast',
      'hastscript',
      'hast-util-to-html',
      'tldts',
    ],
    why: 'renderers are views of report data',
  },
  'adapters/node': {
    may: ['kernel', 'node:', 'undici', 'ipaddr.js', 'open'],
    why: 'an adapter knows the ports and one platform',
  },
  cli: {
    may: [
      'kernel',
      'standards',
      'doctor',
      'judge-again',
      'our-words',
      'adapters/node',
      'report',
      'preview',
      'bundles',
      'bundle-report',
      'i18n',
      'checks',
      'knowledge',
      'guides',
      'help',
      'node:',
      'commander',
      'picocolors',
    ],
    why: 'the command line composes, it judges nothing',
  },
};

/** Rooms of the extension; `components` stands beside lib/. */
export const screens: Readonly<Record<string, Room>> = {
  permissions: {
    may: ['kernel', 'standards', 'parsing', 'runs', 'interference', 'wxt'],
    why: 'permissions are sets of names, read from what was typed, and one question to the browser',
  },
  page: {
    may: ['kernel', 'standards', 'guides', 'i18n'],
    why: 'what a page shows is text: it is read and explained, nobody is asked',
  },
  interference: {
    may: ['kernel', 'standards', 'i18n', 'ipaddr.js'],
    why: 'what stands in the way is told from plain data, and the search for it is a pure state machine',
  },
  runs: {
    may: ['kernel', 'standards', 'page', 'report', 'i18n', 'knowledge'],
    why: 'the life of a run is a pure state machine',
  },
  messaging: {
    may: ['kernel', 'runs', 'page', 'interference', 'guides', 'knowledge', 'wxt', '@webext-core/messaging'],
    why: 'messages are typed shapes and the way that carries them',
  },
  storage: {
    may: ['kernel', 'standards', 'runs', 'page', 'interference', 'guides', 'knowledge', 'help', 'wxt', 'idb'],
    why: 'storage keeps plain data',
  },
  'adapters/browser': {
    may: ['kernel', 'messaging', 'interference', 'wxt', 'ipaddr.js'],
    why: 'an adapter knows the ports and one platform',
  },
  components: {
    may: [
      'kernel',
      'standards',
      'parsing',
      'report',
      'runs',
      'page',
      'interference',
      'permissions',
      'messaging',
      'storage',
      'i18n',
      'knowledge',
      'guides',
      'help',
      'preview',
      'bundles',
      'our-words',
      'hast',
      'hast-util-to-jsx-runtime',
      'react',
      'react-dom',
      'zustand',
      'lucide-react',
    ],
    why: 'components show state, read what is typed and send commands: they know no probes, checks, engine or adapters',
  },
};

/** Files directly below lib/ that compose rooms. */
export const doors: Readonly<Record<string, Room>> = {
  doctor: {
    may: ['engine', 'kernel', 'parsing', 'probes', 'report', 'preview', 'judged-evidence'],
    why: 'the public door knows no platform',
  },
  'judge-again': {
    may: ['kernel', 'i18n', 'parsing', 'report', 'judged-evidence', 'browser-report', 'bundle-report'],
    why: 'a saved report is judged again on any page: without probes, ports and adapters',
  },
  'judged-evidence': {
    may: ['engine', 'kernel', 'checks', 'rehearsal', 'i18n', 'help', 'preview'],
    why: 'judging needs no ports',
  },
  'browser-report': {
    may: ['engine', 'kernel', 'checks', 'rehearsal', 'i18n', 'help', 'report'],
    why: 'a report of a look at this browser is judged from what was seen, and needs no ports',
  },
  'our-words': {
    may: ['kernel', 'checks', 'i18n', 'help'],
    why: 'words follow from codes and values: nothing is judged for them',
  },
  'told-listing': {
    may: ['engine', 'kernel', 'parsing', 'probes', 'report', 'preview', 'judge-again'],
    why: 'a listing that is told after a check is joined to its report',
  },
  'bundle-report': {
    may: ['engine', 'kernel', 'checks', 'i18n', 'help', 'report', 'rehearsal'],
    why: 'a report of a bundle is judged from what was read of it, and needs no ports',
  },
};

const law = { ...rooms, ...screens, ...doors };
const roomNames = Object.keys(law);

/** The same law as ESLint patterns over relative import paths. */
export const importLaw = Object.entries(law).map(([room, { may, why }]) => ({
  room,
  files: filesOf(room),
  patterns: [
    ...roomNames
      .filter((other) => other !== room && !may.includes(other))
      .map((other) => ({
        regex: `^\\.{1,2}/(\\.\\./)*(lib/)?${other}(/|\\.ts$)`,
        message: `may not import ${other}: ${why}.`,
      })),
    ...(may.includes('node:') ? [] : [{ regex: '^node:', message: `may not import Node: ${why}.` }]),
    { regex: '/index\\.ts$', message: 'no barrels: import the file that holds the thing.' },
  ],
}));

function filesOf(room: string): string[] {
  if (room === 'components') return ['components/**/*.{ts,tsx}'];
  return room in doors ? [`lib/${room}.ts`] : [`lib/${room}/**/*.ts`];
}
