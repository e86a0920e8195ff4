import { browserTabKeys, type BrowserTabKey } from '../interference/browser-model.ts';
import { tabKeys, type TabKey } from '../run/tab-key.ts';

/** What the doctor page shows, as its address says it after the `#`. */
export type Route =
  | {
      readonly kind: 'start';
      readonly text: string;
      /** For the whole text, where `text` lacks what is secret in it. */
      readonly ticket?: string;
    }
  | {
      readonly kind: 'run';
      readonly id: string;
      readonly tab: TabKey;
      readonly finding: string | null;
      readonly exchange: string | null;
    }
  /** The page that asks for a permission, in browsers whose popup cannot. */
  | { readonly kind: 'allow'; readonly id: string }
  /** A kept report compared with another one; `before` is null for the one that is suggested. */
  | { readonly kind: 'compare'; readonly after: string; readonly before: string | null }
  /** What in this browser stands in Claude’s way; `find` begins at the search for an extension. */
  | { readonly kind: 'browser'; readonly find: boolean; readonly tab: BrowserTabKey };

/** Where the look at this browser begins. */
export const browserRoute: Route = { kind: 'browser', find: false, tab: 'answer' };

/**
 * Reads an address: `#browser` or `#browser=find` with `tab`, `#check=TEXT` with `ticket`, `#allow=RUN`, `#compare=RUN` with `with`, `#run=RUN` with `tab`, `finding` and
 * `exchange`. Whatever else stands there is the start. A finding without a tab stands among the findings, an exchange among the exchanges.
 */
export function readRoute(hash: string): Route {
  const members = new URLSearchParams(hash.replace(/^#/, ''));
  const browser = members.get('browser');
  if (browser !== null) {
    const tab = browserTabKeys.find((key) => key === members.get('tab')) ?? 'answer';
    return { kind: 'browser', find: browser === 'find', tab };
  }
  const allow = idOf(members.get('allow'));
  if (allow !== null) return { kind: 'allow', id: allow };
  const after = idOf(members.get('compare'));
  if (after !== null) return { kind: 'compare', after, before: idOf(members.get('with')) };
  const id = idOf(members.get('run'));
  if (id === null) {
    const ticket = idOf(members.get('ticket'));
    return { kind: 'start', text: (members.get('check') ?? '').slice(0, mostText), ...(ticket !== null && { ticket }) };
  }
  const finding = idOf(members.get('finding'));
  const exchange = idOf(members.get('exchange'));
  const usual = exchange !== null ? 'exchanges' : finding !== null ? 'findings' : 'overview';
  const tab = tabKeys.find((key) => key === members.get('tab')) ?? usual;
  return { kind: 'run', id, tab, finding, exchange };
}

/** The address of a route, with its `#`. */
export function writeRoute(route: Route): string {
  if (route.kind === 'browser') {
    return `#browser${route.find ? '=find' : ''}${route.tab === 'answer' ? '' : `&tab=${route.tab}`}`;
  }
  if (route.kind === 'allow') return `#allow=${encodeURIComponent(route.id)}`;
  if (route.kind === 'compare') {
    const other = route.before === null ? '' : `&with=${encodeURIComponent(route.before)}`;
    return `#compare=${encodeURIComponent(route.after)}${other}`;
  }
  if (route.kind === 'start') return route.text === '' ? '#' : `#check=${encodeURIComponent(route.text)}`;
  const { id, tab, finding, exchange } = route;
  const members = [
    `run=${encodeURIComponent(id)}`,
    ...(tab === 'overview' ? [] : [`tab=${tab}`]),
    ...(finding === null ? [] : [`finding=${encodeURIComponent(finding)}`]),
    ...(exchange === null ? [] : [`exchange=${encodeURIComponent(exchange)}`]),
  ];
  return `#${members.join('&')}`;
}

/** Pasted configurations are long; whole files are not meant. */
const mostText = 16_384;
const mostId = 300;

function idOf(text: string | null): string | null {
  return text === null || text === '' || text.length > mostId ? null : text;
}

/** Where the report of a run or of a bundle stands. */
export function runRoute(id: string, tab: TabKey = 'overview'): Route {
  return { kind: 'run', id, tab, finding: null, exchange: null };
}
