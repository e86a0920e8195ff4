import { respond, respondHtml, type Handler } from '../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../clinic/icon.ts';
import { disc, plain, pngPicture } from '../../clinic/pictures.ts';
import type { Rig } from './rig.ts';

/** What the service knows: by domain, the picture for a size, or `globe`. */
export type KnownIcons = Readonly<Record<string, (size: number) => Buffer | 'globe'>>;

/** The picture that comes with a 404: 16 pixels, whatever size was asked for. */
const globe = pngPicture(16, 16, disc(16, plain(95, 99, 104), plain(0, 0, 0, 0)));

/** An icon that is scaled to each size, as the service does it where it knows a large one. */
export const scaled = (size: number): Buffer => goodIcon(size);

/**
 * Google's favicon service as users describe it: `/s2/favicons` on www.google.com answers 301 to `/faviconV2` on one of gstatic's
 * hosts, which gives a PNG, or 404 with the globe.
 * @see https://github.com/anthropics/claude-ai-mcp/issues/152
 */
export async function googleFavicons(rig: Rig, known: KnownIcons): Promise<void> {
  await rig.host('www.google.com', ({ url, method }, response) => {
    const domain = url.searchParams.get('domain') ?? '';
    const size = url.searchParams.get('sz') ?? '16';
    if (method !== 'GET' || url.pathname !== '/s2/favicons') return respond(404, {})({ url } as never, response);
    const to = `https://t2.gstatic.com/faviconV2?client=SOCIAL&type=FAVICON&fallback_opts=TYPE,SIZE,URL&url=http://${domain}&size=${size}`;
    response.writeHead(301, { location: to, 'content-type': 'text/html; charset=UTF-8' });
    response.end('<HTML><HEAD><TITLE>301 Moved</TITLE></HEAD><BODY><H1>301 Moved</H1></BODY></HTML>');
  });
  await rig.host('t2.gstatic.com', (call, response) => {
    const host = new URL(call.url.searchParams.get('url') ?? 'http://nobody.invalid').hostname;
    const size = Number(call.url.searchParams.get('size'));
    const picture = known[host]?.(size) ?? 'globe';
    const answer = picture === 'globe' ? respondPicture(globe, 'image/png', 404) : respondPicture(picture);
    return answer(call, response);
  });
}

/** A service that turns everybody away, as it does when it is asked too often. */
export async function googleRefuses(rig: Rig): Promise<void> {
  const page: Handler = respondHtml(429, '<html><title>Sorry...</title>unusual traffic</html>');
  await rig.host('www.google.com', page);
}
