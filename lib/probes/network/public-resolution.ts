import { ipLiteral } from '../../kernel/address.ts';
import type { PublicResolution } from '../../kernel/evidence.ts';
import { defineProbe, Unavailable, type Answer, type ProbeContext } from '../../kernel/probe.ts';
import { readDohJson, type DohReply } from '../../parsing/doh-json.ts';

/**
 * Asks a public resolver, with the person's consent, for A and AAAA of the target's host over HTTPS in the JSON form.
 * @see https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/
 */
export const publicResolution = defineProbe({
  key: 'public-resolution',
  after: [],
  plan: 'walk',
  async collect(context): Promise<PublicResolution | Unavailable> {
    const { target, options } = context;
    if (options.resolver === null) return new Unavailable('consent');
    const host = new URL(target.endpoint).hostname;
    if (ipLiteral(host)) return new Unavailable('prerequisite');
    const resolver = new URL(options.resolver).hostname;
    const [a, aaaa] = await Promise.all([
      resolve(context, options.resolver, host, 'A'),
      resolve(context, options.resolver, host, 'AAAA'),
    ]);
    const detail = [...new Set([a.detail, aaaa.detail])].filter(Boolean).join('; ');
    // The A answer decides: Claude connects over IPv4 alone.
    if (a.status === 'failed') return { host, resolver, status: 'unavailable', a: [], aaaa: [], detail };
    const status = a.status === 'not-found' ? 'not-found' : 'answered';
    return { host, resolver, status, a: a.addresses, aaaa: aaaa.addresses, detail };
  },
});

async function resolve(
  context: ProbeContext<never>,
  resolver: string,
  host: string,
  type: 'A' | 'AAAA',
): Promise<DohReply> {
  const url = new URL(resolver);
  url.searchParams.set('name', host);
  url.searchParams.set('type', type);
  const answer = await context.ask({
    step: 1,
    method: 'GET',
    url: url.href,
    headers: { accept: 'application/dns-json' },
    limit: 'side',
    maxRedirects: 0,
    toResolver: true,
  });
  return readAnswer(answer, type);
}

function readAnswer(answer: Answer, type: 'A' | 'AAAA'): DohReply {
  if (answer.kind === 'failure') {
    return { status: 'failed', addresses: [], detail: `the resolver could not be asked (${answer.received.reason})` };
  }
  if (answer.exchange.status !== 200) {
    return { status: 'failed', addresses: [], detail: `the resolver answered ${answer.exchange.status}` };
  }
  return readDohJson(answer.text, type);
}
