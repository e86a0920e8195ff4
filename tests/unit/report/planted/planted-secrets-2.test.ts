import { describePlantedRuns } from './planted-runs.ts';

describePlantedRuns(1000, 1_000);
