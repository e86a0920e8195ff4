import { loadLanguage } from '../i18n/load-language.ts';
import { say } from '../i18n/say.ts';
import { readArguments } from './arguments.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { interruption } from './interruption.ts';
import { languageForPrograms, readersLanguage } from './readers-language.ts';
import { lastWords, processTerminal, type Terminal } from './terminal.ts';

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

process.exitCode = await main(process.argv.slice(2), processTerminal()).catch(fail);
// A name lookup of the system cannot be cancelled and may hold the process for many seconds after all is said.
setTimeout(() => process.exit(), 50).unref();

async function main(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  await loadLanguage(readersLanguage(words, process.env));
  const invocation = readArguments(words);
  switch (invocation.kind) {
    case 'usage':
      terminal.say(`connector-doctor: ${invocation.problem}`);
      terminal.say(say('Try connector-doctor {command} --help.', { command: invocation.command }));
      return exitCodes.failed;
    case 'print':
      return printed(invocation.text, terminal);
    case 'schema': {
      const { reportJsonSchema } = await import('../report/data/schema.ts');
      return printed(`${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`, terminal);
    }
    case 'explain': {
      if (invocation.format === 'json') await loadLanguage(languageForPrograms(words));
      const { explainText } = await import('./explain.ts');
      return explainText(invocation.text, invocation.format, terminal);
    }
    case 'faq': {
      if (invocation.format === 'json') await loadLanguage(languageForPrograms(words));
      const { answerQuestion } = await import('./faq.ts');
      return answerQuestion(invocation.query, invocation.format, terminal);
    }
    case 'compare': {
      const [{ readCompareRequest }, { compare }] = await Promise.all([
        import('./compare-request.ts'),
        import('./compare.ts'),
      ]);
      const request = await readCompareRequest(invocation.sides, invocation.options);
      if (request.ok) return compare(request.value, terminal, interruption());
      terminal.say(`connector-doctor: ${request.problem}`);
      return exitCodes.failed;
    }
    case 'install-link': {
      const { url, options } = invocation;
      if (options.format === 'json') await loadLanguage(languageForPrograms(words));
      const { makeInstallLink } = await import('./install-link.ts');
      return makeInstallLink(url, options, terminal);
    }
    case 'preview': {
      const { readPreviewRequest, showPreview } = await import('./preview.ts');
      const request = await readPreviewRequest(invocation.url, invocation.options);
      if (request.ok) return showPreview(request.value, terminal, interruption());
      terminal.say(`connector-doctor: ${request.problem}`);
      return exitCodes.failed;
    }
    case 'readiness': {
      if (invocation.options.format === 'json') await loadLanguage(languageForPrograms(words));
      const { readReadinessRequest, showReadiness } = await import('./readiness.ts');
      const request = await readReadinessRequest(invocation.url, invocation.options);
      if (request.ok) return showReadiness(request.value, terminal, interruption());
      terminal.say(`connector-doctor: ${request.problem}`);
      return exitCodes.failed;
    }
    case 'bundle': {
      const { lookIntoBundle } = await import('./bundle.ts');
      return lookIntoBundle(invocation.file, invocation.options, terminal, interruption());
    }
    case 'hand-off': {
      const { report, options } = invocation;
      if (options.format === 'json') await loadLanguage(languageForPrograms(words));
      const { handOff } = await import('./hand-off.ts');
      return handOff(report, options, terminal);
    }
    case 'open': {
      const { openSaved } = await import('./open.ts');
      return openSaved(invocation.report, invocation.options, terminal);
    }
    case 'check': {
      const [{ readCheckRequest }, { check }] = await Promise.all([import('./check-request.ts'), import('./check.ts')]);
      const request = readCheckRequest(invocation.url, invocation.options);
      if (request.ok) return check(request.value, terminal, interruption());
      terminal.say(`connector-doctor: ${request.problem}`);
      return exitCodes.failed;
    }
  }
}

async function printed(text: string, terminal: Terminal): Promise<ExitCode> {
  const written = await terminal.print(text);
  if (written.ok) return exitCodes.fine;
  terminal.say(`connector-doctor: ${written.problem}`);
  return exitCodes.failed;
}

/** A defect of this program: where it happened is told, but no message, which might hold what must not be printed. */
function fail(error: unknown): never {
  const name = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /[\w-]+\.[jt]s:\d+:\d+/.exec(error.stack ?? '')?.[0] : undefined;
  const words = place
    ? say('the program itself failed ({name} at {place}). Please report this defect.', { name, place })
    : say('the program itself failed ({name}). Please report this defect.', { name });
  lastWords(`connector-doctor: ${words}`);
  process.exit(exitCodes.failed);
}
