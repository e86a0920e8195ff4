import { msg, say, sayCount, spokenLanguage } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { claudeShowed } from './claude-showed.ts';
import { andMore } from './finding-words.ts';
import { msWords } from './measures.ts';
import { whenWords } from './when-words.ts';
import { plainLine } from '../formats/plain.ts';

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
    [say('Address'), target !== null && 'url' in target ? target.url : null],
    [say('Bundle'), target !== null && 'file' in target ? target.file : null],
    [say('Server'), server === null ? null : [server.title ?? server.name, server.version].filter(Boolean).join(' ')],
    [say('Transport'), transport === null ? null : say(transportNames[transport])],
    [say('Protocol'), protocol.negotiated ?? (protocol.versions.join(', ') || null)],
    [say('Public addresses'), listed(dns?.public)],
    [say('Addresses seen here'), listed(dns?.local)],
    [
      say('Certificate'),
      tls === null
        ? null
        : [tls.issuer, tls.notAfter && say('until {day}', { day: tls.notAfter.slice(0, 10) })]
            .filter(Boolean)
            .join(', '),
    ],
  ];
}

function claudeRows(report: Report): readonly Row[] {
  const showed = claudeShowed(report);
  return [
    [say('Claude showed'), showed?.sentence ?? null],
    [say('Claude’s reference'), showed?.reference ?? null],
    [say('Claude’s page said'), showed?.marks ?? null],
  ];
}

function signInRows({ facts: { auth } }: Report): readonly Row[] {
  return [
    [say('Sign-in'), signInNameOf(auth.mode)],
    [say('Sign-in service'), auth.authorizationServer],
    [say('Provider'), auth.provider],
    [say('Client registration'), listed(auth.registration.map((way) => way.toUpperCase()))],
    [say('Scopes'), listed(auth.scopes)],
  ];
}

function offerRows({ facts: { tools, resources, prompts } }: Report): readonly Row[] {
  return [
    [say('Tools'), tools === null ? null : toolsWords(tools)],
    [say('Resources'), resources === null ? null : String(resources.count)],
    [say('Prompts'), prompts === null ? null : String(prompts.count)],
  ];
}

function runRows({ subject, createdAt, vantage, facts, run, tool, environment }: Report): readonly Row[] {
  const at = Date.parse(createdAt);
  const seenFrom = vantage === 'cli' ? say('the command line') : (environment?.browser ?? say('a browser'));
  return [
    [say('Checked'), Number.isNaN(at) ? createdAt : whenWords(at, 0)],
    [say('Seen from'), [seenFrom, environment?.os].filter(Boolean).join(', ')],
    // Nothing is asked for a bundle.
    [say('Requests'), subject === 'bundle' ? null : requestsWords(facts.timing.requests, msWords(run.durationMs))],
    ['Connector Doctor', tool.version],
  ];
}

function requestsWords(count: number, time: string): string {
  return sayCount(count, { one: '{count} request in {time}', other: '{count} requests in {time}' }, { time });
}

function toolsWords({ count, estimatedTokens }: NonNullable<Report['facts']['tools']>): string {
  const [tools, tokens] = [count, estimatedTokens].map((number) => number.toLocaleString(spokenLanguage()));
  return count === 0
    ? (tools ?? '')
    : say('{tools}, about {tokens} tokens', { tools: tools ?? '', tokens: tokens ?? '' });
}

function signInNameOf(mode: Report['facts']['auth']['mode']): string | null {
  const name = signInNames[mode];
  return name === null ? null : say(name);
}

const transportNames: Readonly<Record<NonNullable<Report['facts']['transport']>, string>> = {
  'streamable-http': 'Streamable HTTP',
  'http+sse': msg('HTTP+SSE (the older one)'),
  both: msg('Streamable HTTP and HTTP+SSE'),
};

const signInNames: Readonly<Record<Report['facts']['auth']['mode'], string | null>> = {
  none: msg('none'),
  oauth: 'OAuth',
  partial: msg('OAuth, for some tools'),
  static: msg('a fixed credential'),
  unknown: null,
};

const mostListed = 12;

function listed(items: readonly string[] | undefined): string | null {
  if (items === undefined || items.length === 0) return null;
  const more = items.length - mostListed;
  return andMore(items.slice(0, mostListed).join(', '), more);
}
