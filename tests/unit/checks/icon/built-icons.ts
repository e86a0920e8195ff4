import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type {
  FaviconLookup,
  IconAttempt,
  IconImage,
  ServerIcon,
  SiteIcons,
} from '../../../../lib/kernel/evidence-icons.ts';
import { iconDomains } from '../../../../lib/parsing/icon-domain.ts';
import { exchange, failedExchange } from '../../../support/evidence-builders.ts';

export const host = 'mcp.acme-tools.com';

const orange = Array.from({ length: 16 }, () => 'd97757').join(' ');
export const blue = Array.from({ length: 16 }, () => '0a3cc8').join(' ');

/** A picture as it was read; a good PNG unless said otherwise. */
export function image(side = 128, rest: Partial<IconImage> = {}): IconImage {
  const pixels = { onLight: 3, onDark: 12, colours: orange };
  return { type: 'png', sizes: [{ width: side, height: side }], bytes: 1_000, pixels, ...rest };
}

/** An icon that was asked for; without a picture, it is not found. */
export function icon(picture: IconImage | null, rest: Partial<IconAttempt> = {}): IconAttempt {
  const url = `https://${host}/favicon.ico`;
  return {
    url,
    from: 'favicon.ico',
    exchange: exchange(picture ? 200 : 404, '', {}, { url }),
    refused: null,
    image: picture,
    ...rest,
  };
}

/** The site of a host, with these icons. */
export function site(
  icons: readonly IconAttempt[],
  rest: Partial<SiteIcons> = {},
  name = host,
): EvidenceMap['site-icons'] {
  const origin = `https://${name}`;
  const page = exchange(404, '', {}, { url: `${origin}/` });
  return { origin, page, declared: [], manifest: null, icons, ...rest, domains: iconDomains(name) };
}

/** An icon of the server's own. */
export function serverIcon(picture: IconImage | null, rest: Partial<ServerIcon> = {}): ServerIcon {
  const url = `https://${host}/icon.png`;
  return {
    ...icon(picture, { url, from: 'server', exchange: exchange(200, '', {}, { url }) }),
    sizes: [],
    mimeType: null,
    theme: null,
    ...rest,
  };
}

/** One answer of Google's favicon service: a picture, the globe, or nothing. */
export function lookup(domain: string, size: number, given: IconImage | 'globe' | 'silence'): FaviconLookup {
  const url = `https://www.google.com/s2/favicons?domain=${domain}&sz=${size}`;
  if (given === 'silence') return { domain, size, exchange: failedExchange('timeout', { url }), image: null };
  const status = given === 'globe' ? 404 : 200;
  return { domain, size, exchange: exchange(status, '', {}, { url }), image: given === 'globe' ? image(16) : given };
}

/** What the service says of a host's domain at all sizes. */
export function service(
  given: (size: number) => IconImage | 'globe' | 'silence',
  more: readonly FaviconLookup[] = [],
  name = host,
): EvidenceMap['favicon-service'] {
  const { asked } = iconDomains(name);
  const lookups = [16, 32, 48, 64, 96, 128].map((size) => lookup(asked, size, given(size)));
  return { host: name, asked, domain: asked, lookups: [...lookups, ...more] };
}
