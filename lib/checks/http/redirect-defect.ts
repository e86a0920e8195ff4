import type { Exchange } from '../../kernel/exchange.ts';

/** What is wrong with the redirects of an exchange: the worst, and the address at which they end. */
export interface RedirectDefect {
  readonly code:
    | 'http.redirect-cross-host'
    | 'http.redirect-insecure'
    | 'http.redirect-changes-method'
    | 'http.redirect-same-host'
    | 'http.redirect-loop';
  readonly status: number;
  readonly from: string;
  /** The address to register in place of the one that was asked. */
  readonly target: string;
}

interface Step {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

/** Reads the redirects that an exchange met, followed or not; undefined when there was none, or only the one from http up to https. */
export function redirectOf(exchange: Exchange): RedirectDefect | undefined {
  const steps = stepsOf(exchange);
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return undefined;
  if (exchange.kind === 'failure' && exchange.reason === 'redirect-loop') {
    return { code: 'http.redirect-loop', status: last.status, from: last.from, target: last.to };
  }
  const worst = worstOf(steps);
  return worst && { code: worst.code, status: worst.step.status, from: worst.step.from, target: last.to };
}

function stepsOf(exchange: Exchange): readonly Step[] {
  if (exchange.kind === 'failure') return exchange.redirects;
  const location = exchange.headers['location'];
  const { status, finalUrl } = exchange;
  const stays = ![301, 302, 303, 307, 308].includes(status) || location === undefined;
  if (stays || !URL.canParse(location, finalUrl)) return exchange.redirects;
  const to = new URL(location, finalUrl).href;
  // A client that gave up at a hop may have recorded it as well.
  if (exchange.redirects.at(-1)?.to === to) return exchange.redirects;
  return [...exchange.redirects, { status, from: finalUrl, to }];
}

type Code = Exclude<RedirectDefect['code'], 'http.redirect-loop'>;

const order: readonly Code[] = [
  'http.redirect-insecure',
  'http.redirect-cross-host',
  'http.redirect-changes-method',
  'http.redirect-same-host',
];

function worstOf(steps: readonly Step[]): { readonly code: Code; readonly step: Step } | undefined {
  const judged = steps.flatMap((step) => {
    const code = codeOf(step);
    return code ? [{ code, step }] : [];
  });
  return [...judged].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0];
}

function codeOf({ status, from, to }: Step): Code | undefined {
  if (!URL.canParse(from) || !URL.canParse(to)) return undefined;
  const before = new URL(from);
  const after = new URL(to);
  const sameHost = before.hostname === after.hostname;
  if (after.protocol === 'http:' && !(before.protocol === 'http:' && sameHost)) return 'http.redirect-insecure';
  if (!sameHost) return 'http.redirect-cross-host';
  if (isUpgrade(before, after)) return undefined;
  return status === 307 || status === 308 ? 'http.redirect-same-host' : 'http.redirect-changes-method';
}

/** From http to https under the same address is what a typed http URL deserves: url.scheme-not-https speaks of it. */
function isUpgrade(before: URL, after: URL): boolean {
  return before.protocol === 'http:' && after.protocol === 'https:';
}
