/** To whom a report can be handed on. */
export const receivers = [
  'tracker',
  'vendor',
  'owner',
  'support',
  'network',
  'identity-provider',
  'extension',
  'maker',
] as const;

export type Receiver = (typeof receivers)[number];

/** Those who get a letter: all but the tracker, which has forms. */
export type LetterReceiver = Exclude<Receiver, 'tracker'>;
