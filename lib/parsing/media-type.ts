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

/** True when a media type is the wanted one and has all its parameters; case, spacing and further parameters do not count. */
export function isMediaType(header: string | undefined, wanted: string): boolean {
  const [given, expected] = [parsed(header), parsed(wanted)];
  if (!given || !expected || given.type.toLowerCase() !== expected.type.toLowerCase()) return false;
  return Object.entries(expected.parameters).every(
    ([name, value]) => given.parameters[name]?.toLowerCase() === value.toLowerCase(),
  );
}

function parsed(header: string | undefined) {
  try {
    return header === undefined ? undefined : parse(header);
  } catch {
    return undefined;
  }
}
