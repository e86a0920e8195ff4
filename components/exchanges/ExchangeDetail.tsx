import { msg, say } from '../../lib/i18n/say.ts';
import type { BodyEnd, Exchange } from '../../lib/kernel/exchange.ts';
import { curlCommand, hasRedactions } from '../../lib/report/exchanges/curl.ts';
import { outcomeWords } from '../../lib/report/words/exchange-words.ts';
import { bytesWords, msWords } from '../../lib/report/words/measures.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { stepName } from '../../lib/report/words/step-names.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { BodyBlock } from './BodyBlock.tsx';
import { HeaderList } from './HeaderList.tsx';
import { Row, Rows } from './Rows.tsx';

/** Everything that is known of one exchange. All of it is text from elsewhere, shown as text. */
export function ExchangeDetail({ exchange }: { readonly exchange: Exchange }) {
  const command = curlCommand(exchange);
  const { requestHeaders, requestBody } = exchange;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {command !== null && (
          <CopyButton text={command} what={say('the request as a curl command')} label={say('Copy as curl')} />
        )}
        {command !== null && hasRedactions(command) && (
          <span className="text-xs text-soft">{say('Secrets were taken out: put your own in their place.')}</span>
        )}
      </div>
      <General exchange={exchange} />
      <HeaderList title={say('Request headers')} headers={requestHeaders} />
      {requestBody !== null && (
        <BodyBlock title={say('Request body')} body={requestBody} contentType={requestHeaders['content-type']} />
      )}
      {exchange.kind === 'response' && (
        <>
          <HeaderList title={say('Response headers')} headers={exchange.headers} />
          <BodyBlock
            title={say('Response body')}
            body={exchange.body}
            contentType={exchange.headers['content-type']}
            note={bodyNote(exchange)}
          />
        </>
      )}
    </div>
  );
}

function General({ exchange }: { readonly exchange: Exchange }) {
  const { method, url, redirects, remoteAddress, timing, variant, step } = exchange;
  return (
    <Rows>
      <Row label={say('Request')} text={`${plainLine(method, 20)} ${plainLine(url, 8_000)}`} />
      {redirects.slice(0, mostHops).map((hop, index) => (
        <Row
          key={index}
          label={index === 0 ? say('Redirects') : ''}
          text={say('{status} to {url}', { status: hop.status, url: plainLine(hop.to) })}
        />
      ))}
      <Row label={say('Answer')} text={plainLine(outcomeWords(exchange))} />
      {remoteAddress !== null && <Row label={say('Address')} text={plainLine(remoteAddress, 100)} />}
      <Row label={say('Time')} text={timeWords(timing)} />
      {step !== null && <Row label={say('Step')} text={`${step}, ${stepName(step)}`} />}
      <Row label={say('Sent as')} text={senderWords(variant)} />
    </Rows>
  );
}

const mostHops = 20;

function timeWords({ headersMs, durationMs }: Exchange['timing']): string {
  if (headersMs === null) return say('{time}, without an answer', { time: msWords(durationMs) });
  const rest = msWords(Math.max(0, durationMs - headersMs));
  return say('{first} to the first byte, {rest} for the rest', { first: msWords(headersMs), rest });
}

function senderWords({ userAgent, origin }: Exchange['variant']): string {
  const name = plainLine(userAgent, 300);
  return origin === null ? name : say('{name}, from {origin}', { name, origin: plainLine(origin, 200) });
}

const endWords: Readonly<Record<BodyEnd, string | null>> = {
  complete: null,
  enough: msg('Reading stopped when enough was seen.'),
  limit: msg('Reading stopped at the limit.'),
  timeout: msg('The rest did not come in time.'),
  aborted: msg('Reading was cut short.'),
  reset: msg('The connection was closed in the middle.'),
};

function bodyNote({ bodyBytes, bodyTruncated, bodyEnd }: Extract<Exchange, { kind: 'response' }>): string {
  const cut = bodyTruncated && bodyEnd === 'complete' ? msg('Only its beginning is kept.') : null;
  const end = endWords[bodyEnd] ?? cut;
  return [bytesWords(bodyBytes), end === null ? null : say(end)].filter((part) => part !== null).join('. ');
}
