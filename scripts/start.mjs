// `npm start`: the sample clinic. `npm start -- URL …`: a check of that URL.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installBrowsers, root, setUp, SetUpProblem } from './set-up.mjs';

const words = process.argv.slice(2);

try {
  const { node, env } = setUp();
  if (words.length === 0) tryToInstallBrowser();
  const program = words.length === 0 ? ['clinic/main.ts'] : ['lib/cli/main.ts', 'check', ...words];
  const [file, ...rest] = program;
  const child = spawn(node, [join(root, file), ...rest], { env, stdio: 'inherit' });
  // The terminal sends its interrupt to both; this one only waits for what the other still has to say.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 2;
  });
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Without one the clinic still examines its connectors, and says what is missing. */
function tryToInstallBrowser() {
  try {
    installBrowsers(['chromium', 'libnss3-tools']);
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
  }
}
