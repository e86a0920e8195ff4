/**
 * What stands in place of names, as this project makes it: it names nobody and stays when a report is prepared again, so that
 * preparing what is prepared changes nothing, whatever a report says of itself.
 */
export function isStandIn(text: string): boolean {
  return standIn.test(text);
}

const standIn =
  /^(?:withheld|withheld[-_]\d+|withheld-(?:name|id)-\d+|host-\d+|xn--(?:host|withheld)-\d+-[a-z\d]+|path-\d+(?:\.[a-z\d]{2,11})?|value-\d+|resource-\d+|(?:[\p{L}\p{N}_-]+\.)*(?:xn--)?withheld-\d+(?:-[a-z\d]+|\p{L})?\.alt)$/iu;

/** The highest number that such a stand-in has in these texts; zero where there is none. What is new is counted on from there. */
export function highestNumber(
  texts: readonly string[],
  kind: 'withheld' | 'host' | 'path' | 'value' | 'name' | 'id',
): number {
  const before = { withheld: 'withheld[-_]', name: 'withheld-name-', id: 'withheld-id-' } as const;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${kind in before ? before[kind as 'name'] : `${kind}-`}(\\d{1,6})(?!\\d)`,
    'giu',
  );
  let highest = 0;
  for (const text of texts)
    for (const [, number] of text.matchAll(pattern)) highest = Math.max(highest, Number(number));
  return highest;
}
