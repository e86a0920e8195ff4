/** What holds words of others: servers’ and pages’ texts, code, quotations in their own language, what a person typed. */
const others = 'bdi, code, pre, kbd, samp, [lang="en"], [translate="no"], textarea, script, style';

const labels = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];

/** The texts and labels of ours on the page that hold at least one word. */
export function ownTexts(): readonly string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.parentElement?.closest(others) === null) found.push(node.nodeValue ?? '');
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest(others) !== null) continue;
    found.push(...labels.map((label) => element.getAttribute(label) ?? ''));
  }
  return [...new Set(found.map((text) => text.trim()))].filter(isWords);
}

/** Names that are the same in every language. */
const names = new Set([
  'Connector Doctor',
  'Deutsch',
  'English',
  'OAuth',
  'MCP',
  'URL',
  'JSON',
  'Markdown',
  'HTTP',
  'TLS',
  'DNS',
  'TypeScript',
  'Python',
]);

/** More than a name, a number, an address or a unit. */
function isWords(text: string): boolean {
  if (names.has(text) || /^[a-z]+:\/\/\S+$/i.test(text) || /^\S+\.\S+$/.test(text)) return false;
  return /\p{L}{3}/u.test(text);
}
