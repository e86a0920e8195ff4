import { describePlantedRuns } from './planted-runs.ts';

describePlantedRuns(0, 1_000);
