import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';

/** A preview with the pictures that its indexes mean. */
export interface Pictured {
  readonly preview: ConnectorPreview;
  readonly pictures: readonly SeenPicture[];
}

/** The same with a picture that somebody tries in place of the connector’s own; the others keep their indexes. */
export function withTried({ preview, pictures }: Pictured, tried: SeenPicture | null): Pictured {
  if (tried === null) return { preview, pictures };
  const picture = pictures.length;
  const { icon } = preview;
  return {
    preview: { ...preview, icon: { ...icon, custom: { ...icon.custom, picture }, directory: { picture } } },
    pictures: [...pictures, tried],
  };
}
