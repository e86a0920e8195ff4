import type { Report } from '../../lib/kernel/report.ts';
import { claudeShowed } from '../../lib/report/claude-showed.ts';
import { counted } from '../../lib/report/counted.ts';
import { msWords, whenWords } from '../../lib/report/measures.ts';
import { plainLine } from '../../lib/report/plain.ts';

export interface FactRow {
  readonly label: string;
  readonly value: string;
}

/** What was learned about the connector and the run, without judging it; rows about which nothing is known are left out. */
export function factRows(report: Report): readonly FactRow[] {
  return [
    ...connectorRows(report),
    ...claudeRows(report),
    ...signInRows(report),
    ...offerRows(report),
    ...runRows(report),
  ].flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value: plainLine(value, 1_000) }]));
}

type Row = readonly [label: string, value: string | null];

function connectorRows({ target, facts }: Report): readonly Row[] {
  const { server, protocol, transport, dns, tls } = facts;
  return [
    ['Address', target === null ? null : 'url' in target ? target.url : target.file],
    ['Server', server === null ? null : [server.title ?? server.name, server.version].filter(Boolean).join(' ')],
    ['Transport', transport === null ? null : transportNames[transport]],
    ['Protocol', protocol.negotiated ?? (protocol.versions.join(', ') || null)],
    ['Public addresses', listed(dns?.public)],
    ['Addresses seen here', listed(dns?.local)],
    [
      'Certificate',
      tls === null
        ? null
        : [tls.issuer, tls.notAfter && `until ${tls.notAfter.slice(0, 10)}`].filter(Boolean).join(', '),
    ],
  ];
}

function claudeRows(report: Report): readonly Row[] {
  const showed = claudeShowed(report);
  return [
    ['Claude showed', showed?.sentence ?? null],
    ['Claude’s reference', showed?.reference ?? null],
    ['Claude’s page said', showed?.marks ?? null],
  ];
}

function signInRows({ facts: { auth } }: Report): readonly Row[] {
  return [
    ['Sign-in', signInNames[auth.mode]],
    ['Sign-in service', auth.authorizationServer],
    ['Provider', auth.provider],
    ['Client registration', listed(auth.registration.map((way) => way.toUpperCase()))],
    ['Scopes', listed(auth.scopes)],
  ];
}

function offerRows({ facts: { tools, resources, prompts } }: Report): readonly Row[] {
  const size =
    tools === null || tools.count === 0 ? '' : `, about ${tools.estimatedTokens.toLocaleString('en')} tokens`;
  return [
    ['Tools', tools === null ? null : `${tools.count.toLocaleString('en')}${size}`],
    ['Resources', resources === null ? null : String(resources.count)],
    ['Prompts', prompts === null ? null : String(prompts.count)],
  ];
}

function runRows({ createdAt, vantage, facts, run, tool, environment }: Report): readonly Row[] {
  const at = Date.parse(createdAt);
  const seenFrom = vantage === 'cli' ? 'the command line' : (environment?.browser ?? 'a browser');
  return [
    ['Checked', Number.isNaN(at) ? createdAt : whenWords(at, 0)],
    ['Seen from', [seenFrom, environment?.os].filter(Boolean).join(', ')],
    ['Requests', `${counted(facts.timing.requests, 'request')} in ${msWords(run.durationMs)}`],
    ['Connector Doctor', tool.version],
  ];
}

const transportNames: Readonly<Record<NonNullable<Report['facts']['transport']>, string>> = {
  'streamable-http': 'Streamable HTTP',
  'http+sse': 'HTTP+SSE (the older one)',
  both: 'Streamable HTTP and HTTP+SSE',
};

const signInNames: Readonly<Record<Report['facts']['auth']['mode'], string | null>> = {
  none: 'none',
  oauth: 'OAuth',
  partial: 'OAuth, for some tools',
  static: 'a fixed credential',
  unknown: null,
};

const mostListed = 12;

function listed(items: readonly string[] | undefined): string | null {
  if (items === undefined || items.length === 0) return null;
  const more = items.length - mostListed;
  return `${items.slice(0, mostListed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
