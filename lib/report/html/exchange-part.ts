import type { Element } from 'hast';
import { h } from 'hastscript';
import { say, sayCount } from '../../i18n/say.ts';
import type { Exchange, Headers } from '../../kernel/exchange.ts';
import type { Report } from '../../kernel/report.ts';
import { bodyView } from '../exchanges/body-view.ts';
import { plainLine } from '../formats/plain.ts';
import { bodyNote, exchangeTimeWords, senderWords } from '../words/exchange-detail-words.ts';
import { outcomeWords, rpcMethod } from '../words/exchange-words.ts';
import { msWords } from '../words/measures.ts';
import { stepName } from '../words/step-names.ts';
import { block, code, fold, foreign, part, rows } from './elements.ts';

/** So many are shown with headers and bodies, so many by a line; the data holds them all. */
const mostInFull = 150;
const mostLines = 600;
const mostHops = 20;
const mostHeaders = 40;
/** UTF-16 code units of a body, and of a header’s value. */
const shownBody = 2_500;
const shownValue = 600;

/** Which exchanges stand on the page in full, each with its place: what proves a finding first. */
export function exchangePlaces({ findings, exchanges }: Report): ReadonlyMap<string, string> {
  const proofs = new Set(findings.flatMap(({ evidence }) => evidence));
  const first = exchanges.filter(({ id }) => proofs.has(id)).slice(0, mostInFull);
  const wanted = new Set([...first, ...exchanges].slice(0, mostInFull + first.length).map(({ id }) => id));
  const entries = exchanges.flatMap(({ id }, index) =>
    wanted.has(id) ? [[id, `request-${String(index + 1)}`] as const] : [],
  );
  return new Map(entries.slice(0, mostInFull));
}

/** What was asked and answered, each opening to its headers and body; null where nobody was asked. */
export function exchangesPart({ findings, exchanges }: Report, places: ReadonlyMap<string, string>): Element | null {
  if (exchanges.length === 0) return null;
  const proofs = new Set(findings.flatMap(({ evidence }) => evidence));
  const lines = exchanges.slice(0, mostLines).map((exchange) => {
    const place = places.get(exchange.id);
    return h(
      'li',
      { className: proofs.has(exchange.id) ? [] : ['screen-alone'] },
      place === undefined ? [h('p', headline(exchange))] : [fold(headline(exchange), inFull(exchange, place))],
    );
  });
  const left = exchanges.length - lines.length;
  return part('requests', say('Requests and answers'), [
    h('p', { className: ['soft', 'screen-only'] }, say('Each opens to its headers and body; secrets were taken out.')),
    h(
      'p',
      { className: ['soft', 'paper-only'] },
      say('In full are those that prove a finding; the file holds the others as well.'),
    ),
    // Browsers that cannot open what is folded on paper print what was open.
    h('p', { className: ['soft', 'folded-on-paper'] }, say('Printed are those that were open on the screen.')),
    h('ol', { className: ['exchanges'] }, lines),
    left > 0
      ? h('p', { className: ['soft'] }, say('And {count} more: the saved report holds them all.', { count: left }))
      : null,
  ]);
}

function headline(exchange: Exchange): (Element | string)[] {
  const { id, method, url, requestBody, timing } = exchange;
  const rpc = rpcMethod(requestBody);
  return [
    h('span', { className: ['request'] }, [
      h('span', { className: ['soft'] }, `${plainLine(id, 12)} `),
      h('code', [plainLine(method, 20), ' ', foreign(url, 500)]),
      rpc === undefined ? null : h('span', [' ', code(rpc, 60)]),
    ]),
    ' ',
    h('span', { className: ['answer'] }, [
      '→ ',
      foreign(outcomeWords(exchange), 300, ['outcome']),
      h('span', { className: ['soft'] }, ` ${msWords(timing.durationMs)}`),
    ]),
  ];
}

function inFull(exchange: Exchange, place: string): Element {
  const { requestHeaders, requestBody, redirects, remoteAddress, timing, variant, step } = exchange;
  const hops = redirects
    .slice(0, mostHops)
    .map((hop) => h('li', foreign(say('{status} to {url}', { status: hop.status, url: plainLine(hop.to) }), 2_100)));
  return h('div', { id: place, className: ['exchange'] }, [
    rows([
      hops.length === 0 ? null : [say('Redirects'), h('ul', { className: ['sources'] }, hops)],
      remoteAddress === null ? null : [say('Address'), code(remoteAddress, 100)],
      [say('Time'), exchangeTimeWords(timing)],
      step === null ? null : [say('Step'), `${String(step)}, ${stepName(step)}`],
      [say('Sent as'), foreign(senderWords(variant), 600)],
    ]),
    ...headersOf(say('Request headers'), requestHeaders),
    ...(requestBody === null ? [] : bodyOf(say('Request body'), requestBody, requestHeaders['content-type'], null)),
    ...(exchange.kind === 'failure'
      ? []
      : [
          ...headersOf(say('Response headers'), exchange.headers),
          ...bodyOf(say('Response body'), exchange.body, exchange.headers['content-type'], bodyNote(exchange)),
        ]),
  ]);
}

function headersOf(title: string, headers: Headers): readonly (Element | null)[] {
  const all = Object.entries(headers);
  if (all.length === 0) return [];
  const left = all.length - mostHeaders;
  return [
    h('p', { className: ['label'] }, title),
    rows(
      all.slice(0, mostHeaders).map(([name, value]) => [plainLine(name, 200), code(value, shownValue)]),
      ['headers'],
    ),
    left > 0
      ? h(
          'p',
          { className: ['soft'] },
          sayCount(left, { one: 'And {count} more header.', other: 'And {count} more headers.' }),
        )
      : null,
  ];
}

function bodyOf(
  title: string,
  body: string,
  type: string | undefined,
  note: string | null,
): readonly (Element | null)[] {
  const { text, isCut } = bodyView(body, type);
  const shown = text.slice(0, shownBody);
  const head = h('p', { className: ['label'] }, [
    title,
    note === null ? '' : h('span', { className: ['soft'] }, ` ${note}`),
  ]);
  if (shown === '') return note === null ? [] : [head];
  return [
    head,
    block(shown),
    isCut || text.length > shownBody
      ? h('p', { className: ['soft'] }, say('Only the beginning is shown. The saved report holds all that was kept.'))
      : null,
  ];
}
