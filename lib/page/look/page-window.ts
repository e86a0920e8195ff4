/** A window, with what stands in it. */
export type PageWindow = Window & typeof globalThis;
