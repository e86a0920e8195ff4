import { ForgetDialog, OptionsView } from '../../../components/options/OptionsView.tsx';
import type { OptionsActions, OptionsModel } from '../../../components/options/options-model.ts';
import { say } from '../../../lib/i18n/say.ts';
import { usualMaxBodyBytes } from '../../../lib/standards/limits.ts';
import { publicResolver } from '../../../lib/standards/public-resolver.ts';
import type { GalleryState } from './gallery-state.ts';

const nothing = (): void => undefined;

const actions: OptionsActions = {
  set: nothing,
  watchClaude: nothing,
  askStatusPage: nothing,
  giveBack: nothing,
  forgetEverything: nothing,
};

const fresh: OptionsModel = {
  settings: {
    resolver: publicResolver.url,
    addressesAreEvidence: true,
    timeoutMs: 60_000,
    stepTimeoutMs: 10_000,
    maxBodyBytes: usualMaxBodyBytes,
    keepReports: 50,
    watchClaude: false,
    askStatusPage: false,
    language: 'auto',
  },
  version: '0.1.0',
  kept: { count: 0, bytes: 0 },
  held: [],
  isSwitching: false,
  claudeDeclined: false,
  notice: null,
};

const models: Readonly<Record<string, Partial<OptionsModel>>> = {
  fresh: {},
  reading: { kept: null },
  used: {
    settings: { ...fresh.settings, watchClaude: true, keepReports: 75, resolver: 'https://dns.acme.dev/resolve' },
    kept: { count: 37, bytes: 4_210_000 },
    held: [
      { kind: 'origin', name: 'http://192.168.1.20/*' },
      { kind: 'origin', name: 'https://auth.acme.dev/*' },
      { kind: 'origin', name: 'https://*.anthropic.com/*' },
      { kind: 'origin', name: 'https://claude.ai/*' },
      { kind: 'origin', name: 'https://status.claude.com/*' },
      {
        kind: 'origin',
        name: 'https://a-very-long-name-that-somebody-gave-a-server.in-a-deep.sub-domain.of.a-provider-of-many.hosting.dev/*',
      },
      { kind: 'permission', name: 'browsingData' },
      { kind: 'permission', name: 'contentSettings' },
      { kind: 'permission', name: 'identity' },
      { kind: 'permission', name: 'management' },
      { kind: 'permission', name: 'offscreen' },
      { kind: 'permission', name: 'webRequest' },
    ],
    notice: { isProblem: false, words: say('Saved.') },
  },
  german: { settings: { ...fresh.settings, language: 'de' } },
  searching: {
    held: [
      { kind: 'origin', name: 'https://claude.ai/*' },
      { kind: 'permission', name: 'management' },
    ],
    isSwitching: true,
  },
  declined: {
    claudeDeclined: true,
    notice: {
      isProblem: true,
      words: say('This could not be saved: the browser’s storage is full. Forget reports, then try again.'),
    },
  },
};

/** The options in all their states. */
export const optionsStates: readonly GalleryState[] = [
  ...Object.entries(models).map(([name, model]) => ({
    name: `options/${name}`,
    width: 800,
    show: () => <OptionsView model={{ ...fresh, ...model }} actions={actions} />,
  })),
  {
    name: 'options/forget',
    width: 800,
    show: () => (
      <main>
        <h1 className="sr-only">{say('Options')}</h1>
        <ForgetDialog onForget={nothing} onClose={nothing} />
      </main>
    ),
  },
];
