import { defineBackground } from 'wxt/utils/define-background';
import { startRuns } from './runs.ts';

export default defineBackground({
  type: 'module',
  main() {
    startRuns();
  },
});
