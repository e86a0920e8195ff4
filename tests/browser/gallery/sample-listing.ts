import type { Json } from '../../../lib/kernel/json.ts';
import { emptyDraft, type ListingDraft } from '../../../lib/kernel/listing.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../../unit/report/sample-report.ts';

interface Tool {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly annotations?: Readonly<Record<string, boolean>>;
}

const host = 'mcp.acme.dev';

const tools: readonly Tool[] = [
  {
    name: 'search_invoices',
    title: 'Search invoices',
    description: 'Finds invoices by number, customer or day.',
    annotations: { readOnlyHint: true, destructiveHint: false },
  },
  {
    name: 'list_customers',
    title: 'List customers',
    description: 'All customers with their open balance.',
    annotations: { readOnlyHint: true, destructiveHint: false },
  },
  { name: 'send_reminder', title: 'Send a reminder', description: 'Sends a mail to a customer.' },
  { name: 'delete_invoice', description: 'Deletes an invoice for good.', annotations: { destructiveHint: true } },
];

/** A square with round corners in one colour and a letter in it, as SVG. */
function drawn(colour: string, letter: string): string {
  return btoa(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${colour}"/><text x="32" y="46" font-family="sans-serif" font-size="42" font-weight="700" text-anchor="middle" fill="#fff">${letter}</text></svg>`,
  );
}

const googleSizes = [16, 32, 48, 64, 96, 128] as const;
const old = drawn('#8a4b2a', 'A');
const own = drawn('#1d6a3a', 'a');

/** What Google answers at each size, and the site’s own icon, which is another one. */
export const samplePictures: readonly SeenPicture[] = [
  ...googleSizes.map((size): SeenPicture => ({
    url: `https://www.google.com/s2/favicons?domain=acme.dev&sz=${String(size)}`,
    from: 'google',
    asked: { domain: 'acme.dev', size },
    type: 'svg',
    base64: old,
  })),
  { url: `https://${host}/favicon.svg`, from: 'link', type: 'svg', base64: own },
];

/** A picture that somebody dropped. */
export const triedPicture: SeenPicture = {
  url: 'new-icon.svg',
  from: 'link',
  type: 'svg',
  base64: drawn('#5b3fa8', 'N'),
};

const typed = { typed: observed({ kind: 'url', text: `https://${host}/mcp` }) };

function observed(value: unknown): Json {
  return { status: 'observed', value: value as Json };
}

function image(base64: string, side: number): object {
  return { type: 'svg', sizes: [{ width: side, height: side }], bytes: atob(base64).length, pixels: null };
}

const siteIcons = observed({
  origin: `https://${host}`,
  page: { exchange: 'e1' },
  declared: [{ url: `https://${host}/favicon.svg`, rel: 'icon', sizes: 'any', type: 'image/svg+xml' }],
  manifest: null,
  icons: [
    {
      url: `https://${host}/favicon.svg`,
      from: 'link',
      exchange: { exchange: 'e2' },
      refused: null,
      image: image(own, 64),
    },
  ],
  domains: { host, asked: 'acme.dev', registrable: 'acme.dev', suffixOf: null },
});

const faviconService = observed({
  host,
  asked: 'acme.dev',
  domain: 'acme.dev',
  lookups: googleSizes.map((size) => ({
    domain: 'acme.dev',
    size,
    exchange: { exchange: `e${String(size)}` },
    image: image(old, Math.min(size, 64)),
  })),
});

/** A report of a server with these tools; `asked`: Google as well. */
function reportWith(listed: readonly Tool[] | null, members: Partial<Report> = {}, asked = true): Report {
  const sample = sampleReport({ vantage: 'extension' });
  return {
    ...sample,
    ...(asked && { run: { ...sample.run, consents: ['favicon-service'] } }),
    exchanges: [
      ...['e1', 'e2'].map((id) => sampleResponse({ id, status: 200 })),
      ...googleSizes.map((size) => sampleResponse({ id: `e${String(size)}`, status: 200 })),
    ],
    evidence: {
      ...typed,
      ...(listed !== null && { listing: observed({ tools: listed, end: 'complete' }) }),
      'site-icons': siteIcons,
      ...(asked && { 'favicon-service': faviconService }),
    },
    ...members,
  };
}

const longName = 'Rechnungsverwaltungsprogramm_für_Kleinunternehmen_und_Vereine_';
const rtl = 'البحث في الفواتير \u202eexe.pdf';

/** Reports of connectors in the states that an author meets. */
export const listingReports = {
  usual: reportWith(tools),
  notAsked: reportWith(tools, {}, false),
  signInNeeded: reportWith(null, { verdict: 'sign-in-needed' }),
  notReached: {
    ...reportWith(null, {
      verdict: 'broken',
      primary: { id: 'dns.not-found', code: 'dns.not-found' },
      stop: { step: 1, name: 'finding the public name', claudeSays: ['Couldn’t reach the MCP server'] },
      findings: [
        sampleFinding({
          code: 'dns.not-found',
          step: 1,
          title: 'The name mcp.acme.dev does not exist',
          values: { host },
        }),
      ],
    }),
    evidence: typed,
  },
  notAnAddress: sampleReport({ target: null, verdict: 'broken' }),
  many: reportWith(
    Array.from({ length: 400 }, (_, index) => ({
      name: `tool_${String(index)}_${'with_a_long_name_'.repeat(index % 4)}`,
      ...(index % 3 !== 0 && { title: index % 50 === 1 ? rtl : `Tool number ${String(index)}` }),
      description: 'Does one thing. '.repeat((index % 7) + 1),
      ...(index % 2 === 0 && { annotations: { readOnlyHint: true, destructiveHint: false } }),
    })),
  ),
  rightToLeft: reportWith([
    {
      name: 'search',
      title: rtl,
      description: 'ابحث عن الفواتير حسب الرقم أو العميل.',
      annotations: { readOnlyHint: true },
    },
  ]),
} satisfies Readonly<Record<string, Report>>;

/** What authors type. */
export const listingDrafts = {
  usual: {
    ...emptyDraft,
    name: 'Acme Invoices',
    tagline: 'Find, check and send invoices without leaving the conversation.',
    description: [
      '## What it does',
      '',
      'Ask for **open invoices**, their customers and days; send reminders after you agreed.',
      '',
      '- Search by number, customer or day',
      '- See what is overdue',
      '',
      'You need an Acme account. [Sign up](https://acme.dev/sign-up) takes a minute.',
    ].join('\n'),
  },
  faulty: {
    ...emptyDraft,
    name: 'Acme’s “Invoices” 🧾',
    tagline: `${'Finds, checks, sends, books and explains invoices of every kind. '.repeat(4)}`,
    description: [
      'Invoices <b>for everybody</b>.',
      '',
      '![Screenshot](https://acme.dev/shot.png)',
      '',
      '[Open it](javascript:alert(1)) or [read more](http://acme.dev/help).',
      '',
      '<script>alert(1)</script>',
      '',
      'And a long tail. '.repeat(130),
    ].join('\n'),
  },
  long: {
    ...emptyDraft,
    name: longName.repeat(3),
    tagline: longName.repeat(5),
    description: `${longName.repeat(6)}\n\n| a | b |\n| - | - |\n| ${longName} | ${longName} |\n\n\`\`\`\n${longName.repeat(4)}\n\`\`\``,
  },
  rightToLeft: {
    ...emptyDraft,
    name: 'فواتير أكمي',
    tagline: 'ابحث عن الفواتير وأرسلها دون مغادرة المحادثة.',
    description: 'تحتاج إلى حساب لدى أكمي. [سجّل هنا](https://acme.dev/sign-up).\n\n- البحث بالرقم\n- البحث بالعميل',
  },
} satisfies Readonly<Record<string, ListingDraft>>;
