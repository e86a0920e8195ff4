import { BundleReadingNotice } from '../../../components/bundle/BundleReadingNotice.tsx';
import { BundleView, type BundleTab } from '../../../components/bundle/BundleView.tsx';
import { bundleReport } from '../../../lib/bundle-report.ts';
import type { BundleEvidence } from '../../../lib/kernel/evidence-bundle.ts';
import type { Json, JsonObject } from '../../../lib/kernel/json.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import type { GalleryState } from './gallery-state.ts';

const nothing = (): void => undefined;

const manifest: JsonObject = {
  manifest_version: '0.3',
  name: 'notes',
  display_name: 'Notes on this machine',
  version: '1.2.0',
  description: 'Finds and reads the notes that lie on this machine.',
  long_description: 'Every note stays where it is.\n\nNothing is sent anywhere.',
  author: { name: 'Ada Example', email: 'ada@notes.example.com' },
  license: 'MIT',
  repository: { type: 'git', url: 'https://git.example.com/notes' },
  keywords: ['notes', 'search'],
  server: { type: 'node', entry_point: 'server/index.js', mcp_config: { command: 'node', args: ['server/index.js'] } },
  tools: [
    { name: 'search_notes', description: 'Search titles and texts.' },
    { name: 'read_note', description: 'Read one note.' },
  ],
  tools_generated: true,
  prompts: [{ name: 'summary', description: 'Sums up a note.', arguments: ['note'], text: 'Sum up {note}.' }],
  user_config: { folder: { type: 'directory', title: 'Folder', description: 'Where the notes are.', required: true } },
  compatibility: { claude_desktop: '>=0.10.0', platforms: ['darwin', 'win32'], runtimes: { node: '>=18' } },
  privacy_policies: ['https://notes.example.com/privacy'],
};

const valid: BundleEvidence = {
  file: 'notes.mcpb',
  bytes: 482_113,
  fault: null,
  faultMember: null,
  members: 214,
  unpackedBytes: 1_904_220,
  unsafe: [],
  unsafeCount: 0,
  signed: false,
  manifest: { version: '0.3', value: manifest, faults: [], faultCount: 0 },
  manifestElsewhere: null,
  icon: { path: 'icon.png', named: true, state: 'loaded', isPng: true, image: null },
  readme: {
    name: 'README.md',
    privacyHeading: 'Privacy Policy',
    privacyUrl: 'https://notes.example.com/privacy',
    privacyTextLength: 420,
  },
  hintsInSource: true,
};

const nothingRead: Partial<BundleEvidence> = {
  manifest: null,
  readme: null,
  hintsInSource: null,
  icon: { ...valid.icon, named: false, state: 'missing', isPng: false },
};

const long = 'a-name-that-is-very-long-and-has-no-place-to-break-it-anywhere-at-all-'.repeat(3);
const markup = '<img src=x onerror=alert(1)>\u001b[2J \u202eexe.pdf';

function withManifest(members: Readonly<Record<string, Json>>): BundleEvidence {
  const value = { ...manifest, ...members };
  return { ...valid, manifest: { version: '0.3', value, faults: [], faultCount: 0 } };
}

const bundles: Readonly<Record<string, BundleEvidence>> = {
  valid,
  broken: { ...valid, ...nothingRead, fault: 'cut-short', members: 0, unpackedBytes: 0 },
  bomb: { ...valid, ...nothingRead, fault: 'too-large', members: 12, unpackedBytes: 4_398_046_511_104, bytes: 42_374 },
  unsafe: {
    ...valid,
    unsafe: [
      { name: '../../.ssh/authorized_keys', why: 'parent' },
      { name: '/etc/passwd', why: 'absolute' },
    ],
    unsafeCount: 2,
  },
  faulty: withManifest({ privacy_policies: [], tools: [] }),
  overflowing: {
    ...withManifest({
      name: long,
      display_name: `${markup} ${long}`,
      version: '1.'.repeat(120),
      description: `${markup} ${'word '.repeat(200)}`,
      long_description: 'line\n'.repeat(300),
      keywords: Array.from({ length: 80 }, () => long),
      tools: Array.from({ length: 400 }, (_, index) => ({ name: `${long}${String(index)}`, description: markup })),
      privacy_policies: [`https://${long}.example/${long}`, 'javascript:alert(1)'],
    }),
    file: `${long}.mcpb`,
  },
};

const icon: SeenPicture = {
  url: 'icon.svg',
  from: 'bundle',
  type: 'svg',
  base64: btoa(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="teal"/></svg>',
  ),
};

function reportOf(evidence: BundleEvidence): Report {
  const startedAt = Date.parse('2026-11-21T11:59:00Z');
  return bundleReport(evidence, { startedAt, durationMs: 120, vantage: 'extension', environment: null });
}

function state(name: string, evidence: BundleEvidence, tab: BundleTab): GalleryState {
  return {
    name: `bundle/${name}`,
    width: 960,
    show: () => (
      <main className="p-4">
        <BundleView
          report={reportOf(evidence)}
          icon={evidence.icon.state === 'loaded' && name !== 'faulty' ? icon : null}
          tab={tab}
          finding={null}
          onTab={nothing}
          onCompare={nothing}
        />
      </main>
    ),
  };
}

function readingState(name: string, reading: Parameters<typeof BundleReadingNotice>[0]['reading']): GalleryState {
  return {
    name: `bundle/${name}`,
    width: 960,
    show: () => (
      <main className="p-4">
        <h1 className="sr-only" lang="en">
          notes.mcpb
        </h1>
        <BundleReadingNotice reading={reading} onClose={nothing} />
      </main>
    ),
  };
}

/** A bundle on the doctor page in all its states. */
export const bundleStates: readonly GalleryState[] = [
  ...Object.entries(bundles).map(([name, evidence]) => state(name, evidence, 'overview')),
  state('valid-findings', valid, 'findings'),
  state('unsafe-findings', { ...valid, unsafe: [{ name: markup, why: 'parent' }], unsafeCount: 1 }, 'findings'),
  state('valid-manifest', valid, 'manifest'),
  state('broken-manifest', { ...valid, ...nothingRead, fault: 'damaged' }, 'manifest'),
  ...Object.entries(bundles)
    .filter(([name]) => name === 'overflowing')
    .map(([name, evidence]) => state(`${name}-manifest`, evidence, 'manifest')),
  state('valid-report', valid, 'report'),
  readingState('reading', { kind: 'reading', name: 'notes.mcpb', bytes: 104_857_600, cancel: nothing }),
  readingState('read-meanwhile', { kind: 'read', name: 'notes.mcpb', show: nothing }),
  readingState('unreadable', {
    kind: 'problem',
    name: `${long}.mcpb`,
    words: 'The browser could not read it: it may have been moved.',
  }),
];
