import { msg } from '../../i18n/say.ts';
import type { NameHazard } from '../../kernel/evidence-listing.ts';

/** What is risky in a name, and what to do. */
export const hazardWords: Readonly<Record<NameHazard, string>> = {
  apostrophe: msg(
    'It holds an apostrophe. With one in a connector’s name, Claude was reported to lose its tools. Write the name without it.',
  ),
  quote: msg(
    'It holds a quotation mark. Such characters in a connector’s name were reported to break its tools. Write the name without it.',
  ),
  emoji: msg(
    'It holds an emoji. Characters beyond plain letters in a connector’s name were reported to break its tools. Let the icon carry the picture.',
  ),
  'non-ascii': msg(
    'It holds a character beyond plain English letters and digits. Such names were reported to break a connector’s tools. Write it in plain letters, and other spellings into the description.',
  ),
  'control-character': msg(
    'It holds a character that nobody sees. It may turn the text around or make the name look like another one. Type the name anew.',
  ),
};
