import { say } from '../../lib/i18n/say.ts';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import { failureWords, rpcMethod } from '../../lib/report/words/exchange-words.ts';
import { bytesWords, msWords } from '../../lib/report/words/measures.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import type { Tone } from '../ui/tone.ts';

/** One exchange as the cells of its row; foreign text is harmless already. */
export interface ExchangeCells {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  /** The JSON-RPC method that was asked; empty where it is no such request. */
  readonly rpc: string;
  readonly status: string;
  readonly tone: Tone;
  readonly type: string;
  readonly size: string;
  readonly time: string;
}

/** What a row shows of an exchange. */
export function cellsOf(exchange: Exchange): ExchangeCells {
  const { method, url, timing, requestBody } = exchange;
  const { host, path } = placeOf(url);
  return {
    method: plainLine(method, 12),
    host,
    path,
    rpc: rpcMethod(requestBody) ?? '',
    time: msWords(timing.durationMs),
    ...answerCells(exchange),
  };
}

function answerCells(exchange: Exchange): Pick<ExchangeCells, 'status' | 'tone' | 'type' | 'size'> {
  if (exchange.kind === 'failure') {
    return { status: say(failureWords[exchange.reason]), tone: 'broken', type: '', size: '' };
  }
  const { status, headers, bodyBytes } = exchange;
  return {
    status: String(status),
    tone: status >= 500 ? 'broken' : status >= 400 ? 'degraded' : 'neutral',
    type: typeName(headers['content-type']),
    size: bytesWords(bodyBytes),
  };
}

/** “json”, “event-stream”, “html”: the part of a media type that tells them apart. */
function typeName(contentType: string | undefined): string {
  const subtype = /^\s*[^/;\s]+\/([^;\s]+)/.exec(contentType ?? '')?.[1] ?? '';
  return plainLine(subtype.toLowerCase(), 24);
}

function placeOf(url: string): { readonly host: string; readonly path: string } {
  if (!URL.canParse(url)) return { host: '', path: plainLine(url, 500) };
  const { host, origin } = new URL(url);
  const path = url.toLowerCase().startsWith(origin.toLowerCase()) ? url.slice(origin.length) : url;
  return { host, path: plainLine(path === '' ? '/' : path, 500) };
}
