import type { Headers } from '../../kernel/exchange.ts';
import type { Report } from '../../kernel/report.ts';
import { literalTerms } from './literal-terms.ts';
import type { Replacer } from './replacer.ts';
import { highestNumber, isStandIn } from './stand-ins.ts';

/**
 * Leaves out by what a vendor finds a request again, and the machines that answered it: values of headers that name one, also where the
 * answer’s text repeats them. That such a header was there stays, since by it an answer is recognized.
 */
export function leaveOutMachines(report: Report, texts: readonly string[], replacer: Replacer): Report {
  const before = highestNumber(texts, 'id');
  const put = new Map<string, string>();
  const instead = (value: string): string => {
    const known = put.get(value) ?? `withheld-id-${String(before + put.size + 1)}`;
    put.set(value, known);
    return known;
  };
  const exchanges = report.exchanges.map((exchange) =>
    exchange.kind === 'response' ? { ...exchange, headers: withoutMachines(exchange.headers, instead) } : exchange,
  );
  const telling = [...put].filter(([value]) => value.length >= shortestId && /\d/.test(value));
  for (const [value, mark] of telling) replacer.encoded(value, mark);
  replacer.rule(literalTerms(new Map(telling)));
  return { ...report, exchanges };
}

/** Shorter ones may mean something else elsewhere. */
const shortestId = 8;

function withoutMachines(headers: Headers, instead: (value: string) => string): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      namesMachine.test(name)
        ? value.replace(idLike, (id) => (isKept(id) ? id : named(id, instead)))
        : withoutFile(name, value),
    ]),
  );
}

/** By “cache-” one of those who pass answers on is recognized. */
function named(id: string, instead: (value: string) => string): string {
  return /^cache-/i.test(id) ? `cache-${instead(id.slice('cache-'.length))}` : instead(id);
}

/** What stands between the marks of such a value. */
const idLike = /[^\s"',;=()]+/g;

/** Marks of secrets, versions of HTTP, and words by which those who pass answers on are recognized. */
function isKept(id: string): boolean {
  return (
    isStandIn(id.replace(/^cache-/i, '')) ||
    /^(?:redacted-[a-z]+-\d+|W\/|\d(?:\.\d)?|HTTP\/\d.*|google|varnish|vegur|akamai|hit|miss)$/i.test(id)
  );
}

const namesMachine =
  /^(?:etag|via|traceparent|tracestate|b3|x-b3-.+|request-id|cf-ray|x-served-by|x-timer|x-server|x-host|x-backend.*|x-upstream.*|x-node.*|x-pod.*|x-instance.*|x-machine.*|x-region|x-cluster.*|x-forwarded-.+|x-real-ip|server-timing|x-amz-cf-pop|x-amz-cf-id|x-azure-ref|x-iinfo|x-vercel-id|x-(?:.+-)?(?:request|trace|correlation|transaction|tenant|account|org|app|span|invocation|apigw|amzn|sucuri)-?id|(?:apigw|fly|x-nf|cf|rndr)-?(?:request)?-?id|x-ms-.+|x-envoy-.+)$/i;

function withoutFile(name: string, value: string): string {
  if (name !== 'content-disposition') return value;
  return value.replace(/(filename\*?\s?=\s?(?:"|UTF-8'')?)[^";]+/gi, '$1withheld');
}
