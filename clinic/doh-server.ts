import { respond, respondJson, type Handler } from './http-call.ts';

/** What the public name system says of a host. */
export type PublicName =
  { readonly a?: readonly string[]; readonly aaaa?: readonly string[] } | 'not-found' | 'resolver-fails';

const types = { A: 1, AAAA: 28 } as const;

/**
 * A DNS-over-HTTPS resolver in the JSON form, answering from a table. Names that are not in it do not exist.
 * @see https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/
 */
export function dohResolver(names: ReadonlyMap<string, PublicName>): Handler {
  return (call, response) => {
    const name = (call.url.searchParams.get('name') ?? '').replace(/\.$/, '').toLowerCase();
    const type = call.url.searchParams.get('type') === 'AAAA' ? 'AAAA' : 'A';
    const entry = names.get(name) ?? 'not-found';
    if (entry === 'resolver-fails') return respond(503, { 'content-type': 'text/plain' }, 'busy')(call, response);
    const data = entry === 'not-found' ? [] : ((type === 'A' ? entry.a : entry.aaaa) ?? []);
    return respondJson(
      200,
      {
        Status: entry === 'not-found' ? 3 : 0,
        TC: false,
        RD: true,
        RA: true,
        AD: false,
        CD: false,
        Question: [{ name, type: types[type] }],
        ...(data.length > 0 && { Answer: data.map((item) => ({ name, type: types[type], TTL: 60, data: item })) }),
      },
      { 'content-type': 'application/dns-json' },
    )(call, response);
  };
}
