/** How a connector comes to Claude: added by its address, or from the directory. */
export type DrawingKind = 'custom' | 'directory';
