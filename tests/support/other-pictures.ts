/** Pictures in forms that nothing here writes by itself: a white disc on orange, 96 pixels wide. */
export const webpPicture = Buffer.from(
  'UklGRngDAABXRUJQVlA4WAoAAAAgAAAAXwAAXwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggigEAALALAJ0BKmAAYAA/EXq0UqwnpSKwE5lZgCIJYgDQ+/3W625JVPGomrKVdC4qvSfnHS87l3DItso362SB2TEt6Nzj0C9eph2kN90NsSrkCGBtV7hYL5WEFwRq0Jao6ihp8NXbStyCoAD+wM/69EZetb/anglnp274N6Htll+cG9ErrTDJDU7UarLhCyoaZbXBGRCSk7soE1gEv1TFzMOWWt9bTR92v3IfxhFgzQVwuwzA0tIsNn+K4tu965HP1G9ez0gMP1XpTnYuZsAfZYSksvQCsz5Pd3GzLVFg402j+0gd4htbO66sU+NDVGdfEqHQ1+EU/iLe+Z0xP/aPGkqNGyPuDLttIW+777Og7RQyhp4t0QGBHAEHMRdTJi56GabQOlOpt6AQPnL6DiYI++9ZoynTSiysRyRCMHFG4I8jJcNomzcOU/1mdqex7ntUyIArUX6c6E3uCKMLCxbXTV7tcvXGzN6VwUPLEIowJmDfquV8GbF5QNyS2QkCJGxD4KyYVG26X8RwYwAAAAA=',
  'base64',
);

export const jpegPicture = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCABgAGADASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAAAAUDAgT/xAAlEAACAgEDBAIDAQAAAAAAAAAAAQIDBBFBYQUhMaESQyJRcYH/xAAYAQEAAwEAAAAAAAAAAAAAAAAAAgMEAf/EABkRAQEBAQEBAAAAAAAAAAAAAAABAhEDIf/aAAwDAQACEQMRAD8A1ABmbwA0qpsuelcW+dkHLeMwUqumRXeybfETdYWOvr1/rZOYqu+uYjAsvCx39en8bMLemRfeubXEhcUnrmpoNLabKZaWRa52ZmQWS9AAHQA0x6nddGC388IOW8bYeI8h/KWqgvZVhCNcVGCSS2QhCMIqMVol4R0X5zxk3u6oACSAAAOZwjZFxmk09mSczEeO/lHvB+iwczhGcHGS1T8kdZ6njdzUAGmRU6bpQe3jlGZQ1y9Cl0qvSM7Hu9ETSx09aYkOdX7J4n1X63mXpABcygAAAAAAAPB1WvWMLFs9GTSx1Ba4k+NH7I5TufWryvchYwHriQ41XsjlHpVn4zrez1Qxfp6zuVAAFzKAAAAAAAA82e9MSfOi9kco9Vs/GFa37snFO79avKcyGlFrptjNbeV+0Zggss6vwnGyClF6p+DokYeW8d/GWrg/RVhOM4qUWmnui/Ousm8XNdAAkgAAAcznGuDnJ6JeROcYRcpNJLdknMy3kP4x1UF7I61xPGLqsr7XdbKb38L9IzAKGuTgAA6GlN9lL1rk1xszMByzqlX1OL7WQa5ibrNx39i/1MjAnN1XfLNWXm46+xP+JmFnU4rtXBvmRNAu6TyzGl19lz1sk3xsjMAgsk4AAOv/2Q==',
  'base64',
);

/** A drawing that names no size. */
export const svgDrawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#d97757"/><circle cx="5" cy="5" r="4" fill="#fff"/></svg>',
);

/** A GIF of so many pixels that changes between two colours for ever. */
export function animatedGif(side: number): Buffer {
  const screen = Buffer.from([...Buffer.from('GIF89a'), side & 255, side >> 8, side & 255, side >> 8, 0xf6, 0, 0]);
  const palette = Buffer.alloc(3 * 128);
  palette.set([217, 119, 87, 20, 60, 160]);
  const forEver = Buffer.from([0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0]);
  return Buffer.concat([screen, palette, forEver, gifFrame(side, 0), gifFrame(side, 1), Buffer.from([0x3b])]);
}

/** One frame of one colour. Each code has eight bits, since the table is cleared before it needs more. */
function gifFrame(side: number, colour: number): Buffer {
  const clear = 128;
  const codes = Array.from({ length: side * side }, (_, at) => (at % 120 === 0 ? [clear, colour] : [colour])).flat();
  const data = [...codes, clear + 1];
  const blocks = Array.from({ length: Math.ceil(data.length / 255) }, (_, at) => data.slice(at * 255, at * 255 + 255));
  const control = [0x21, 0xf9, 4, 0, 20, 0, 0, 0];
  const head = [0x2c, 0, 0, 0, 0, side & 255, side >> 8, side & 255, side >> 8, 0, 7];
  return Buffer.from([...control, ...head, ...blocks.flatMap((block) => [block.length, ...block]), 0]);
}
