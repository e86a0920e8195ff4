import {
  announcerSelectors,
  dialogSelectors,
  noticeSelectors,
  pageSelectors,
  appSelector,
} from '../standards/claude-page-selectors.ts';
import { addressSigns, tellsOfFailure, type AddressSigns } from './address-signs.ts';
import { connectorUrlOn } from './connector-url.ts';
import { claudePage, pageAddress, readingScope, type ReadingScope } from './page-kind.ts';
import type { Budget, PageView, ViewElement } from './page-view.ts';
import { plainText } from './plain-text.ts';
import { recognize, type Recognized } from './recognize.ts';
import { referenceIn } from './reference.ts';
import type { PageSighting } from './sighting.ts';
import { isPrivate, textLines } from './text-lines.ts';

/** Lines of one region of the page. */
interface Region {
  readonly kind: 'notice' | 'dialog' | 'page';
  readonly lines: readonly string[];
}

/** A line that tells of an error, and the region in which it stands. */
interface Spotted {
  readonly line: string;
  readonly region: Region | null;
  readonly recognized: Recognized | null;
}

const small: Budget = { nodes: 300, characters: 2_000 };
const large: Budget = { nodes: 4_000, characters: 40_000 };
/** So many from each end: new notices are put before the old ones or behind them. */
const regionsPerEnd = 20;
const longestSentence = 500;

/**
 * What a page of Claude's shows of a connector error; null when it shows none, or is no page of Claude's.
 *
 * What is read is bounded and positive: short notices (alerts, toasts) everywhere, windows and the page itself only where its address
 * is one of connectors or settings. Within these, messages, drafts and titles of conversations are left out (`privateSelectors`), and
 * of what was read only a known sentence, or a line with a reference id, is kept.
 */
export function readPage(view: PageView, seenAt: number): PageSighting | null {
  const url = claudePage(view.address);
  if (url === null) return null;
  const scope = readingScope(url);
  if (scope === 'none') return null;
  const signs = addressSigns(url);
  const regions = regionsOf(view, scope);
  const spotted = spot(regions) ?? (tellsOfFailure(signs) ? unknownNotice(regions) : spotOnBarePage(view));
  if (spotted === null) return null;
  return {
    page: pageAddress(url),
    sentence: spotted.line === '' ? null : plainText(spotted.line, longestSentence),
    stage: signs.stage,
    oauthError: signs.oauthError,
    reference: referenceOf(spotted, signs, regions),
    connectorUrl:
      signs.connectorUrl ??
      (scope === 'all'
        ? connectorUrlOn(
            view,
            regions.map(({ lines }) => lines),
          )
        : null),
    connectorName: signs.connectorName ?? nameIn(spotted),
    seenAt,
  };
}

function regionsOf(view: PageView, scope: ReadingScope): readonly Region[] {
  const notices = regionsBy(view, noticeSelectors, 'notice', small);
  if (scope !== 'all') return notices;
  return [
    ...notices,
    ...regionsBy(view, dialogSelectors, 'dialog', small),
    ...regionsBy(view, pageSelectors, 'page', large),
  ];
}

function regionsBy(
  view: PageView,
  selectors: readonly string[],
  kind: Region['kind'],
  budget: Budget,
): readonly Region[] {
  return ends(view.root.querySelectorAll(selectors.join(',')))
    .filter((element) => !isPrivate(element))
    .map((element) => ({ kind, lines: textLines(element, budget, kind === 'page' ? announcerSelectors : []) }));
}

function ends(elements: ArrayLike<ViewElement>): readonly ViewElement[] {
  const last = Math.max(regionsPerEnd, elements.length - regionsPerEnd);
  return [...sliceOf(elements, 0, regionsPerEnd), ...sliceOf(elements, last, elements.length)];
}

function sliceOf(elements: ArrayLike<ViewElement>, from: number, to: number): readonly ViewElement[] {
  const found: ViewElement[] = [];
  for (let index = from; index < Math.min(to, elements.length); index += 1) {
    const element = elements[index];
    if (element !== undefined) found.push(element);
  }
  return found;
}

/** A connector's error first; then anything with a reference id; last what is no connector's fault. */
function spot(regions: readonly Region[]): Spotted | null {
  const known = regions.flatMap((region) =>
    region.lines.flatMap((line): (Spotted & { readonly recognized: Recognized })[] => {
      const recognized = recognize(line);
      return recognized === null ? [] : [{ line, region, recognized }];
    }),
  );
  const fault = known.find(({ recognized }) => recognized.isConnectorFault);
  return fault ?? referenced(regions) ?? known[0] ?? null;
}

function referenced(regions: readonly Region[]): Spotted | null {
  for (const region of regions) {
    const line = region.lines.find((text) => referenceIn(text) !== null);
    if (line !== undefined) return { line, region, recognized: null };
  }
  return null;
}

/** The address tells of a failure in words that are not known, in another language say: the first notice is what it shows. */
function unknownNotice(regions: readonly Region[]): Spotted {
  const region = regions.find(({ kind, lines }) => kind === 'notice' && lines.length > 0) ?? null;
  return { line: region?.lines.join(' ') ?? '', region, recognized: null };
}

/** A page without the app is the one that Claude shows while it is down. */
function spotOnBarePage(view: PageView): Spotted | null {
  if (view.root.querySelector(appSelector) !== null) return null;
  const [body] = regionsBy(view, pageSelectors, 'page', small);
  for (const line of body?.lines ?? []) {
    const recognized = recognize(line);
    if (recognized?.isOnBarePage === true) return { line, region: null, recognized };
  }
  return null;
}

function referenceOf({ region }: Spotted, signs: AddressSigns, regions: readonly Region[]): string | null {
  const texts = [region?.lines.join(' ') ?? '', signs.reference ?? '', ...regions.map(({ lines }) => lines.join(' '))];
  return texts.map(referenceIn).find((reference) => reference !== null) ?? null;
}

function nameIn({ recognized }: Spotted): string | null {
  const name = plainText(recognized?.name ?? '', 100);
  return name === '' || /^the mcp server$/i.test(name) ? null : name;
}
