import { guides } from '../guides/catalog.ts';
import { guideIds, type GuideId } from '../guides/guide-id.ts';
import type { Guide, GuideStep, Reader } from '../guides/guide.ts';
import { say, saidPieces } from '../i18n/say.ts';
import { isPrivateHostname } from '../kernel/address.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { places, type PlaceId } from '../knowledge/places.ts';
import { plainText } from '../page/plain-text.ts';
import { isOpenAddress, withoutAddressSecrets } from './address-secrets.ts';
import type { GuideConnector } from './guide-life.ts';

/** The steps of a guide that are this reader’s, in order. */
export function stepsFor(guide: Guide, reader: Reader): readonly GuideStep[] {
  return guide.steps.filter(({ readers }) => readers === null || readers.includes(reader));
}

/** The guides whose fix a code is, the first one first; empty where the code’s own fix text is all there is to do. */
export function guidesForCode(code: FindingCode): readonly GuideId[] {
  return guideIds.filter((id) => guides[id].codes.includes(code));
}

/**
 * A text of a guide in the reader’s language, the connector’s name, address and host filled in, as one line each. What is not known leaves
 * out its parenthesis, as in “your connector ({name})”, and stands in brackets elsewhere, to be filled in by the person.
 */
export function filledText(text: string, connector: GuideConnector | null): string {
  return filled(text, knownOf(connector));
}

/** The text of a step that is ready to be copied; in one that goes to others, an address has `redacted` in place of its secrets. */
export function copiedText({ copy, copyIsYours }: GuideStep, connector: GuideConnector | null): string | null {
  if (copy === null) return null;
  const known = knownOf(connector);
  const shown = known.url === null || copyIsYours === true ? known.url : withoutAddressSecrets(known.url);
  return filled(copy, { ...known, url: shown });
}

/** Whether something secret was taken out of the text of a step that is ready to be copied. */
export function isCopyRedacted(step: GuideStep, connector: GuideConnector | null): boolean {
  return step.copy !== null && copiedText(step, connector) !== filledText(step.copy, connector);
}

/**
 * The address that a place opens, filled in for a connector: what is not known is left out of its query, and without the connector’s
 * address the dialog for adding one becomes the plain page of connectors. The connector’s host stands in for a name that is not known.
 * Addresses of pages stay in the browser’s history and go to whose page it is: so no address with a secret is put in, and no host that only
 * a private network knows, except for the name in Claude’s own dialog.
 */
export function placeUrl(id: PlaceId, connector: GuideConnector | null): string {
  const { name, url, host } = knownOf(connector);
  if (id === 'add-custom' && (url === null || !URL.canParse(url))) return places.connectors.url;
  const template = places[id].url;
  if (!template.includes('{')) return template;
  const values: Readonly<Record<string, string | null>> = {
    '{name}': plainText(name ?? host ?? '', longestName) || null,
    '{url}': url !== null && isOpenAddress(url) ? plainText(url, longestShown) : null,
    '{host}': host !== null && !isPrivateHostname(hostnameOf(host)) ? host : null,
  };
  const place = new URL(template);
  for (const [member, placeholder] of [...place.searchParams]) {
    const value = values[placeholder];
    if (value === undefined) continue;
    if (value === null) place.searchParams.delete(member);
    else place.searchParams.set(member, value);
  }
  // A plus for a blank is a custom of forms, which not every reader of addresses knows; one that was put in is %2B here.
  return place.href.replaceAll('+', '%20');
}

/** Whether the place would take the connector’s address, and gets none, since that holds what may be a secret. */
export function keepsAddressBack(id: PlaceId, connector: GuideConnector | null): boolean {
  const { url } = knownOf(connector);
  return places[id].url.includes('{url}') && url !== null && !isOpenAddress(url);
}

type Placeholder = 'name' | 'url' | 'host';
type Known = Readonly<Record<Placeholder, string | null>>;

const inText = /( \()?\{(name|url|host)\}(\))?/g;
const longestShown = 2048;
const longestName = 100;

function filled(text: string, known: Known): string {
  const message = saidPieces(text)
    .map((piece, index) => (index % 2 === 1 ? `{${piece}}` : piece))
    .join('');
  return message.replace(inText, (_whole, before: string | undefined, name: Placeholder, after: string | undefined) => {
    const value = known[name];
    if (value === null && before !== undefined && after !== undefined) return '';
    return `${before ?? ''}${value === null ? unknownWords(name) : plainText(value, longestShown)}${after ?? ''}`;
  });
}

/** An address of another kind than http(s) is none of a connector’s. */
function knownOf(connector: GuideConnector | null): Known {
  const typed = filledOrNull(connector?.url);
  const url = typed !== null && URL.canParse(typed) && !/^https?:$/.test(new URL(typed).protocol) ? null : typed;
  const host = url !== null && URL.canParse(url) ? filledOrNull(new URL(url).host) : null;
  return { name: filledOrNull(connector?.name), url, host };
}

function hostnameOf(host: string): string {
  return new URL(`https://${host}`).hostname;
}

function filledOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined || plainText(text, longestShown) === '' ? null : text;
}

function unknownWords(name: Placeholder): string {
  switch (name) {
    case 'name':
      return say('[the connector’s name]');
    case 'url':
      return say('[the connector’s address]');
    case 'host':
      return say('[the connector’s server]');
  }
}
