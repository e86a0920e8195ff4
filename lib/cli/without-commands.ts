/**
 * A document as it may be printed where a workflow of GitHub Actions reads along: nothing that came from outside is taken for one of
 * the runner’s commands. It looks for `::name::` at the beginning of a line and for `##[name]` anywhere in it, on both streams.
 * JSON and markup stay what they are to whoever parses them; in plain text a blank is put between.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function withoutCommands(document: string): string {
  const start = document.trimStart().slice(0, 1);
  if (start === '{' || start === '[') return document.replaceAll('##[', '#\\u0023[');
  if (start === '<') return document.split(script).map(inMarkup).join('');
  return document.replaceAll('##[', '# #[').replace(lineOfCommand, '$1: :');
}

/** What stands between these tags is no markup: in our documents it is JSON. */
const script = /(<script\b[^>]*>[\s\S]*?<\/script>)/;

function inMarkup(part: string, index: number): string {
  if (index % 2 === 1) return part.replaceAll('##[', '#\\u0023[');
  return part.replaceAll('##[', '#&#35;[').replace(lineOfCommand, '$1&#58;:');
}

/** The runner ends a line at a carriage return as well, and forgives white space before a command. */
const lineOfCommand = /((?:^|[\r\n])(?:[^\S\r\n]|\u0085)*)::/g;
