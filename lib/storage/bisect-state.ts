import type { BisectState } from '../interference/bisect-state.ts';
import { mirroredState } from './mirrored-state.ts';

/** The bisect that is under way or ended last. On disk: it says how everything has to be again, whatever dies. */
export const bisectState = mirroredState<BisectState>('local', 'bisect');
