import { defineCheck, found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { failedDocuments } from './document-answers.ts';
import { answerKind } from './answer-kind.ts';
import { firstAnswerTo } from './first-answer.ts';
import { sources } from './sources.ts';

const code = 'http.malformed-answer';

/** Does the answer keep the rules of HTTP, so that a client can read it to its end? */
export const malformedAnswerCheck = defineCheck({
  topic: 'malformed-answer',
  afterSignIn: true,
  needs: ['initialize'],
  uses: ['discover', 'slash-form', 'legacy-sse', 'resource-metadata', 'authorization-server'],
  codes: {
    'http.malformed-answer': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title:
        '{how, select, encoding {The answer is not encoded as it says} headers {The answer has more headers than clients take} cut {The answer breaks off in the middle} other {The answer breaks the rules of HTTP}}',
      detail:
        '{how, select, cut {{host} answered HTTP status {status} and the connection ended after {bytes} bytes of the body, before the answer was complete{length, select, none {} other { ({length} bytes were announced)}}.} other {{host} took the request and answered, but the answer breaks the rules of HTTP: {said}.}} Clients cannot read it.',
      fix: '{how, select, encoding {See that Content-Encoding is sent only with a body that is really compressed, and that proxies do not compress or unpack twice.} headers {Send fewer and shorter headers; look for one that is added over and over, such as Set-Cookie.} cut {See that Content-Length fits the body, and in the log whether the app or the proxy ends the connection early.} other {Look at the raw answer (curl -v) and at whatever writes it: the server’s HTTP library or the proxy.}}',
      sources: [sources.messageFormat, sources.sending],
    },
  },
  evaluate(seen) {
    const { exchange, reply, works } = firstAnswerTo(seen.initialize, seen);
    const documents = failedDocuments(seen, seen.initialize.exchange.url).flatMap(
      ({ exchange: failed, ...where }): Outcome<typeof code>[] =>
        failed.reason === 'malformed-http' ? [{ ...finding(failed), ...where }] : [],
    );
    if (works !== null) return documents;
    const isMalformed =
      exchange.kind === 'failure' ? exchange.reason === 'malformed-http' : answerKind(exchange, reply) === 'cut-off';
    if (isMalformed) return [finding(exchange), ...documents];
    return exchange.kind === 'failure' ? [...documents, skip('not-reached', code)] : documents;
  },
});

function finding(exchange: Exchange): Found<typeof code> {
  const url = exchange.kind === 'response' ? exchange.finalUrl : (exchange.redirects.at(-1)?.to ?? exchange.url);
  const host = URL.canParse(url) ? new URL(url).host : url;
  if (exchange.kind === 'failure') {
    const said = exchange.detail === '' ? 'it cannot be parsed' : exchange.detail;
    const values = { host, how: howBroken(exchange.detail), said, status: 0, bytes: 0, length: 'none' };
    return found(code, { values, evidence: [exchange] });
  }
  const length = exchange.headers['content-length']?.trim() ?? '';
  const values = {
    host,
    how: 'cut',
    said: '',
    status: exchange.status,
    bytes: exchange.bodyBytes,
    length: /^\d{1,15}$/.test(length) ? length : 'none',
  };
  return found(code, { values, evidence: [exchange] });
}

/** The HTTP client's own words are the only mark. */
function howBroken(detail: string): 'encoding' | 'headers' | 'other' {
  if (/content encoding/i.test(detail)) return 'encoding';
  return /HEADERS_OVERFLOW|headers overflow/i.test(detail) ? 'headers' : 'other';
}
