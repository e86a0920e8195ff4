import { writeSync } from 'node:fs';
import { say } from '../i18n/say.ts';
import { withoutCommands } from './without-commands.ts';
import { isWorkflow } from './workflow.ts';
import { ok, problem, type Read } from './read.ts';
import { reasonOf } from './write-output.ts';

/** The process's streams as the commands use them. */
export interface Terminal {
  /** Resolves when the text has left the process, or with why it cannot; a reader that went away is no problem. */
  print(text: string): Promise<Read<null>>;
  /** One line on standard error. */
  say(line: string): void;
  /** One line on standard error that a workflow takes for a command; nothing in it may come from outside unescaped. */
  command(line: string): void;
  /** The same, but only for people: nothing unless standard error is a terminal. */
  note(line: string): void;
  /** A passing line on standard error, replaced by the next; nothing unless standard error is a terminal. */
  progress(line: string | null): void;
  readonly color: boolean;
  readonly width: number;
}

/** Connects to this process's own streams. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  let passing = false;
  const progress = (line: string | null): void => {
    if (!stderr.isTTY || (line === null && !passing)) return;
    passing = line !== null;
    const room = (stderr.columns || 80) - 1;
    stderr.write(`\r\u001b[K${(line ?? '').slice(0, room)}`);
  };
  // Without a listener an error would end the process; whoever writes is told of it by the write itself.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  const command = (line: string): void => {
    progress(null);
    stderr.write(`${line}\n`);
  };
  const harmless = isWorkflow(env) ? withoutCommands : (text: string) => text;
  const tell = (line: string): void => {
    command(harmless(line));
  };
  return {
    print: (text) =>
      new Promise((resolve) => {
        stdout.write(harmless(text), (error) => {
          resolve(
            error && !isClosedPipe(error)
              ? problem(say('standard output cannot be written: {reason}.', { reason: reasonOf(error) }))
              : ok(null),
          );
        });
      }),
    say: tell,
    command,
    note: (line) => {
      if (stderr.isTTY) tell(line);
    },
    progress,
    // Node leaves isTTY undefined on a pipe, and the colours’ library would then go by CI variables.
    color: Boolean(stdout.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    width: stdout.columns || 80,
  };
}

/** `connector-doctor … | head` closes the pipe early: that is the reader's choice, not a failure. */
function isClosedPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}

/** One last line on standard error, written at once, for a process that is about to end. */
export function lastWords(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody is left to read it.
  }
}
