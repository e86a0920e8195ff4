import type { Fact } from '../fact.ts';

/** Who may use and add connectors, by plan. */
export const plansFacts = {
  'directory-connectors-all-plans': {
    statement:
      'Connectors of the directory can be used on every plan, Free included: on the web, in Claude Desktop, in Cowork and in the mobile apps.',
    sources: ['support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2026-11-22',
    confidence: 'certain',
    since: '2026-08',
    replaced: [{ statement: 'The Free plan has no connectors.', source: 'connectors-faq-older', until: null }],
    lookAgain: false,
  },
  'custom-connectors-per-plan': {
    statement: 'Custom connectors can be added on every plan; on the Free plan it is one.',
    sources: ['docs-add-unlisted', 'support-custom-connectors', 'support-use-connectors'],
    checkedOn: '2026-09-01',
    reviewBy: '2026-12-01',
    confidence: 'certain',
    since: '2026-08',
    replaced: [
      { statement: 'Custom connectors need a paid plan.', source: 'directory-faq', until: '2026-02' },
      { statement: 'The Free plan has no connectors.', source: 'connectors-faq-older', until: null },
    ],
    lookAgain: false,
  },
  'custom-connectors-no-beta': {
    statement:
      'Custom connectors are no longer called a beta; request headers and adding connectors on a phone still are.',
    sources: ['support-custom-connectors', 'support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2026-11-22',
    confidence: 'likely',
    since: '2026-08',
    replaced: [{ statement: 'Custom connectors are a beta.', source: 'support-use-connectors-older', until: null }],
    lookAgain: false,
  },
  'desktop-extensions-for-all': {
    statement:
      'Desktop extensions (.mcpb files) can be installed by everybody who is signed in to Claude Desktop, unless the organization has switched them off or limited them.',
    sources: ['docs-add-unlisted', 'support-use-connectors'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'desktop-extension-is-local': {
    statement:
      'A desktop extension runs on the person’s own computer; Claude Desktop and Claude Code can use it, the web and phones cannot.',
    sources: ['support-desktop-or-web'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'mobile-connectors': {
    statement:
      'Claude for iOS and Android can use connectors and find and connect new ones; adding them there is a beta, and custom connectors are best added on the web or in Claude Desktop.',
    sources: ['support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2026-11-22',
    confidence: 'certain',
    since: '2026-08',
    replaced: [
      {
        statement: 'On phones connectors cannot be found or added.',
        source: 'support-use-connectors-older',
        until: null,
      },
      {
        statement: 'On phones connectors can be used, and are added on the web or in Claude Desktop.',
        source: 'connectors-faq-older',
        until: null,
      },
    ],
    lookAgain: false,
  },
  'connected-once-works-everywhere': {
    statement:
      'A connector that was connected on the web or in Claude Desktop is there in the mobile apps the next time the person signs in.',
    sources: ['support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'no-limit-of-connectors-found': {
    statement:
      'No limit on the number of connectors in an account is written on the pages that could be read, apart from the one custom connector of the Free plan.',
    sources: ['docs-add-unlisted', 'support-use-connectors'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'likely',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'adding-needs-no-approval-by-anthropic': {
    statement: 'Anthropic does not review a custom connector: whoever adds it decides whether to trust its server.',
    sources: ['docs-building', 'support-custom-connectors'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
} as const satisfies Readonly<Record<string, Fact>>;
