/** What a coloured thing means. The four status tones are for status alone; each comes with an icon and a word. */
export type Tone = 'neutral' | 'ready' | 'sign-in' | 'degraded' | 'broken';

/** A tinted ground with its text. The border is seen where colours are forced. */
export const toneGround: Readonly<Record<Tone, string>> = {
  neutral: 'border-line bg-well text-ink',
  ready: 'border-transparent bg-ready-soft text-ready',
  'sign-in': 'border-transparent bg-sign-in-soft text-sign-in',
  degraded: 'border-transparent bg-degraded-soft text-degraded',
  broken: 'border-transparent bg-broken-soft text-broken',
};

/** The colour of text and icons alone. */
export const toneText: Readonly<Record<Tone, string>> = {
  neutral: 'text-soft',
  ready: 'text-ready',
  'sign-in': 'text-sign-in',
  degraded: 'text-degraded',
  broken: 'text-broken',
};
