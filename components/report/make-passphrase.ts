/** Letters and digits that are not taken for each other, also when they are read out: five bits each. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

const groups = 4;
const groupLength = 5;

/** A passphrase out of the browser’s own chance, to be read out over the telephone: “k7fq2-…”, 100 bits. */
export function makePassphrase(): string {
  const chance = crypto.getRandomValues(new Uint8Array(groups * groupLength));
  const text = Array.from(chance, (byte) => letters[byte % letters.length] ?? '').join('');
  return Array.from({ length: groups }, (_, index) => text.slice(index * groupLength, (index + 1) * groupLength)).join(
    '-',
  );
}
