import type { BodyEnd, Exchange } from '../../lib/kernel/exchange.ts';
import { steps } from '../../lib/kernel/step.ts';
import { curlCommand, hasRedactions } from '../../lib/report/curl.ts';
import { outcomeWords } from '../../lib/report/exchange-words.ts';
import { bytesWords, msWords } from '../../lib/report/measures.ts';
import { plainLine } from '../../lib/report/plain.ts';
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
        {command !== null && <CopyButton text={command} what="the request as a curl command" label="Copy as curl" />}
        {command !== null && hasRedactions(command) && (
          <span className="text-xs text-soft">Secrets were taken out: put your own in their place.</span>
        )}
      </div>
      <General exchange={exchange} />
      <HeaderList title="Request headers" headers={requestHeaders} />
      {requestBody !== null && (
        <BodyBlock title="Request body" body={requestBody} contentType={requestHeaders['content-type']} />
      )}
      {exchange.kind === 'response' && (
        <>
          <HeaderList title="Response headers" headers={exchange.headers} />
          <BodyBlock
            title="Response body"
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
      <Row label="Request" text={`${plainLine(method, 20)} ${plainLine(url, 8_000)}`} />
      {redirects.slice(0, mostHops).map((hop, index) => (
        <Row key={index} label={index === 0 ? 'Redirects' : ''} text={`${hop.status} to ${plainLine(hop.to)}`} />
      ))}
      <Row label="Answer" text={plainLine(outcomeWords(exchange))} />
      {remoteAddress !== null && <Row label="Address" text={plainLine(remoteAddress, 100)} />}
      <Row label="Time" text={timeWords(timing)} />
      {step !== null && <Row label="Step" text={`${step}, ${steps[step]}`} />}
      <Row
        label="Sent as"
        text={`${plainLine(variant.userAgent, 300)}${variant.origin === null ? '' : `, from ${plainLine(variant.origin, 200)}`}`}
      />
    </Rows>
  );
}

const mostHops = 20;

function timeWords({ headersMs, durationMs }: Exchange['timing']): string {
  if (headersMs === null) return `${msWords(durationMs)}, without an answer`;
  return `${msWords(headersMs)} to the first byte, ${msWords(Math.max(0, durationMs - headersMs))} for the rest`;
}

const endWords: Readonly<Record<BodyEnd, string | null>> = {
  complete: null,
  enough: 'Reading stopped when enough was seen.',
  limit: 'Reading stopped at the limit.',
  timeout: 'The rest did not come in time.',
  aborted: 'Reading was cut short.',
  reset: 'The connection was closed in the middle.',
};

function bodyNote({ bodyBytes, bodyTruncated, bodyEnd }: Extract<Exchange, { kind: 'response' }>): string {
  const end = endWords[bodyEnd];
  const cut = bodyTruncated && bodyEnd === 'complete' ? 'Only its beginning is kept.' : null;
  return [bytesWords(bodyBytes), end ?? cut].filter((part) => part !== null).join('. ');
}
