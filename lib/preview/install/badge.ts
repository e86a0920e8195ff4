/** The file that is saved, and that the Markdown of the badge shows. */
export const badgeFile = 'add-to-claude.svg';

const width = 136;
const height = 32;

/** “Add to Claude” as a picture, drawn for this: words and a plug, dark with a light edge, so that it is seen on any ground. */
export const badgeSvg = [
  `<svg xmlns='http://www.w3.org/2000/svg' width='${String(width)}' height='${String(height)}' viewBox='0 0 ${String(width)} ${String(height)}'>`,
  '<title>Add to Claude</title>',
  `<rect x='.5' y='.5' width='${String(width - 1)}' height='${String(height - 1)}' rx='7.5' fill='#25221e' stroke='#8a8276'/>`,
  "<path d='M17 8v4m6-4v4m-8.5 0h11v3a5.5 5.5 0 0 1-11 0zm5.5 8.5v3.5' fill='none' stroke='#92dbd7' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'/>",
  "<text x='34' y='20.5' fill='#fff' font-family='system-ui,Segoe UI,Roboto,Liberation Sans,Arial,sans-serif' font-size='13' font-weight='600' textLength='90' lengthAdjust='spacingAndGlyphs'>Add to Claude</text>",
  '</svg>',
].join('');

/** The picture as an address that holds it, for `src`. */
export const badgeUrl = `data:image/svg+xml,${badgeSvg.replace(/[\s"#%<>]/g, encodeURIComponent)}`;

/** What a badge leads to, as `readInstall` gives it. */
export interface BadgeTarget {
  readonly name: string;
  readonly link: string;
}

/** The badge for a web page, in one piece: nothing has to be hosted. */
export function badgeHtml({ name, link }: BadgeTarget): string {
  const alt = attribute(`Add ${name} to Claude`);
  return `<a href="${attribute(link)}"><img src="${badgeUrl}" alt="${alt}" width="${String(width)}" height="${String(height)}"></a>`;
}

/** The badge for Markdown. Most places that show it drop `data:` pictures, so it names the file, which has to lie beside it. */
export function badgeMarkdown({ name, link }: BadgeTarget): string {
  return `[![${literal(`Add ${name} to Claude`)}](${badgeFile})](${link})`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** Markdown takes a backslash before any ASCII punctuation. */
function literal(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
