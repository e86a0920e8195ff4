/** An extension that blocks, filters or runs scripts on pages, and how to let claude.ai through it. */
export interface BlockingExtension {
  /** Stands in reports: never changes its meaning. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'blocker' | 'privacy' | 'scripts' | 'user-scripts' | 'security';
  /** Ids in the stores of Chrome, Edge and Firefox, as far as they are known. */
  readonly ids: readonly string[];
  /** What to do in it, one step each, as sentences. */
  readonly steps: readonly string[];
  /** Where its makers describe it; null where no such page was read, and the steps say it in general words. */
  readonly source: { readonly url: string; readonly readAt: string } | null;
}

const onClaude = 'Open the tab with Claude, and click the extension’s icon in the toolbar.';
const anew = 'Load Claude anew.';

/** Blockers, privacy tools and user-script managers that many people use. `readAt` as `YYYY-MM-DD`. */
export const blockingExtensions: readonly BlockingExtension[] = [
  {
    id: 'ublock-origin',
    name: 'uBlock Origin',
    kind: 'blocker',
    ids: ['cjpalhdlnbpafiamejdnhcphjbkeiagm', 'odfafepnkmbhccpbejgmiehpchacaeak', 'uBlock0@raymondhill.net'],
    steps: [
      onClaude,
      'Click the large power button: it turns grey, and claude.ai is now among the trusted sites, where nothing is filtered.',
      anew,
    ],
    source: { url: 'https://github.com/gorhill/uBlock/wiki/Dashboard:-Trusted-sites', readAt: '2026-11-21' },
  },
  {
    id: 'ublock-origin-lite',
    name: 'uBlock Origin Lite',
    kind: 'blocker',
    ids: ['ddkjiahejlhfcafbddmgiahcphecmpfh', 'cimighlppcgcoapaliogpjjdehbnofhn', 'uBOLite@raymondhill.net'],
    steps: [onClaude, 'Move the slider of the filtering mode all the way down to “no filtering”.', anew],
    source: {
      url: 'https://github.com/uBlockOrigin/uBOL-home/blob/main/chromium/_locales/en/messages.json',
      readAt: '2026-11-21',
    },
  },
  {
    id: 'adblock',
    name: 'AdBlock',
    kind: 'blocker',
    ids: ['gighmmpiobklfepjocnamgkkbiglidom', 'ndcileolkflehcjpmjnfbnaibdcgglog', 'jid1-NIfFY2CA8fy1tg@jetpack'],
    steps: [onClaude, 'Choose that it pauses on this site, always and not only once.', anew],
    source: null,
  },
  {
    id: 'adblock-plus',
    name: 'Adblock Plus',
    kind: 'blocker',
    ids: [
      'cfhdojbkjhnklbpkdaibdccddilifddb',
      'gmgoamodcdcjnbaobigkjelfplakmdhh',
      '{d10d0bf8-f5b5-c8b4-a8b2-2b9879e08c5d}',
    ],
    steps: [onClaude, 'Turn off the switch that stands for this website, not only for this page.', anew],
    source: null,
  },
  {
    id: 'adguard',
    name: 'AdGuard AdBlocker',
    kind: 'blocker',
    ids: ['bgnkhhnnamicmpeenaelnjfhikgbkllg', 'pdffkfellgipmhklpdmokmckkkfcopbh', 'adguardadblocker@adguard.com'],
    steps: [
      onClaude,
      'Turn off the switch for this website: claude.ai is then in its allowlist.',
      anew,
      'If AdGuard is also installed as an app on this computer, allow claude.ai there as well.',
    ],
    source: null,
  },
  {
    id: 'ghostery',
    name: 'Ghostery',
    kind: 'privacy',
    ids: ['mlomiejdfkolichcflejclcbmpeaniij', 'fclbdkbhjlgkbpfldjodgjncejkkjcme', 'firefox@ghostery.com'],
    steps: [onClaude, 'Beside “Pause on this site” choose “Always” instead of a number of hours, and click it.', anew],
    source: {
      url: 'https://github.com/ghostery/ghostery-extension/blob/main/src/pages/panel/components/pause.js',
      readAt: '2026-11-21',
    },
  },
  {
    id: 'privacy-badger',
    name: 'Privacy Badger',
    kind: 'privacy',
    ids: ['pkehgijcmpdhfbdbbnkijodmdjhbjlgp', 'mkejgcgkdlddbggjhhflekkondicpnop', 'jid1-MnnxcxisBPnSXQ@jetpack'],
    steps: [
      onClaude,
      'Click the button that disables it for this site. Its options list claude.ai under “Disabled Sites” then.',
      anew,
    ],
    source: {
      url: 'https://github.com/EFForg/privacybadger/blob/master/src/_locales/en_US/messages.json',
      readAt: '2026-11-21',
    },
  },
  {
    id: 'duckduckgo',
    name: 'DuckDuckGo Search & Tracker Protection',
    kind: 'privacy',
    ids: ['bkdgflcldnnnapblkhphbgpggdiikppg', 'caoacbimdbbljakfhgikoodekdnlcgpk', 'jid1-ZAdIEUB7XOzOJw@jetpack'],
    steps: [onClaude, 'Turn off the switch beside “Protections are ON for this site”.', anew],
    source: {
      url: 'https://github.com/duckduckgo/privacy-dashboard/blob/main/shared/locales/en/site.json',
      readAt: '2026-11-21',
    },
  },
  {
    id: 'noscript',
    name: 'NoScript',
    kind: 'scripts',
    ids: [
      'doojmbjmlfjjnbmnoijecmcbfeoakpjm',
      'debdhlbmgmkkfjpcglcbjadbhhekgfjh',
      '{73a6fe31-595d-460b-a920-fcc0f8843232}',
    ],
    steps: [
      onClaude,
      'Set claude.ai to “Trusted”, and anthropic.com as well: the code of Claude’s pages comes from there.',
      anew,
      'Open the icon once more: what else Claude loads may only be listed now.',
    ],
    source: { url: 'https://noscript.net/usage/', readAt: '2026-11-21' },
  },
  {
    id: 'disconnect',
    name: 'Disconnect',
    kind: 'privacy',
    ids: ['jeoacafpbcihiomhlakheieifhpjdfeo', '2.0@disconnect.me'],
    steps: [onClaude, 'Put this site on its list of sites that are left alone (whitelist).', anew],
    source: null,
  },
  {
    id: 'malwarebytes-browser-guard',
    name: 'Malwarebytes Browser Guard',
    kind: 'security',
    ids: [
      'ihcjicgdanjaechkgeegckofjjedodee',
      'bojobppfploabceghnmlahpoonbcbacn',
      '{242af0bb-db11-4734-b7a0-61cb8a9b20fb}',
    ],
    steps: [
      onClaude,
      'Turn off its protection against ads and trackers for this site, or put claude.ai on its allow list; leave the rest on.',
      anew,
    ],
    source: null,
  },
  {
    id: 'tampermonkey',
    name: 'Tampermonkey',
    kind: 'user-scripts',
    ids: ['dhdgffkkebhmkfjojejmpbldmpobfkfo', 'iikmkjmpaadaobahmlepeloendndfphd', 'firefox@tampermonkey.net'],
    steps: [
      onClaude,
      'It lists the scripts that run on this page: switch them off one by one, and load Claude anew after each, until Claude works.',
      'In the settings of the script that it was, exclude https://claude.ai/*, and switch it on again.',
    ],
    source: null,
  },
  {
    id: 'violentmonkey',
    name: 'Violentmonkey',
    kind: 'user-scripts',
    ids: [
      'jinjaccalgkegednnccohejagnlnfdag',
      'eeagobfjdenkkddmbclomhiblgggliao',
      '{aecec67f-0d10-4fa7-b7c7-609a2db280cf}',
    ],
    steps: [
      'Click its icon, and open its settings with the gear.',
      'Add a line with claude.ai to the blacklist, and save it: no script runs on Claude’s pages any more.',
      anew,
    ],
    source: { url: 'https://violentmonkey.github.io/posts/smart-rules-for-blacklist/', readAt: '2026-11-21' },
  },
];

/** The row of an extension by its id; null for others. */
export function knownBlocker(extensionId: string): BlockingExtension | null {
  return blockingExtensions.find(({ ids }) => ids.includes(extensionId)) ?? null;
}
