import { msg } from '../../i18n/say.ts';
import type { DescriptionFaultKind } from '../../kernel/evidence-listing.ts';
import type { DescriptionAdvice } from '../preview.ts';

/** What a fault of a description is, and what to do about it. */
export const faultWords: Readonly<Record<DescriptionFaultKind, { readonly what: string; readonly fix: string }>> = {
  'raw-html': { what: msg('HTML, which is not shown'), fix: msg('Write it as Markdown, without tags.') },
  script: { what: msg('A script, which never runs'), fix: msg('Take it out: a description is text.') },
  'unsafe-link': {
    what: msg('A link that no reader can safely follow'),
    fix: msg('Link to an https page, or leave the words without a link.'),
  },
  'insecure-link': { what: msg('A link that begins with http'), fix: msg('Link to the https address of that page.') },
  'remote-image': {
    what: msg('A picture from elsewhere, which is not loaded'),
    fix: msg('Take it out: pictures are handed in with the listing.'),
  },
  'data-image': {
    what: msg('A picture within the text, which is not shown'),
    fix: msg('Take it out: pictures are handed in with the listing.'),
  },
  'hidden-text': {
    what: msg('Text that nobody sees'),
    fix: msg('Take it out, or write it so that everybody can read it.'),
  },
};

/** What a good description says besides. */
export const adviceWords: Readonly<Record<DescriptionAdvice, string>> = {
  'account-needed': msg(
    'People sign in to this connector: say that they need an account, and where it has to be a paid one.',
  ),
  'sign-up-link': msg('Say where somebody without an account gets one, with an https link.'),
};
