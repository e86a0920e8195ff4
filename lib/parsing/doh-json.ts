import { ipLiteral } from '../kernel/address.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { parseBoundedJson } from './bounded-json.ts';

/** A resolver's answer for one record type. `not-found`: there is no such name. `failed`: it gave no usable answer, `detail` says why. */
export interface DohReply {
  readonly status: 'answered' | 'not-found' | 'failed';
  /** Empty when the name exists without such a record. */
  readonly addresses: readonly string[];
  readonly detail: string;
}

const recordTypes = { A: { number: 1, version: 4 }, AAAA: { number: 28, version: 6 } } as const;

const nameError = 3;

/** What resolvers say besides 0 (no error) and 3 (no such name). */
const responseCodes: Readonly<Record<number, string>> = {
  1: 'FORMERR',
  2: 'SERVFAIL',
  4: 'NOTIMP',
  5: 'REFUSED',
};

/**
 * Reads the JSON form of a DNS answer, as Cloudflare and Google serve it. Only records of the type that was asked count, so the
 * CNAMEs on the way do not. Never throws.
 * @see https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/
 */
export function readDohJson(text: string, type: 'A' | 'AAAA'): DohReply {
  const parsed = parseBoundedJson(text);
  if (!parsed.ok) return failed(`the resolver’s answer cannot be read: ${parsed.problem}`);
  if (!isJsonObject(parsed.value)) return failed('the resolver’s answer is no JSON object');
  const { Status: status } = parsed.value;
  if (typeof status !== 'number') return failed('the resolver’s answer has no status');
  if (status === nameError) return { status: 'not-found', addresses: [], detail: '' };
  if (status !== 0) return failed(`the resolver answered ${responseCodes[status] ?? `with code ${status}`}`);
  const addresses = addressesOf(parsed.value, type);
  if (addresses === undefined) return failed('the resolver’s answer holds an address that is none');
  return { status: 'answered', addresses, detail: '' };
}

function failed(detail: string): DohReply {
  return { status: 'failed', addresses: [], detail };
}

/** Undefined when a record of this type holds something else: then nothing in the answer can be relied upon. */
function addressesOf(answer: JsonObject, type: 'A' | 'AAAA'): readonly string[] | undefined {
  const { Answer: records } = answer;
  if (!Array.isArray(records)) return [];
  const addresses = (records as readonly Json[]).flatMap((record) => {
    if (!isJsonObject(record) || record['type'] !== recordTypes[type].number) return [];
    const { data } = record;
    const literal = typeof data === 'string' ? ipLiteral(data) : undefined;
    return [literal?.version === recordTypes[type].version ? literal.address : undefined];
  });
  const known = addresses.filter((address) => address !== undefined);
  return known.length < addresses.length ? undefined : [...new Set(known)];
}
