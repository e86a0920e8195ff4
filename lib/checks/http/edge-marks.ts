import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Edge, EdgeMark } from '../../standards/edge-types.ts';
import { edges, passedOnBy } from '../../standards/edges.ts';

/** The products' pages are small, and a page that quotes one of them far down is not it. */
const searchedBody = 16 * 1024;

/** What stands before the server and gave this answer in its place, else undefined: the app's own answers pass through edges as well. */
export function edgeOf(exchange: ResponseExchange): Edge | undefined {
  const body = exchange.body.slice(0, searchedBody);
  return edges.find((edge) =>
    edge.marks.some((mark) => fits(mark, exchange, body) && !isAskedItself(edge, mark, exchange)),
  );
}

/** The content network or platform that the answer came through, by its name, else undefined. Says nothing of who refused. */
export function passedOnThrough(exchange: ResponseExchange): string | undefined {
  return passedOnBy.find(({ headers }) => haveHeaders(exchange, headers))?.vendor;
}

function fits(mark: EdgeMark, exchange: ResponseExchange, body: string): boolean {
  if (mark.status && !mark.status.includes(exchange.status)) return false;
  if (mark.headers && !haveHeaders(exchange, mark.headers)) return false;
  if (mark.address && !addressesOf(exchange).some((address) => mark.address?.test(address))) return false;
  return mark.body === undefined || mark.body.test(body);
}

function haveHeaders(exchange: ResponseExchange, wanted: Readonly<Record<string, RegExp>>): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    const header = exchange.headers[name];
    return header !== undefined && value.test(header);
  });
}

/** A sign-in service that was asked by its own address is no wall before anything. */
function isAskedItself({ kind }: Edge, { address }: EdgeMark, { url }: ResponseExchange): boolean {
  return kind === 'login-wall' && address?.test(url) === true;
}

function addressesOf({ finalUrl, redirects, headers }: ResponseExchange): readonly string[] {
  const location = headers['location'];
  return [finalUrl, ...redirects.map(({ to }) => to), ...(location === undefined ? [] : [location])];
}
