import type { ResponseExchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { askedWait } from './asked-wait.ts';
import { edgeOf, passedOnThrough } from './edge-marks.ts';
import { statedRefusal } from './stated-refusal.ts';
import type { WalkAnswerSeen } from './walk-answer.ts';

/** What the words of an answer’s findings are filled with. */
export function answerValues(exchange: ResponseExchange) {
  const edge = edgeOf(exchange);
  return {
    status: exchange.status,
    url: exchange.finalUrl,
    host: URL.canParse(exchange.finalUrl) ? new URL(exchange.finalUrl).host : exchange.finalUrl,
    wait: waitWords(exchange),
    gateway: statedRefusal(exchange, noReply) === 'unknown-route' ? 'yes' : 'no',
    vendor: edge?.vendor ?? passedOnThrough(exchange) ?? 'A proxy or gateway',
    setting:
      edge?.setting ??
      (exchange.status === 429
        ? 'Raise the limit for 160.79.104.0/21, or count by signed-in user in place of the address. To check again, wait a moment.'
        : 'See that the app runs, that the proxy points at its host and port, and that it answers before the proxy’s time limit.'),
  };
}

const noReply = { kind: 'none' } as const;

function waitWords({ headers }: ResponseExchange): string {
  const wait = askedWait(headers);
  if (wait === null) return '';
  const named = 'retry-after' in headers ? ' (Retry-After)' : '';
  return wait.kind === 'seconds'
    ? ` It asks to wait ${wait.seconds} seconds${named}.`
    : ` It asks to wait until ${wait.date}${named}.`;
}

/** What came of the paths beside the address, as a sentence. */
export function nearbyWords(seen: WalkAnswerSeen): string {
  const tried = observed(seen['nearby-paths'])?.tried ?? [];
  if (tried.length === 0) return 'Nearby paths were not tried.';
  return `No nearby path (${tried
    .map(({ url }) => pathOf(url))
    .filter((path, index, all) => all.indexOf(path) === index)
    .join(', ')}) answers as MCP either.`;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
