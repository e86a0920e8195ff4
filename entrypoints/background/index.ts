import { defineBackground } from 'wxt/utils/define-background';
import { dropAccountAnswers } from '../../lib/storage/account-answers.ts';
import { dropAllGuideProgress } from '../../lib/storage/guide-progress.ts';
import { dropListings } from '../../lib/storage/listing-drafts.ts';
import { dropOwnServers } from '../../lib/storage/own-servers.ts';
import { startBisects } from './bisect/bisects.ts';
import { startExam } from './exam/exam-service.ts';
import { shutStorage } from './own-storage.ts';
import { startPageWatch } from './page-watch.ts';
import { startRuns } from './runs.ts';
import { startWaysIn } from './ways-in.ts';
import { followLanguage } from './worker-language.ts';

// No module: what it needs is then one file, and a worker starts cold without loading a dozen chunks one after the other.
export default defineBackground({
  main() {
    shutStorage();
    followLanguage();
    const { judge } = startRuns(async () => {
      await Promise.all([
        exam.forget(),
        bisects.forget(),
        dropAccountAnswers(),
        dropOwnServers(),
        dropAllGuideProgress(),
        dropListings(),
      ]);
    });
    const exam = startExam(judge);
    startPageWatch();
    startWaysIn();
    const bisects = startBisects(exam);
  },
});
