import type { AppRead } from '../../kernel/evidence-offers.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { isMediaType } from '../../parsing/media-type.ts';
import { appMediaType } from '../../standards/apps.ts';
import { refusesForWantOfSignIn } from '../auth/sign-in-signs.ts';

/** What became of reading an app's page. `missing`: there is no page in the answer, or the answer is none. */
export type AppReading =
  | { readonly kind: 'fine' }
  | { readonly kind: 'missing'; readonly what: 'answer' | 'empty' }
  | { readonly kind: 'other-type'; readonly mimeType: string | undefined }
  | { readonly kind: 'untold'; readonly because: SkipReason };

/** Sorts the answer to resources/read of an app. What befell this one request tells nothing of the page. */
export function readingOf({ uri, exchange, reply }: AppRead): AppReading {
  const status = exchange.kind === 'response' ? exchange.status : 0;
  if (status === 401 || refusesForWantOfSignIn(exchange, reply, undefined)) {
    return { kind: 'untold', because: 'needs-sign-in' };
  }
  const result = resultObject(reply);
  if (!result) {
    const isCut = exchange.kind === 'response' && exchange.bodyEnd !== 'complete' && exchange.bodyEnd !== 'enough';
    const isChance = exchange.kind === 'failure' || isCut || [429, 502, 503, 504].includes(status);
    return isChance ? { kind: 'untold', because: 'not-reached' } : { kind: 'missing', what: 'answer' };
  }
  const contents = Array.isArray(result['contents']) ? result['contents'].filter(isJsonObject) : [];
  const page = contents.find((content) => content['uri'] === uri) ?? contents[0];
  const body = stringMember(page, 'text') ?? stringMember(page, 'blob');
  if (body === undefined || body === '') return { kind: 'missing', what: 'empty' };
  const mimeType = stringMember(page, 'mimeType');
  return isMediaType(mimeType, appMediaType) ? { kind: 'fine' } : { kind: 'other-type', mimeType };
}
