import { createContext } from 'react';

/**
 * The report as it was opened, for what is decided on it: as long as it is open these decisions are its own, and another one for the same
 * check has others. Null for one’s own, which are told apart by when and of what they were made.
 */
export const OpenedAs = createContext<object | null>(null);
