import { defineBackground } from 'wxt/utils/define-background';
import { startBrowserCheck } from './browser-check.ts';
import { startPageWatch } from './page-watch.ts';
import { startRuns } from './runs.ts';
import { startWaysIn } from './ways-in.ts';

export default defineBackground({
  type: 'module',
  main() {
    startRuns();
    startPageWatch();
    startWaysIn();
    startBrowserCheck();
  },
});
