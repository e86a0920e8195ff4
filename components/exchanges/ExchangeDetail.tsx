import { say } from '../../lib/i18n/say.ts';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import { curlCommand, hasRedactions } from '../../lib/report/exchanges/curl.ts';
import { outcomeWords } from '../../lib/report/words/exchange-words.ts';
import { bodyNote, exchangeTimeWords, senderWords } from '../../lib/report/words/exchange-detail-words.ts';
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
      <Row label={say('Time')} text={exchangeTimeWords(timing)} />
      {step !== null && <Row label={say('Step')} text={`${step}, ${stepName(step)}`} />}
      <Row label={say('Sent as')} text={senderWords(variant)} />
    </Rows>
  );
}

const mostHops = 20;
