import type { Handler } from './http-call.ts';
import { disc, icoOf, plain, pngPicture, type Paint } from './pictures.ts';

const side = 96;

/** A picture as a site serves it. */
export function respondPicture(bytes: Buffer, type = 'image/png', status = 200): Handler {
  return (_call, response) => {
    response.writeHead(status, { 'content-type': type, 'content-length': String(bytes.length) });
    response.end(bytes);
  };
}

/** A square icon that is seen on light and on dark. */
export function goodIcon(width = side, ink: Paint = plain(217, 119, 87)): Buffer {
  return pngPicture(width, width, disc(width, plain(255, 255, 255), ink));
}

const favicon = icoOf({ side, data: goodIcon() });

/** Puts an icon at `/favicon.ico` before a handler. */
export function withIcon(handler: Handler): Handler {
  const icon = respondPicture(favicon, 'image/x-icon');
  return (call, response) =>
    (call.method === 'GET' && call.url.pathname === '/favicon.ico' ? icon : handler)(call, response);
}
