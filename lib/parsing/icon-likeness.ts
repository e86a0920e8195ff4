/** From this unlikeness on two pictures are not one that was only scaled. */
export const anotherPicture = 25;

/** How unlike two rough likenesses of pictures are: the mean difference of their colours, 0 to 255. Undefined when one is none. */
export function unlikeness(one: string, other: string): number | undefined {
  const [a, b] = [one, other].map((colours) => colours.replaceAll(' ', '').match(/[\da-f]{2}/g) ?? []);
  if (!a || !b || a.length !== b.length || a.length === 0) return undefined;
  const sum = a.reduce((total, value, at) => total + Math.abs(parseInt(value, 16) - parseInt(b[at] ?? '0', 16)), 0);
  return sum / a.length;
}
