/** Stands in the gallery in place of the extension's API: a state that needed it would fail there. */
export const browser = {};
