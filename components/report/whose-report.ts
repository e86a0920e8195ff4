import { createContext } from 'react';

/** Whether the report that is shown was made by somebody else, as far as anybody can know: it came from a file, a paste or a link. */
export const IsForeign = createContext(false);
