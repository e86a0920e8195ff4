import { say } from '../i18n/say.ts';
import { badgeFile, badgeHtml, badgeMarkdown, badgeSvg } from '../preview/install/badge.ts';
import { readInstall, type InstallReading } from '../preview/install/install-link.ts';
import { refusalWords, warningWords } from '../preview/install/install-words.ts';
import { qrCode, qrSvg } from '../preview/install/qr-code.ts';
import { wrap } from '../report/formats/layout.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { InstallFormat, RawInstallOptions } from './install-link-command.ts';
import { ok, problem, type Read } from './read.ts';
import type { Terminal } from './terminal.ts';
import { checkWritable, writeOutput } from './write-output.ts';

/** Of `--format json`. */
export const installLinkSchema = 'connector-doctor/install-link@1';

/** Makes the link and prints it in the form that was asked for; 0, or 2 with why there is none. */
export async function makeInstallLink(
  url: string | null,
  { name, format, output }: RawInstallOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = output === '-' ? undefined : output;
  const made = await linkFor(url, name, file);
  const text = made.ok ? contentOf(made.value, format, terminal.width) : made;
  const done = text.ok ? await (file === undefined ? terminal.print(text.value) : writeOutput(file, text.value)) : text;
  if (!done.ok) {
    terminal.say(`connector-doctor: ${done.problem}`);
    return exitCodes.failed;
  }
  if (made.ok) sayBeside(made.value, format, terminal);
  return exitCodes.fine;
}

type Ready = Extract<InstallReading, { readonly status: 'ready' }>;

async function linkFor(url: string | null, name: string | undefined, file: string | undefined): Promise<Read<Ready>> {
  if (url === null) {
    return problem(say('Say for which address, for example: connector-doctor install-link URL --name NAME'));
  }
  if (name === undefined) return problem(say('Say under which name Claude is to add it: --name NAME'));
  const reading = readInstall({ name, url });
  if (reading.status === 'refused') return problem(refusalWords(reading));
  const writable = file === undefined ? ok(null) : await checkWritable(file);
  return writable.ok ? ok(reading) : writable;
}

function contentOf(made: Ready, format: InstallFormat, width: number): Read<string> {
  const code = qrCode(made.link);
  const qr = code && qrSvg(code, made.name);
  switch (format) {
    case 'text':
      return ok(asText(made, width));
    case 'html':
      return ok(`${badgeHtml(made)}\n`);
    case 'markdown':
      return ok(`${badgeMarkdown(made)}\n`);
    case 'badge':
      return ok(`${badgeSvg}\n`);
    case 'qr':
      return qr === null ? problem(say('The link is too long for a QR code.')) : ok(qr);
    case 'json':
      return ok(`${JSON.stringify(asJson(made, qr), undefined, 2)}\n`);
  }
}

function asText(made: Ready, width: number): string {
  const warnings = made.warnings.map((warning) => ['', ...wrap(warningWords(warning), width)].join('\n'));
  return [made.link, ...warnings, ''].join('\n');
}

/** `badge` is the file that the Markdown names; `qr` is null for a link that no code can hold. `says` is for people. */
function asJson(made: Ready, qr: string | null) {
  const { name, url, link, warnings } = made;
  return {
    schema: installLinkSchema,
    name,
    url,
    link,
    warnings: warnings.map((warning) => ({ ...warning, says: warningWords(warning) })),
    html: badgeHtml(made),
    markdown: badgeMarkdown(made),
    badge: { file: badgeFile, svg: badgeSvg },
    qr,
  };
}

/** What a person should know and a program that takes the output should not get. */
function sayBeside({ warnings }: Ready, format: InstallFormat, terminal: Terminal): void {
  if (format === 'text' || format === 'json') return;
  for (const warning of warnings) terminal.say(`connector-doctor: ${warningWords(warning)}`);
  if (format === 'markdown') {
    terminal.note(
      say('Put the badge’s picture beside it as {file}: --format badge prints it.', {
        file: badgeFile,
      }),
    );
  }
}
