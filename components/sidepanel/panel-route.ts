import { guideIds, type GuideId } from '../../lib/guides/guide-id.ts';

/**
 * What the side panel shows, as its address says it after the `#`. Texts that people type or paste are no part of an address: browsers
 * write addresses into their history. The panel remembers the last one of each kind as long as it is open.
 */
export type PanelRoute =
  | { readonly kind: 'home' | 'guides' | 'plans' }
  | { readonly kind: 'guide'; readonly id: GuideId }
  /** `id`: the key of the question among the questions. */
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'search' | 'explain'; readonly text: string };

/** Reads an address: `#guides`, `#plans`, `#guide=ID`, `#question=ID`, `#search`, `#explain`. Whatever else stands there is the home. */
export function readPanelRoute(hash: string, texts: PanelTexts): PanelRoute {
  const members = new URLSearchParams(hash.replace(/^#/, ''));
  const [[kind, value] = ['', '']] = [...members];
  if (kind === 'guide') {
    const id = guideIds.find((each) => each === value);
    return id === undefined ? { kind: 'guides' } : { kind, id };
  }
  if (kind === 'question' && value.length <= mostId) return { kind, id: value };
  if (kind === 'search' || kind === 'explain') return { kind, text: texts[kind] };
  return kind === 'guides' || kind === 'plans' ? { kind } : { kind: 'home' };
}

/** The address of a route, with its `#`. */
export function writePanelRoute(route: PanelRoute): string {
  if (route.kind === 'home') return '#';
  if (route.kind === 'guide' || route.kind === 'question') return `#${route.kind}=${encodeURIComponent(route.id)}`;
  return `#${route.kind}`;
}

/** What was typed last, in memory alone. */
export interface PanelTexts {
  readonly search: string;
  readonly explain: string;
}

const mostId = 200;
