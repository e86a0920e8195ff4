import type { IconAttempt, IconSource } from '../../kernel/evidence-icons.ts';
import { readDataUrl } from '../../parsing/data-url.ts';
import { readIconImage } from '../../parsing/icon-image.ts';
import { refusal } from '../network/refusal.ts';
import { askForBytes, isGiven, keepWhole, mostIconBytes, shown, type IconContext } from './ask-for-bytes.ts';

/** Looks at one icon: asks for it when it may be asked, or reads it out of a `data:` URL. */
export async function loadIcon(context: IconContext, url: string, from: IconSource): Promise<IconAttempt> {
  const named = { url: shown(context, url), from };
  if (/^data:/i.test(url)) {
    const data = readDataUrl(url, mostIconBytes);
    const image = data ? await readIconImage(data.bytes) : null;
    if (data && image) context.keepPicture({ ...named, type: image.type }, data.bytes);
    return { ...named, exchange: null, refused: null, image };
  }
  const refused = refusal(context.target, url);
  if (refused !== null) return { ...named, exchange: null, refused, image: null };
  const answer = await askForBytes(context, url, 'image/*,*/*;q=0.8');
  const image = isGiven(answer) && answer.bytes ? await readIconImage(answer.bytes) : null;
  keepWhole(context, answer, { ...named, type: image?.type });
  return { ...named, exchange: answer.exchange, refused: null, image };
}
