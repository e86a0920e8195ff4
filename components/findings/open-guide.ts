import { createContext } from 'react';
import type { GuideId } from '../../lib/guides/guide-id.ts';

/** Opens a guide where guides are followed: the side panel. Null where nothing can open it. */
export const OpenGuide = createContext<((id: GuideId) => void) | null>(null);
