import { parse } from 'content-type';

/** The media type without its parameters, lower case; undefined when the header is missing or unreadable. */
export function mediaType(header: string | undefined): string | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  try {
    return parse(header).type.toLowerCase();
  } catch {
    // Servers send headers like `application/json;` or `text/html; charset`: the type itself is still readable.
    const type = header.split(/[;,]/, 1)[0]?.trim().toLowerCase();
    return type !== undefined && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type) ? type : undefined;
  }
}

/** True for `text/event-stream`. */
export function isEventStream(header: string | undefined): boolean {
  return mediaType(header) === 'text/event-stream';
}
