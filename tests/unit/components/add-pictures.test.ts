import { describe, expect, it } from 'vitest';
import { disc, plain, pngPicture } from '../../../clinic/pictures.ts';
import { readPictures, withPictures } from '../../../components/readiness/add-pictures.ts';
import { mostScreenshots } from '../../../lib/storage/listing-drafts.ts';

const picture = (name: string, width: number): File =>
  new File([new Uint8Array(pngPicture(width, 8, disc(width, plain(1, 2, 3), plain(9, 9, 9))))], name);

describe('pictures that are dropped', () => {
  it('stand behind those of before, each once', async () => {
    const first = await readPictures([picture('a.png', 10), picture('b.png', 12)]);
    const second = await readPictures([picture('copy of a.png', 10), picture('c.png', 14)]);
    const all = withPictures(withPictures([], first), second);
    expect(all.map(({ width }) => width)).toEqual([10, 12, 14]);
  });

  it('join what came while they were read', async () => {
    const [slow, quick] = await Promise.all([
      readPictures([picture('a.png', 10)]),
      readPictures([picture('b.png', 12)]),
    ]);
    expect(withPictures(withPictures([], quick), slow).map(({ width }) => width)).toEqual([12, 10]);
  });

  it('are named where they are too many, or cannot be read', async () => {
    const many = Array.from({ length: mostScreenshots + 2 }, (_, at) => picture(`${String(at)}.png`, at + 4));
    const { read, unread } = await readPictures(many);
    expect(read).toHaveLength(mostScreenshots);
    expect(unread).toEqual([`${String(mostScreenshots)}.png`, `${String(mostScreenshots + 1)}.png`]);
    const folder = Object.assign(picture('folder', 4), {
      arrayBuffer: () => Promise.reject(new DOMException('a folder')),
    });
    expect((await readPictures([folder])).unread).toEqual(['folder']);
  });
});
