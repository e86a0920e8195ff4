import type { SeenPicture } from '../../kernel/picture.ts';
import type { Answer, ProbeContext } from '../../kernel/probe.ts';
import { isEventStream } from '../../parsing/media-type.ts';

/** What looking for icons needs of a probe's context. */
export type IconContext = Pick<ProbeContext<never>, 'ask' | 'target' | 'redact' | 'redactUrl' | 'keepPicture'>;

/** An icon needs no more; a larger file still tells its type and size. */
export const mostIconBytes = 256 * 1024;

/** Asks for a file whose bytes are looked at and not recorded. */
export function askForBytes(context: IconContext, url: string, accept: string): Promise<Answer> {
  return context.ask({
    step: 12,
    method: 'GET',
    url,
    headers: { accept },
    limit: 'side',
    maxRedirects: 5,
    wantBytes: true,
    maxBytes: mostIconBytes,
    // A stream that stays open holds no file.
    onHead: ({ headers }) => (isEventStream(headers['content-type']) ? 'stop' : 'go-on'),
  });
}

/** True for an answer that gives what was asked for. */
export function isGiven(answer: Answer): answer is Extract<Answer, { kind: 'response' }> {
  return answer.kind === 'response' && answer.exchange.status >= 200 && answer.exchange.status < 300;
}

/** Keeps a picture, unless it is none, or came in part. */
export function keepWhole(
  context: Pick<IconContext, 'keepPicture'>,
  answer: Answer,
  { type, ...about }: Omit<SeenPicture, 'base64' | 'type'> & { readonly type: string | undefined },
): void {
  if (type === undefined || answer.kind === 'failure' || answer.end !== 'complete' || !answer.bytes) return;
  context.keepPicture({ ...about, type }, answer.bytes);
}

/** An address as evidence may hold it, whatever it is; of a `data:` URL the head alone. */
export function shown(context: IconContext, url: string): string {
  if (/^data:/i.test(url)) return `${url.slice(0, Math.min(url.indexOf(',') + 1 || url.length, 60))}…`;
  const text = url.slice(0, 2_048);
  return URL.canParse(text) ? context.redactUrl(text) : context.redact(text);
}
