import type { ExamState } from '../interference/exam-state.ts';
import { mirroredState } from './mirrored-state.ts';

/** The last look at this browser; in memory alone. */
export const examState = mirroredState<ExamState>('session', 'browser-exam');
